/** Periods as the whole months that sums are kept of, and the days left at their edges. */
import { type RawBuilder, sql } from 'kysely';
import type { Period } from '#domain/figures/period.ts';
import { addDays, type IsoDate, momentOf } from '#domain/time.ts';

type Window = { readonly i: number; readonly from: IsoDate; readonly after: IsoDate };

/** @param whole no sums are kept: all days are read from the parts */
export const windowsOf = (periods: readonly Period[], whole: boolean) => {
  const months: Window[] = [];
  const edges: Window[] = [];
  for (const [i, { from, to }] of periods.entries()) {
    const after = addDays(to, 1);
    const first = from.endsWith('-01') ? from : nextMonth(from);
    const last = `${after.slice(0, 8)}01`;
    if (whole || first >= last) edges.push({ i, from, after });
    else {
      months.push({ i, from: first, after: last });
      if (from < first) edges.push({ i, from, after: first });
      if (last < after) edges.push({ i, from: last, after });
    }
  }
  return { months: dayTable(months), edges: momentTable(edges) };
};

/** As a table `w` of moments. */
export const wholeOf = (periods: readonly Period[]): RawBuilder<unknown> =>
  momentTable(periods.map(({ from, to }, i) => ({ i, from, after: addDays(to, 1) })));

const nextMonth = (day: IsoDate): IsoDate => `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;

const dayTable = (rows: readonly Window[]): RawBuilder<unknown> =>
  sql`unnest(${rows.map(({ i }) => i)}::int[], ${rows.map(({ from }) => from)}::date[],
    ${rows.map(({ after }) => after)}::date[]) as w(i, first, after)`;

const momentTable = (rows: readonly Window[]): RawBuilder<unknown> =>
  sql`unnest(${rows.map(({ i }) => i)}::int[], ${rows.map(({ from }) => momentText(from))}::timestamptz[],
    ${rows.map(({ after }) => momentText(after))}::timestamptz[]) as w(i, from_at, to_at)`;

const momentText = (day: IsoDate): string => new Date(momentOf(day, 0)).toISOString();
