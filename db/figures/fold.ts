/** Adds what acts have noted to the sums. */
import { sql } from 'kysely';
import { type Db, inTransaction, type Tx } from '#db/client.ts';
import { ENTRY, expanded, SUM_COLUMNS, SUMS } from './tuples.ts';

/** A fraction of a second's work: a reader adds up no more than what came since the last minute, and these. */
const BATCH = 5_000;

export const foldFigures = async (db: Db, ending?: AbortSignal, batch = BATCH): Promise<void> => {
  while (ending?.aborted !== true) {
    const folded = await inTransaction(db, (tx) => foldOnce(tx, batch));
    if (folded < batch) return;
  }
};

/** @returns how many were folded; none while another process is at it */
const foldOnce = async (tx: Tx, batch: number): Promise<number> => {
  if (!(await takeFoldLock(tx))) return 0;
  const { rows } = await sql<{ folded: number }>`
    with f as (
      delete from figure_delta where id in (select id from figure_delta order by id limit ${batch}) returning *
    ), entered as (
      insert into figure_entry (${sql.raw(ENTRY)}) select ${sql.raw(ENTRY)} from f
    ), folded as (
      ${sql.raw(INSERT_CELLS)} select owner, dims, owner_id, k.month, owner_unit, a_id, b_id, ${sumsOf()}
      from f cross join lateral ${expanded()}
      where k.a_id is not null and k.b_id is not null
      group by owner, dims, owner_id, k.month, owner_unit, a_id, b_id
      -- Sums that are read together come to stand together.
      order by owner, dims, owner_id, a_id, k.month, b_id, owner_unit
      ${sql.raw(ADD_TO_CELLS)}
    )
    select count(*)::int as folded from f`.execute(tx);
  return rows[0]?.folded ?? 0;
};

/** One folder at a time: two would wait for each other's sums. The number only names the lock. */
const FOLD_LOCK = 0x5049;

export const takeFoldLock = async (tx: Tx): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as taken`.execute(tx);
  return rows[0]?.taken === true;
};

export const INSERT_CELLS = `insert into figure_cell (owner, dims, owner_id, month, owner_unit, a_id, b_id, ${SUM_COLUMNS})`;

export const ADD_TO_CELLS = `on conflict (owner, dims, owner_id, a_id, month, b_id, owner_unit) do update set ${Object.keys(
  SUMS,
)
  .map((column) => `${column} = figure_cell.${column} + excluded.${column}`)
  .join(', ')}`;

const sumsOf = () =>
  sql.raw(
    Object.values(SUMS)
      .map((value) => `sum((${value}) * f.n)`)
      .join(', '),
  );
