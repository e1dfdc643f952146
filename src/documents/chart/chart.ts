/** A chart as a value: what is shown, and all the words on it. */

export type Series = {
  readonly name: string;
  readonly colour: string;
  /** One for each category; null: nothing is known. */
  readonly values: readonly (number | null)[];
  /** Of a line: told apart without colours too. */
  readonly line?: { readonly symbol: 'circle' | 'rect' | 'triangle' | 'diamond'; readonly dash: 'solid' | 'dashed' };
  /** What is written on each value; absent: its number. */
  readonly labels?: readonly string[];
};

export type Chart = {
  /** Bars on top of each other, one for each category; or a line over time. */
  readonly kind: 'stacked' | 'line';
  readonly title: string;
  /** Of what, as far as who may see. */
  readonly subtitle: string;
  /** Source and time. */
  readonly source: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** How a value is written on its bar. */
  readonly format: (value: number) => string;
};

/** Told apart by whoever sees colours differently (Okabe and Ito), and each also by its place and number. */
export const COLOURS = {
  blue: '#0072B2',
  sky: '#56B4E9',
  orange: '#E69F00',
  vermilion: '#D55E00',
  purple: '#CC79A7',
  green: '#009E73',
  grey: '#8C8C8C',
  pale: '#D3D3D3',
} as const;
