/** What a budget is, and the few sums over samples. A bar is held against medians: this machine has other work too. */

export type Line = {
  readonly what: string;
  readonly figure: string;
  readonly bar: string;
  /** Null: for orientation, nothing is promised. */
  readonly holds: boolean | null;
};

export type Options = {
  /** Null: a Redis is started when the program is there. */
  readonly queue: 'postgres' | null;
  /** The product's processor profiles are written here. */
  readonly profileDir: string | null;
  /** The statements that took most of the database's time are printed. */
  readonly statements: boolean;
};

export type Budget = {
  readonly id: string;
  readonly title: string;
  readonly measure: (options: Options) => Promise<readonly Line[]>;
};

/** The value that a share `part` of the samples does not exceed. */
export const quantile = (samples: readonly number[], part: number): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
};

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

export const atMost = (what: string, value: number, bar: number, unit: string): Line => ({
  what,
  figure: `${round(value)} ${unit}`,
  bar: `≤ ${bar} ${unit}`,
  holds: value <= bar,
});

export const atLeast = (what: string, value: number, bar: number, unit: string): Line => ({
  what,
  figure: `${round(value)} ${unit}`,
  bar: `≥ ${bar} ${unit}`,
  holds: value >= bar,
});

export const isTrue = (what: string, holds: boolean, figure: string): Line => ({
  what,
  figure,
  bar: 'must hold',
  holds,
});

export const note = (what: string, figure: string): Line => ({ what, figure, bar: '', holds: null });

export const round = (value: number): string => (value < 100 ? value.toFixed(1) : value.toFixed(0));
