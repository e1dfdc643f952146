/** A chart as a picture, in the font that comes with us: a server has none with Vietnamese letters to rely on. */
import type { Chart } from './chart.ts';
import { svgOf } from './svg.ts';

const FONTS = ['BeVietnamPro-Regular.ttf', 'BeVietnamPro-SemiBold.ttf'].map(
  (name) => new URL(`./font/${name}`, import.meta.url).pathname,
);

export const pngOf = async (chart: Chart): Promise<Uint8Array> => {
  const [svg, { Resvg }] = await Promise.all([svgOf(chart), import('@resvg/resvg-js')]);
  return new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Be Vietnam Pro' },
  })
    .render()
    .asPng();
};
