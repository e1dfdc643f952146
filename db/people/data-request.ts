/** What a person has asked about his own data, and what is stored about him. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type DataRequest = {
  readonly id: number;
  readonly personId: number;
  readonly kind: 'correct' | 'delete';
  readonly words: string | null;
  readonly due: Millis;
};

export const insertDataRequest = async (tx: Tx, one: Omit<DataRequest, 'id'>, now: Millis): Promise<number> => {
  const { id } = await tx
    .insertInto('data_request')
    .values({
      person_id: one.personId,
      kind: one.kind,
      words: one.words,
      asked_at: new Date(now),
      due: new Date(one.due),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const openDataRequests = (tx: Tx): Promise<DataRequest[]> => open(tx).orderBy('due').execute();

/** Locked until the turn ends: of two administrators who handle it at once, the second finds it handled. */
export const lockDataRequest = async (tx: Tx, id: number): Promise<DataRequest | null> =>
  (await open(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;

const open = (tx: Tx) =>
  tx
    .selectFrom('data_request')
    .select(['id', 'person_id as personId', 'kind', 'words', 'due'])
    .where('handled_at', 'is', null);

export const handleDataRequest = async (
  tx: Tx,
  id: number,
  done: { readonly by: number; readonly at: Millis; readonly reply: string },
): Promise<void> => {
  await tx
    .updateTable('data_request')
    .set({ handled_by: done.by, handled_at: new Date(done.at), reply: done.reply })
    .where('id', '=', id)
    .execute();
};

export type Stored = {
  readonly noticeVersion: string | null;
  readonly noticeAt: Millis | null;
  readonly filed: number;
  readonly held: number;
  readonly answers: number;
  readonly files: number;
  readonly filters: number;
};

/** How much of each kind names the person. */
export const storedAbout = async (tx: Tx, personId: number): Promise<Stored> => {
  const { rows } = await sql<Stored>`
    select n.version as "noticeVersion", n.shown_at as "noticeAt",
      (select count(*)::int from request where filer_id = ${personId}) as filed,
      (select count(*)::int from part where holder_id = ${personId}) as held,
      (select count(*)::int from answer where author_id = ${personId}) as answers,
      (select count(*)::int from file where uploaded_by = ${personId}) as files,
      (select count(*)::int from saved_filter where person_id = ${personId}) as filters
    from (select 1) one
    left join lateral (select version, shown_at from data_notice where person_id = ${personId}
      order by shown_at desc limit 1) n on true`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('counts of a person are always one row');
  return row;
};
