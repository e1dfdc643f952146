/** The measures that annex I of Decree 30/2020/NĐ-CP gives, and those we chose within its bounds. */

const MM = 1440 / 25.4;
/** Twentieths of a point, in which a page is measured. */
export const millimetres = (mm: number): number => Math.round(mm * MM);
/** Half points, in which letters are measured. */
export const points = (size: number): number => size * 2;

export const FONT = 'Times New Roman';
export const A4 = { width: millimetres(210), height: millimetres(297) };
/** 20–25 above and below, 30–35 left, 15–20 right. */
const MARGIN_MM = { top: 20, bottom: 20, left: 30, right: 15 };
export const MARGIN = {
  top: millimetres(MARGIN_MM.top),
  bottom: millimetres(MARGIN_MM.bottom),
  left: millimetres(MARGIN_MM.left),
  right: millimetres(MARGIN_MM.right),
  header: millimetres(10),
  footer: millimetres(8),
};
/** Between the margins. */
export const WIDTH_MM = 210 - MARGIN_MM.left - MARGIN_MM.right;

/** Wide enough on the right for the national name on one line at 12 points. */
export const HEAD_MM = [72, WIDTH_MM - 72] as const;

export const SIZE = {
  nation: points(12),
  motto: points(13),
  agency: points(12),
  number: points(13),
  about: points(12),
  place: points(13),
  title: points(14),
  body: points(14),
  table: points(12),
  recipientsHead: points(12),
  recipients: points(11),
  pageNumber: points(13),
  reference: points(9),
};

/** At least 6 points between paragraphs; lines of 1.0 to 1.5. */
export const PARAGRAPH = { after: 120, line: 288, lineRule: 'auto' } as const;
export const FIRST_LINE = millimetres(12.7);
/** Room to sign in. */
export const SIGNING = 1_100;
