/** Draws a chart without a browser. The library is loaded when the first picture is asked for. */
import type { EChartsCoreOption } from 'echarts/core';
import { barsBody } from './bars.ts';
import type { Chart, Series } from './chart.ts';
import { linesIn, widthOf, wrap } from './letters.ts';
import { linesBody } from './lines.ts';
import { FONT, INK, MARGIN, PALE, SIZES, WIDTH } from './look.ts';

export const svgOf = async (chart: Chart): Promise<string> => {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([
    ...[charts.BarChart, charts.LineChart, renderers.SVGRenderer],
    ...[components.GridComponent, components.TitleComponent, components.LegendComponent],
  ]);
  // Its own guess is a browser's font, which Vietnamese letters are wider than.
  core.setPlatformAPI({ measureText: (text, font) => ({ width: widthOf(text, sizeIn(font)) }) });
  const drawn = layout(chart);
  const canvas = core.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: drawn.height });
  try {
    canvas.setOption(drawn.option);
    return canvas.renderToSVGString();
  } finally {
    canvas.dispose();
  }
};

/** `600 25px Be Vietnam Pro` */
const sizeIn = (font: string | undefined): number => Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? SIZES.label);

const ROOM = WIDTH - 2 * MARGIN;

const layout = (chart: Chart): { readonly height: number; readonly option: EChartsCoreOption } => {
  const title = wrap(chart.title, { room: ROOM, size: SIZES.title * 1.04, most: 4 });
  const subtitle = wrap(chart.subtitle, { room: ROOM, size: SIZES.subtitle, most: 4 });
  const source = wrap(chart.source, { room: ROOM, size: SIZES.source, most: 3 });
  const headHeight = 52 + linesIn(title) * 54 + linesIn(subtitle) * 38;
  const legend = legendRows(chart.series);
  const footHeight = linesIn(source) * 32 + 40;
  const top = headHeight + legend.length * LEGEND_ROW + 20;
  const body = chart.kind === 'stacked' ? { below: 60, ...barsBody(chart) } : linesBody(chart);
  const option: EChartsCoreOption = {
    animation: false,
    backgroundColor: '#FFFFFF',
    textStyle: { fontFamily: FONT, color: INK },
    title: [
      words(title, { top: 28, size: SIZES.title, weight: 600, colour: INK, line: 54 }),
      words(subtitle, { top: 32 + linesIn(title) * 54, size: SIZES.subtitle, weight: 400, colour: PALE, line: 38 }),
      words(source, { top: top + body.height + 16, size: SIZES.source, weight: 400, colour: PALE, line: 32 }),
    ],
    legend: legend.map((names, row) => ({ ...LEGEND, top: headHeight + row * LEGEND_ROW, data: names })),
    grid: { left: body.left, right: body.right, top: top + 10, height: body.height - body.below, containLabel: false },
    ...body.option,
  };
  return { height: top + body.height + footHeight, option };
};

const LEGEND_ROW = 44;
const LEGEND = {
  left: MARGIN,
  padding: 0,
  itemWidth: 30,
  itemHeight: 22,
  itemGap: 26,
  textStyle: { fontFamily: FONT, fontSize: SIZES.label, color: INK },
};

/** Rows that are known before anything is drawn: what is under them has to know their number. */
const legendRows = (series: readonly Series[]): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let left = 0;
  for (const { name } of series) {
    const width = LEGEND.itemWidth + 5 + widthOf(name, SIZES.label) + LEGEND.itemGap;
    if (rows.length === 0 || width > left) {
      rows.push([]);
      left = ROOM;
    }
    rows.at(-1)?.push(name);
    left -= width;
  }
  return rows;
};

type Look = {
  readonly top: number;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly line: number;
};

const words = (text: string, { top, size, weight, colour, line }: Look) => ({
  text,
  top,
  left: MARGIN,
  padding: 0,
  textStyle: { fontFamily: FONT, fontSize: size, fontWeight: weight, color: colour, lineHeight: line },
});
