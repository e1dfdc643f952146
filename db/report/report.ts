/** Figures of reports: counted from the parts, and kept once their period is over. */
import { type RawBuilder, sql } from 'kysely';
import { type Counts, MEASURES, type Measure, NOTHING } from '#domain/figures/counts.ts';
import {
  closesAt,
  DEFINITION,
  type ReportCell,
  type ReportFigures,
  type ReportKey,
  type ReportPart,
  reportPeriod,
} from '#domain/report/report.ts';
import { type Millis, momentOf } from '#domain/time.ts';
import type { Tx } from '../client.ts';

/** Closed ones as they were; those of a period that is over are closed now; those of one that runs are of the moment. */
export const readReport = async (tx: Tx, key: ReportKey, now: Millis): Promise<ReportFigures> => {
  const period = reportPeriod(key);
  if (period === null) throw new Error(`no period of the decree ends on ${key.to}`);
  const isOver = now >= closesAt(period);
  if (isOver) await closeReport(tx, key, now);
  return (await readSnapshot(tx, key)) ?? { ...(await count(tx, key, now)), ...ofNow(now) };
};

const ofNow = (takenAt: Millis) => ({ takenAt, definition: DEFINITION, isClosed: false });

/** Once, whoever comes first: a second one waits for the first and finds it done. */
export const closeReport = async (tx: Tx, key: ReportKey, now: Millis): Promise<void> => {
  const snapshot = await tx
    .insertInto('report_snapshot')
    .values({
      regulation_id: key.regulationId,
      period: key.kind,
      period_to: key.to,
      taken_at: new Date(now),
      definition: DEFINITION,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (snapshot === undefined) return;
  await sql`
    with counted as (${countedParts(key, now)}), cells as (
      insert into report_cell (snapshot_id, unit_id, asking_id, field_id, counts)
      select ${snapshot.id}, unit_id, asking_id, field_id, ${COUNTS} from counted group by 2, 3, 4)
    insert into report_part (snapshot_id, part_id, outcome, due)
    select ${snapshot.id}, id, outcome, due from counted where outcome in ('late', 'silent', 'overdue')`.execute(tx);
};

const readSnapshot = async (tx: Tx, { regulationId, kind, to }: ReportKey): Promise<ReportFigures | null> => {
  const snapshot = await tx
    .selectFrom('report_snapshot')
    .select(['id', 'taken_at as takenAt', 'definition'])
    .where('regulation_id', '=', regulationId)
    .where('period', '=', kind)
    .where('period_to', '=', to)
    .executeTakeFirst();
  if (snapshot === undefined) return null;
  const [cells, parts] = await Promise.all([
    tx
      .selectFrom('report_cell')
      .select(['unit_id as unitId', 'asking_id as askingId', 'field_id as fieldId', 'counts'])
      .where('snapshot_id', '=', snapshot.id)
      .execute(),
    sql<ReportPart>`
      select r.code, r.subject, p.unit_id as "unitId", r.asking_unit_id as "askingId", s.outcome, s.due
      from report_part s join part p on p.id = s.part_id join request r on r.id = p.request_id
      where s.snapshot_id = ${snapshot.id} order by s.due, p.id`.execute(tx),
  ]);
  const { takenAt, definition } = snapshot;
  return { cells: cells.map(cellOf), parts: parts.rows, takenAt, definition, isClosed: true };
};

const count = async (tx: Tx, key: ReportKey, now: Millis): Promise<Pick<ReportFigures, 'cells' | 'parts'>> => {
  const [cells, parts] = await Promise.all([
    sql<ReportCell>`
      select unit_id as "unitId", asking_id as "askingId", field_id as "fieldId", ${COUNTS} as counts
      from (${countedParts(key, now)}) c group by 1, 2, 3`.execute(tx),
    sql<ReportPart>`
      select code, subject, unit_id as "unitId", asking_id as "askingId", outcome, due from (${countedParts(key, now)}) c
      where outcome in ('late', 'silent', 'overdue') order by due, id`.execute(tx),
  ]);
  return { cells: cells.rows.map(cellOf), parts: parts.rows };
};

/** A measure that a later definition brought is nought in what was closed before. */
const cellOf = (row: ReportCell): ReportCell => ({ ...row, counts: { ...NOTHING, ...row.counts } });

/** The parts of a period, each with its outcome: `outcomeOf` of the domain, held to it by a test. */
const countedParts = ({ regulationId, kind, to }: ReportKey, at: Millis): RawBuilder<unknown> => {
  const now = sql`${new Date(at)}::timestamptz`;
  const from = reportPeriod({ kind, to })?.from ?? to;
  return sql`
    select p.id, r.code, r.subject, p.unit_id, r.asking_unit_id as asking_id, r.field_id, p.due,
      p.extensions, p.returns, p.hand_count,
      case when figure_settled(p.state) then (array['onTime', 'late', 'silent', 'handedOn', 'cancelled'])[f.outcome]
        when p.state = 'returned' then 'paused' when p.due > ${now} then 'open' else 'overdue' end as outcome,
      case f.receipt when 1 then 'onTime' when 2 then 'late'
        else case when p.state = 'silent' or (p.state = 'awaiting' and p.receipt_due <= ${now})
          then 'missing' end end as receipt
    from part p join request r on r.id = p.request_id and r.visible_at <= ${now} cross join lateral figure_of(p, r) f
    where r.regulation_id = ${regulationId}
      and p.asked_at >= ${new Date(momentOf(from, 0))}::timestamptz
      and p.asked_at < ${new Date(momentOf(to, 1440))}::timestamptz`;
};

const SUMS: Readonly<Partial<Record<Measure, string>>> = {
  received: 'count(*)',
  receiptOnTime: "count(*) filter (where receipt = 'onTime')",
  receiptLate: "count(*) filter (where receipt = 'late')",
  unreceived: "count(*) filter (where receipt = 'missing')",
  extensions: 'sum(extensions)',
  returns: 'sum(returns)',
  takenOver: 'count(*) filter (where hand_count > 0)',
};

/** The others are outcomes by their own name. Fixed names of ours only. */
const COUNTS: RawBuilder<Counts> = sql.raw(
  `jsonb_build_object(${MEASURES.map((name) => `'${name}', ${SUMS[name] ?? `count(*) filter (where outcome = '${name}')`}`).join(', ')})`,
);
