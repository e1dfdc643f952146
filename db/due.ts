/** What happens at a moment, as rows found by an index: one per kind and subject. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from './client.ts';

export type DueKind = 'publish' | 'remind';
export type DueRow = { readonly kind: DueKind; readonly subjectId: number; readonly at: Millis };

/** Sets, moves or (null) removes the moments of subjects, in the commit that changes them. */
export const setDue = async (
  tx: Tx,
  kind: DueKind,
  moments: readonly { readonly subjectId: number; readonly at: Millis | null }[],
): Promise<void> => {
  const set = moments.filter((one) => one.at !== null);
  const gone = moments.filter((one) => one.at === null).map((one) => one.subjectId);
  await Promise.all([
    set.length === 0 ? undefined : upsert(tx, kind, set),
    gone.length === 0
      ? undefined
      : tx.deleteFrom('due').where('kind', '=', kind).where('subject_id', 'in', gone).execute(),
  ]);
};

const upsert = async (
  tx: Tx,
  kind: DueKind,
  moments: readonly { readonly subjectId: number; readonly at: Millis | null }[],
): Promise<void> => {
  const rows = moments.map((one) => ({ id: one.subjectId, at: new Date(one.at ?? 0) }));
  await sql`
    insert into due (kind, subject_id, at)
    select ${kind}, id, at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id bigint, at timestamptz)
    on conflict (kind, subject_id) do update set at = excluded.at`.execute(tx);
};

/**
 * Takes what is due, oldest first. Taken rows are deleted: whoever handles them sets the next moment in the same
 * commit. `skip locked` lets several sweepers share the list, each row going to one of them.
 */
export const takeDue = async (tx: Tx, now: Millis, limit: number): Promise<DueRow[]> => {
  const result = await sql<DueRow>`
    delete from due d using (
      select kind, subject_id from due where at <= ${new Date(now)} order by at limit ${limit} for update skip locked
    ) taken
    where d.kind = taken.kind and d.subject_id = taken.subject_id
    returning d.kind, d.subject_id as "subjectId", d.at`.execute(tx);
  return result.rows.sort((a, b) => a.at - b.at);
};

export const nextDueAt = async (db: Db): Promise<Millis | null> => {
  const row = await db.query.selectFrom('due').select('at').orderBy('at').limit(1).executeTakeFirst();
  return row?.at ?? null;
};
