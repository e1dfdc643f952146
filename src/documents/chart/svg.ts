/** Draws a chart without a browser. The library is loaded when the first picture is asked for. */
import type { EChartsCoreOption } from 'echarts/core';
import type { Chart, Series } from './chart.ts';
import { linesIn, wrap } from './wrap.ts';

export const WIDTH = 1_080;
const FONT = 'Be Vietnam Pro';
/** On a phone the picture is a third as wide: smaller letters could not be read. */
const SIZES = { title: 42, subtitle: 28, label: 27, number: 25, source: 23 } as const;
const INK = '#1F2328';
const PALE = '#57606A';

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
  const drawn = layout(chart);
  const canvas = core.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: drawn.height });
  try {
    canvas.setOption(drawn.option);
    return canvas.renderToSVGString();
  } finally {
    canvas.dispose();
  }
};

const layout = (chart: Chart): { readonly height: number; readonly option: EChartsCoreOption } => {
  const title = wrap(chart.title, 44, 3);
  const subtitle = wrap(chart.subtitle, 66, 3);
  const source = wrap(chart.source, 80, 2);
  const headHeight = 52 + linesIn(title) * 54 + linesIn(subtitle) * 38;
  const legendHeight = Math.ceil(chart.series.length / 3) * 44 + 20;
  const footHeight = linesIn(source) * 32 + 40;
  const top = headHeight + legendHeight;
  const body = chart.kind === 'stacked' ? stackedBody(chart) : lineBody(chart);
  const option: EChartsCoreOption = {
    animation: false,
    backgroundColor: '#FFFFFF',
    textStyle: { fontFamily: FONT, color: INK },
    title: [
      words(title, { top: 28, size: SIZES.title, weight: 600, colour: INK, line: 54 }),
      words(subtitle, { top: 32 + linesIn(title) * 54, size: SIZES.subtitle, weight: 400, colour: PALE, line: 38 }),
      words(source, {
        top: top + body.height + 16,
        size: SIZES.source,
        weight: 400,
        colour: PALE,
        line: 32,
      }),
    ],
    legend: {
      top: headHeight,
      left: 36,
      width: WIDTH - 72,
      itemWidth: 30,
      itemHeight: 22,
      itemGap: 26,
      textStyle: { fontFamily: FONT, fontSize: SIZES.label, color: INK },
      data: chart.series.map(({ name }) => name),
    },
    grid: { left: body.left, right: 70, top: top + 10, height: body.height - 60, containLabel: false },
    ...body.option,
  };
  return { height: top + body.height + footHeight, option };
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
  left: 30,
  padding: 0,
  textStyle: { fontFamily: FONT, fontSize: size, fontWeight: weight, color: colour, lineHeight: line },
});

const axisLabel = { fontFamily: FONT, fontSize: SIZES.label, color: INK, lineHeight: 32 };

const stackedBody = ({ categories, series, format }: Chart) => {
  const names = categories.map((name) => wrap(name, 19, 3));
  const rowHeight = Math.max(72, Math.max(...names.map(linesIn)) * 32 + 24);
  return {
    height: names.length * rowHeight + 70,
    left: 330,
    option: {
      yAxis: { type: 'category', inverse: true, data: names, axisLabel, axisTick: { show: false } },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { ...axisLabel, formatter: format }, splitNumber: 4 },
      series: series.map((one, index) => ({
        type: 'bar',
        stack: 'all',
        name: one.name,
        barWidth: 44,
        itemStyle: { color: one.colour, borderColor: '#FFFFFF', borderWidth: 2 },
        data: one.values.map((value) => ({ value, label: { show: isWide(value, series) } })),
        label: {
          fontFamily: FONT,
          fontSize: SIZES.number,
          color: inkOn(one.colour),
          formatter: ({ value }: { readonly value: number }) => format(value),
        },
        z: index,
      })),
    },
  };
};

/** A number wider than its bar would run into the next one. */
const isWide = (value: number | null, series: readonly Series[]): boolean => {
  const totals = series[0]?.values.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0)) ?? [];
  return value !== null && value > 0 && value / Math.max(1, ...totals) > 0.05;
};

const lineBody = ({ categories, series, format }: Chart) => ({
  height: 560,
  left: 150,
  option: {
    xAxis: {
      type: 'category',
      data: categories.map((name) => wrap(name, 12, 3)),
      axisLabel: { ...axisLabel, interval: 0 },
      axisTick: { show: false },
    },
    yAxis: { type: 'value', axisLabel: { ...axisLabel, formatter: format }, splitNumber: 4 },
    series: series.map((one) => ({
      type: 'line',
      name: one.name,
      data: [...one.values],
      symbolSize: 16,
      lineStyle: { width: 5, color: one.colour },
      itemStyle: { color: one.colour },
      label: {
        show: true,
        position: 'top',
        fontFamily: FONT,
        fontSize: SIZES.number,
        color: INK,
        formatter: ({ value }: { readonly value: number | null }) => (value === null ? '' : format(value)),
      },
    })),
  },
});

/** Dark letters on light colours. */
const inkOn = (colour: string): string => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? INK : '#FFFFFF';
};
