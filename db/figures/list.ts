/** The parts that figures are made of, page by page: a large set is never held whole. */
import { sql } from 'kysely';
import type { Outcome } from '#domain/figures/counts.ts';
import type { FiguredPart } from '#domain/figures/query.ts';
import type { Plan } from '#domain/figures/screen.ts';
import { heirOf } from '#domain/figures/succession.ts';
import type { Reference } from '#domain/reference.ts';
import { addDays, dateOf, momentOf } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { ownedOpen } from './owned.ts';
import { filtersOfToday, isByUnitsOfToday, readHeirs } from './screen.ts';
import { DIM_COLUMNS, type Dim } from './tuples.ts';

const PAGE = 2_000;

/** Everything read from here on is of one moment: a list adds up to its totals. The first statement of its transaction. */
export const holdStill = async (tx: Tx): Promise<void> => {
  await sql`set transaction isolation level repeatable read, read only`.execute(tx);
};

/** By units of today a part of one that has ended stands with its heir, as in the sums. */
export async function* figuredParts(tx: Tx, reference: Reference, plan: Plan): AsyncIterable<FiguredPart> {
  if (!isByUnitsOfToday(plan)) {
    yield* partsOf(tx, plan);
    return;
  }
  const { query } = plan;
  const heirs = await readHeirs(tx);
  const day = dateOf(query.now);
  const widened = { ...plan, query: { ...query, filters: filtersOfToday(heirs, query.filters) } };
  for await (const part of partsOf(tx, widened)) {
    const unitToday = heirOf(reference, heirs, part.unitId, { zone: part.zoneId ?? 0, day });
    if (query.filters.unit?.includes(unitToday) !== false) yield { ...part, unitToday };
  }
}

async function* partsOf(tx: Tx, { query, period }: Plan): AsyncIterable<FiguredPart> {
  const now = sql`${new Date(query.now)}::timestamptz`;
  const filters = (Object.entries(query.filters) as [Dim, readonly number[]][]).map(
    ([dim, ids]) => sql`and ${sql.raw(`f.${DIM_COLUMNS[dim]}`)} = any(${[...ids]}::int[])`,
  );
  const from = new Date(momentOf(period.from, 0));
  let after = 0;
  for (;;) {
    const { rows } = await sql<FiguredPart & { readonly id: number }>`
      select p.id, r.code, r.subject, r.field_id as "fieldId", r.zone_id as "zoneId", r.type, r.urgency,
        r.asking_unit_id as "askingUnitId", p.unit_id as "unitId", ${outcome(now)} as outcome, p.asked_at as "askedAt",
        p.received_at as "receivedAt", p.due, p.answered_at as "answeredAt", f.days
      from part p join request r on r.id = p.request_id cross join lateral figure_of(p, r) f
      where p.id > ${after}::bigint and p.asked_at >= ${from}::timestamptz
        and p.asked_at < ${new Date(momentOf(addDays(period.to, 1), 0))}::timestamptz and r.visible_at <= ${now}
        and ${ownedOpen(query.selection, sql`p.state = 'awaiting'`)} ${sql.join(filters, sql` `)}
      order by p.id limit ${PAGE}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

/** As `outcomeOf` says. */
const outcome = (now: unknown) => sql<Outcome>`
  case when p.state in ('answered', 'closed') then case when p.answered_at > p.due then 'late' else 'onTime' end
    when p.state = 'silent' then 'silent' when p.state = 'returned' then 'paused'
    when p.state = 'handed_on' then 'handedOn' when p.state = 'cancelled' then 'cancelled'
    when p.due <= ${now} then 'overdue' else 'open' end`;
