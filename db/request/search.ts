/** Search over requests, under the scope of the person who asks: he finds nothing by words that he may not read. */
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { AnswerReader } from '#domain/permission/insight.ts';
import type { Scope } from '#domain/permission/scope.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import type { Database } from '../schema.ts';
import { lentTo, PAGE, partyTo, watchedBy } from './list.ts';

export type Reader = { readonly scope: Scope; readonly answers: AnswerReader; readonly now: Millis };

/** Filed from the first moment on, before the last. */
export type FiledIn = { readonly from: Millis; readonly before: Millis };

export type Found = {
  readonly id: number;
  readonly code: string;
  readonly subject: string;
  readonly state: string;
  readonly where: 'number' | 'subject' | 'request' | 'answer';
};

/** Each place has the spellings that fit it; a request has one of each place. All of `a`–`z` and digits. */
export type Words = readonly (readonly string[])[];

/** As many of the newest are ranked and counted; whoever finds more needs another word, not another page. */
export const MOST_FOUND = 500;

export const searchByNumber = (tx: Tx, reader: Reader, number: string, offset: number) =>
  find(tx, reader, { all: quoted(`n:${number}`), subject: quoted('s:'), isNumber: true, filed: null }, offset);

/** @param filed with it, no words find all that was filed then */
export const searchByWords = async (
  tx: Tx,
  reader: Reader,
  { words, filed = null }: { readonly words: Words; readonly filed?: FiledIn | null },
  offset: number,
): Promise<Hits> => {
  const whole = await wholeWords(tx, words);
  const all = (mark: string) => allOf(words, whole, mark);
  return find(tx, reader, { all: all(''), subject: all('s:'), isNumber: false, filed }, offset);
};

/** Empty `all`: no words. */
type Query = {
  readonly all: string;
  readonly subject: string;
  readonly isNumber: boolean;
  readonly filed: FiledIn | null;
};

/** Entries that are looked through one by one before the index is asked for all that match. */
const RECENT = 4_000;
/** So many one by one cost what the index takes for as many matches. */
const MOST_LOOKED_THROUGH = 64_000;

/**
 * The newest are what is listed. A word that every request has, or every request of one's unit, would fetch them all
 * from the index: the newest are looked through first, then as many as their share lets expect to fill the list.
 */
const find = async (tx: Tx, reader: Reader, query: Query, offset: number): Promise<Hits> => {
  const near = nearTo(reader.scope);
  const narrowed = query.all === '' ? near : `(${query.all}) & (${near})`;
  const asked = near === null ? query : { ...query, all: narrowed ?? '' };
  const newest = await findAmong(tx, reader, asked, { offset, newest: RECENT });
  if (newest.hits >= MOST_FOUND) return newest;
  // A quarter more: the share varies.
  const expected = Math.ceil((1.25 * RECENT * MOST_FOUND) / Math.max(1, newest.hits));
  if (expected <= MOST_LOOKED_THROUGH) {
    const wider = await findAmong(tx, reader, asked, { offset, newest: expected });
    if (wider.hits >= MOST_FOUND) return wider;
  }
  return findAmong(tx, reader, asked, { offset, newest: null });
};

type Hits = { readonly rows: readonly Found[]; readonly total: number; readonly hits: number };

const findAmong = async (
  tx: Tx,
  reader: Reader,
  query: Query,
  { offset, newest }: { readonly offset: number; readonly newest: number | null },
): Promise<Hits> => {
  // Without the bound the index on words is the way in; with it the newest rows are.
  const among =
    newest === null
      ? sql`search_entry`
      : sql`(select * from search_entry order by request_id desc limit ${newest} offset 0)`;
  const { rows } = await sql<Found & { total: number; hits: number }>`
    with hit as (
      select e.request_id, e.kind, e.words @@ ${query.subject}::tsquery as in_subject
      from ${among} e join request r on r.id = e.request_id
      where ${query.all === '' ? sql`true` : sql`e.words @@ ${query.all}::tsquery`} and ${filedIn(query.filed)}
        and ${readableBy(reader)}
      order by e.request_id desc limit ${MOST_FOUND}
    ), found as (
      select request_id, bool_or(in_subject) as in_subject, bool_and(kind = 'answer') as in_answer
      from hit group by request_id
    )
    select r.id, r.code, r.subject, r.state, count(*) over ()::int as total, (select count(*)::int from hit) as hits,
      case when ${query.isNumber}::boolean then 'number' when f.in_subject then 'subject'
        when f.in_answer then 'answer' else 'request' end as where
    from found f join request r on r.id = f.request_id
    order by f.in_subject desc, r.id desc
    limit ${PAGE} offset ${offset}`.execute(tx);
  const [first] = rows;
  return { rows, total: first?.total ?? 0, hits: first?.hits ?? 0 };
};

