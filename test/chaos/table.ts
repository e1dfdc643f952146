/** Figures of many rounds against the bars of the promises. */
export type Figures = Readonly<Record<string, number>>;
/** The most that any round may have, by figure; a figure without a bar is told and not judged. */
export type Bars = Readonly<Record<string, number>>;

export type Result = { readonly fault: string; readonly rounds: readonly Figures[]; readonly bars: Bars };

/** @returns what missed its bar */
export const misses = ({ rounds, bars }: Result): string[] =>
  Object.entries(bars).flatMap(([name, bar]) => {
    const worst = Math.max(...rounds.map((round) => round[name] ?? Number.NaN));
    return worst <= bar ? [] : [`${name} ${worst} > ${bar}`];
  });

export const tableOf = (results: readonly Result[]): string => {
  const rows = results.map((result) => {
    const { fault, rounds } = result;
    const names = [...new Set(rounds.flatMap((round) => Object.keys(round)))];
    const told = names.map((name) => `${name} ${summary(rounds.map((round) => round[name] ?? 0))}`).join(', ');
    const missed = misses(result);
    return `| ${fault} | ${rounds.length} | ${told} | ${missed.length === 0 ? 'held' : `MISSED: ${missed.join('; ')}`} |`;
  });
  return ['| fault | rounds | figures: sum, or median … worst | bar |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
};

const summary = (values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const worst = sorted.at(-1) ?? 0;
  if (worst < 100) return String(values.reduce((sum, value) => sum + value, 0));
  return `${sorted[Math.floor(sorted.length / 2)] ?? 0} … ${worst}`;
};
