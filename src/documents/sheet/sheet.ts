/** A sheet as a value. Words are words, whatever they begin with: nothing in it is ever a formula. */
import type { IsoDate, Millis } from '#domain/time.ts';

export type Cell =
  | string
  | number
  | null
  | { readonly day: IsoDate }
  | { readonly at: Millis }
  /** 25 for 25%. */
  | { readonly percent: number };

export type Column = { readonly heading: string; readonly width: number };

export type Sheet = {
  readonly name: string;
  /** Lines over the headings: title, scope, time. */
  readonly head: readonly string[];
  readonly columns: readonly Column[];
  /** Read once, row by row: a large set is never held whole. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** The last row, set apart. */
  readonly total?: readonly Cell[];
};
