/**
 * Rows of figures are found by all that they are asked by, and read from the index alone: what a screen costs is what it
 * counts, not what is stored beside it. Each index holds the whole row: a row read from the table costs a page each.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, columns] of Object.entries(INDEXES)) {
    const index = sql.raw(`figure_entry_${name}`);
    const rest = ROW.filter((column) => !columns.includes(column));
    await sql`drop index if exists ${index}`.execute(db);
    await sql`create index ${index} on figure_entry (${sql.raw(columns.join(', '))}) include (${sql.raw(rest.join(', '))})`.execute(
      db,
    );
  }
  await sql`
    -- Rows are only added: what is seen by all is noted early, so that the newest month too is read without the table.
    alter table figure_entry set (autovacuum_vacuum_insert_threshold = 1000, autovacuum_vacuum_insert_scale_factor = 0.01);
    -- Narrowed to a unit, everybody's sums are that unit's own.
    delete from figure_cell where owner = 0 and dims = 30;
    -- Units have sums of days now, as all and those who ask have: half a month is compared with half of the one before.
    insert into figure_cell (owner, dims, owner_id, month, owner_unit, a_id, b_id, received, on_time, late, silent,
      handed_on, cancelled, receipt_on_time, receipt_late, unreceived, extensions, returns, taken_over)
    select 1, 100, unit_id, day, 0, 0, 0, sum(n), sum((outcome = 1)::int * n), sum((outcome = 2)::int * n),
      sum((outcome = 3)::int * n), sum((outcome = 4)::int * n), sum((outcome = 5)::int * n), sum((receipt = 1)::int * n),
      sum((receipt = 2)::int * n), sum((outcome = 3 and receipt = 0)::int * n), sum(extensions * n), sum(returns * n),
      sum(taken_over * n)
    from figure_entry group by unit_id, day;
  `.execute(db);
}

const ROW = [
  ...['day', 'unit_id', 'asking_id', 'holder_id', 'filer_id', 'zone_id', 'field_id', 'type_no', 'urgency_no'],
  ...['outcome', 'receipt', 'extensions', 'returns', 'taken_over', 'days', 'n'],
];

/** Whose they are, what it was for, narrowed to what, of which days. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
  day: ['day'],
  zone: ['zone_id', 'day'],
  zone_field: ['zone_id', 'field_id', 'day'],
  field: ['field_id', 'day'],
  unit: ['unit_id', 'day'],
  unit_zone: ['unit_id', 'zone_id', 'day'],
  unit_field: ['unit_id', 'field_id', 'day'],
  asking: ['asking_id', 'day'],
  asking_zone: ['asking_id', 'zone_id', 'day'],
  asking_field: ['asking_id', 'field_id', 'day'],
  asking_unit: ['asking_id', 'unit_id', 'day'],
  holder: ['holder_id', 'unit_id', 'day'],
  filer: ['filer_id', 'asking_id', 'day'],
  filer_zone: ['filer_id', 'asking_id', 'zone_id', 'day'],
  filer_field: ['filer_id', 'asking_id', 'field_id', 'day'],
};