const filedIn = (filed: FiledIn | null) =>
  filed === null
    ? sql`true`
    : sql`r.filed_at >= ${new Date(filed.from)}::timestamptz and r.filed_at < ${new Date(filed.before)}::timestamptz`;

/** On an entry `e` of a request `r`. The SQL side of `insightInto`: content to parties, answers to those who read them. */
const readableBy = ({ scope, answers, now }: Reader): Expression<SqlBool> => sql<SqlBool>`(
  case e.kind
    when 'watcher' then r.visible_at <= ${new Date(now)} and not r.was_undone and ${watchedBy(scope)}
    when 'party' then ${partyTo(scope, now)}
    else ${partyTo(scope, now)} and (
      r.state in ('synthesised', 'closed') or ${answers.all}::boolean
      or (r.filer_id = ${scope.personId} and r.asking_unit_id = any(${[...scope.own]}::int[]))
      or ${lentTo(scope, sql`r.filer_id`, sql`r.asking_unit_id`)}
      or exists (select 1 from part o where o.request_id = r.id and o.unit_id in (r.asking_unit_id,
        (select unit_id from part where id = e.part_id)) and (
          (o.holder_id = ${scope.personId} and o.unit_id = any(${[...scope.own]}::int[]))
          or ${lentTo(scope, sql`o.holder_id`, sql`o.unit_id`)}))
      or r.asking_unit_id = any(${[...answers.units]}::int[])
      or (select unit_id from part where id = e.part_id) = any(${[...answers.units]}::int[]))
  end
)`;

/** What the index itself can tell about permission: no entry without one of these is his. Null: he sees all. */
const nearTo = (scope: Scope): string | null => {
  if (scope.all) return null;
  const units = [...new Set([...scope.units, ...scope.desks])].map((id) => quoted(`u:${id}`));
  const people = [...new Set([scope.personId, ...scope.people, ...scope.lent.map(({ personId }) => personId)])].map(
    (id) => quoted(`p:${id}`),
  );
  return [...units, ...people].join(' | ');
};

const allOf = (words: Words, whole: ReadonlySet<string>, mark: string): string =>
  words
    .map((spellings, at) => {
      const isLast = at === words.length - 1;
      return `(${spellings.map((word) => begun(mark, word, isLast || !whole.has(word))).join(' | ')})`;
    })
    .join(' & ');

/** One or two letters begin too many words to mean one. */
const begun = (mark: string, word: string, isOpen: boolean): string =>
  `${quoted(`${mark}${word}`)}${isOpen && word.length > 2 ? ':*' : ''}`;

/**
 * Those that are words as they stand; all but the last, which may be still being typed. The index must gather all that
 * begin with an open one, which for a few common ones takes longer than all the rest. It knows no words of three
 * letters: as syllables they are whole.
 */
const wholeWords = async (tx: Tx, words: Words): Promise<ReadonlySet<string>> => {
  const typed = words.slice(0, -1).flat();
  if (typed.length === 0) return new Set();
  const { rows } = await sql<{ word: string }>`
    select word from search_word where word = any(${typed}::text[])`.execute(tx);
  return new Set([...rows.map(({ word }) => word), ...typed.filter((word) => word.length === 3)]);
};

const quoted = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '')}'`;

/** Words there are that look like these. They widen a search and are never shown: they may be of anybody's requests. */
export const spellingsOf = async (tx: Tx, words: readonly string[]): Promise<Words> => {
  const { rows } = await sql<{ typed: string; near: readonly string[] }>`
    select typed, array(select word from search_word
      where word % typed and abs(length(word) - length(typed)) <= 1
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
