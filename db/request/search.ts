/** Search over requests, under the scope of the person who asks: he finds nothing by words that he may not read. */
import { type Kysely, sql } from 'kysely';
import type { Db, Tx } from '../client.ts';
import type { Database } from '../schema.ts';
import { PAGE } from './list.ts';
import { type FiledIn, type Hit, MOST_FOUND, newestHits, type Query, type Reader } from './search-hits.ts';
import { allOf, lexemesOf, quoted, type Words } from './search-lexemes.ts';

export type { FiledIn, Reader } from './search-hits.ts';

export type Found = {
  readonly id: number;
  readonly code: string;
  readonly subject: string;
  readonly state: string;
  readonly where: 'number' | 'subject' | 'request' | 'answer';
};

export type FoundPage = {
  readonly rows: readonly Found[];
  readonly total: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
};

export const searchByNumber = async (tx: Tx, reader: Reader, number: string, offset: number): Promise<FoundPage> => {
  const page = await find(tx, reader, { all: quoted(`n:${number}`), subject: NOWHERE, filed: null }, offset);
  return { ...page, rows: page.rows.map((row) => ({ ...row, where: 'number' })) };
};

/** No lexeme of any subject. */
const NOWHERE = quoted('s:');

/** @param filed with it, no words find all that was filed then */
export const searchByWords = async (
  tx: Tx,
  reader: Reader,
  { words, filed = null }: { readonly words: Words; readonly filed?: FiledIn | null },
  offset: number,
): Promise<FoundPage> => {
  if (words.length === 0) return find(tx, reader, { all: '', subject: NOWHERE, filed }, offset);
  const lexemes = await lexemesOf(tx, words);
  return find(tx, reader, { all: allOf(lexemes), subject: allOf(lexemes, 's:'), filed }, offset);
};

/** What has the words in its subject comes first, the newest of each before the older. */
const find = async (tx: Tx, reader: Reader, query: Query, offset: number): Promise<FoundPage> => {
  const hits = await newestHits(tx, reader, query);
  const isMore = hits.length >= MOST_FOUND;
  // Older than all that were looked through may be some that have them in the subject.
  const inSubject =
    isMore && query.subject !== NOWHERE ? await newestHits(tx, reader, { ...query, all: query.subject }) : [];
  const ranked = rank([...inSubject, ...hits]);
  return { rows: await rowsOf(tx, ranked.slice(offset, offset + PAGE)), total: ranked.length, isMore };
};

type Ranked = { readonly id: number; readonly where: 'subject' | 'request' | 'answer' };

/** A request may be found by itself and by each of its answers. */
const rank = (hits: readonly Hit[]): readonly Ranked[] =>
  Array.from(
    Map.groupBy(hits, ({ id }) => id),
    ([id, all]): Ranked => {
      const elsewhere = all.every(({ inAnswer }) => inAnswer) ? 'answer' : 'request';
      return { id, where: all.some(({ inSubject }) => inSubject) ? 'subject' : elsewhere };
    },
  ).toSorted((a, b) => Number(b.where === 'subject') - Number(a.where === 'subject') || b.id - a.id);

const rowsOf = async (tx: Tx, ranked: readonly Ranked[]): Promise<readonly Found[]> => {
  if (ranked.length === 0) return [];
  const ids = ranked.map(({ id }) => id);
  const rows = await tx
    .selectFrom('request')
    .select(['id', 'code', 'subject', 'state'])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ranked.flatMap(({ id, where }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...row, where }];
  });
};

/** Words there are that look like these. They widen a search and are never shown: they may be of anybody's requests. */
export const spellingsOf = async (tx: Tx, words: readonly string[]): Promise<Words> => {
  const { rows } = await sql<{ typed: string; near: readonly string[] }>`
    select typed, array(select word from search_word
      where word % typed and length(word) > 3 and abs(length(word) - length(typed)) <= 1
      order by similarity(word, typed) desc, word limit 6) as near
    from unnest(${[...words]}::text[]) with ordinality as t(typed, place) order by place`.execute(tx);
  return rows.map(({ typed, near }) => [...new Set([typed, ...(typed.length < 4 ? [] : near)])]);
};

/** As many at once keep a statement short. */
const STALE_BATCH = 500;

/**
 * Makes the entries anew of what has changed since; safe on any number of processes at once. Whoever searches does a batch
 * first, so that he finds what was entered a moment ago.
 * @returns how many requests there were
 */
export const indexSome = async (query: Kysely<Database>): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with taken as (
      delete from search_stale where request_id in (
        select request_id from search_stale order by request_id limit ${STALE_BATCH} for update skip locked)
      returning request_id
    ), ids as (select array_agg(request_id) as ids, count(*)::int as count from taken)
    select count, case when count > 0 then search_index(ids) end from ids`.execute(query);
  return rows[0]?.count ?? 0;
};

export const indexStale = async ({ query }: Db): Promise<void> => {
  while ((await indexSome(query)) === STALE_BATCH) {
    // Until none is left.
  }
};
