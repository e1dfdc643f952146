/** The newest entries that fit a query and that a person may read, found without gathering all that fit. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { AnswerReader } from '#domain/permission/insight.ts';
import type { Scope } from '#domain/permission/scope.ts';
import { addDays, dateOf, type Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { lentTo, partyTo, watchedBy } from './list.ts';
import { anyOf, nearTo } from './search-lexemes.ts';

export type Reader = { readonly scope: Scope; readonly answers: AnswerReader; readonly now: Millis };

/** Filed from the first moment on, before the last. */
export type FiledIn = { readonly from: Millis; readonly before: Millis };

export type Hit = { readonly id: number; readonly inSubject: boolean; readonly inAnswer: boolean };

/** As many of the newest are ranked and counted; whoever finds more needs another word, not another page. */
export const MOST_FOUND = 500;

/** `all` and `subject` are queries of the index; an empty `all` is for what was filed in a time. */
export type Query = { readonly all: string; readonly subject: string; readonly filed: FiledIn | null };

/**
 * Every entry has a lexeme of the slices in which its request stands, as `search_index` makes them: by its number among
 * 2,048 and more, and by the month and year in which it was filed. Finest first.
 */
const SLICES = [
  ['b', 2_048],
  ['c', 16_384],
  ['d', 131_072],
] as const;
/** The index follows each slice that is asked for; so many cost less than looking through a coarser one. */
const MOST_SLICES = 10;

/** Ways to say how far back: of each the newest first, finest ways first; `size` counted in the finest. */
type Ladder = readonly { readonly size: number; readonly slices: readonly string[] }[];

/** What is looked through before a share is known; of the finest. */
const FIRST = 2;

/**
 * A word that every request has, or every request of one's unit, fits too many to fetch. So the newest slices are asked
 * first, then as many as their share lets expect to be enough, and all only where few fit. A slice is a lexeme of the
 * index like any other, so that what lies outside is not even visited.
 */
export const newestHits = async (tx: Tx, reader: Reader, query: Query): Promise<readonly Hit[]> => {
  const ladder = query.filed === null ? await byNumber(tx) : byMonth(query.filed, reader.now);
  const all = ladder[0]?.slices.length ?? 0;
  if (all === 0) return [];
  const among = (count: number) => hitsIn(tx, reader, query, newestOf(ladder, count));
  if (all <= FIRST) return among(all);
  const first = await among(FIRST);
  if (first.length >= MOST_FOUND) return first;
  // A quarter more: the share varies.
  const expected = Math.ceil((1.25 * FIRST * MOST_FOUND) / Math.max(1, first.length));
  if (expected < all) {
    const wider = await among(expected);
    if (wider.length >= MOST_FOUND) return wider;
  }
  return query.filed === null ? hitsIn(tx, reader, query, []) : among(all);
};

/** At least so many of the finest, said by few. */
const newestOf = (ladder: Ladder, count: number): readonly string[] => {
  // The newest of a coarse kind has hardly begun: one more.
  const counts = ladder.map(({ size, slices }) => slices.slice(0, size === 1 ? count : Math.ceil(count / size) + 1));
  return counts.find((slices) => slices.length <= MOST_SLICES) ?? counts.at(-1) ?? [];
};

const byNumber = async (tx: Tx): Promise<Ladder> => {
  const { rows } = await sql<{ last: number | null }>`select max(request_id) as last from search_entry`.execute(tx);
  const last = rows[0]?.last ?? null;
  if (last === null) return [];
  return SLICES.map(([mark, requests]) => {
    const newest = Math.floor(last / requests);
    const slices = Array.from({ length: newest + 1 }, (_, back) => `${mark}:${newest - back}`);
    return { size: requests / SLICES[0][1], slices };
  });
};

/** As long as any office keeps its papers. */
const MOST_MONTHS = 600;

/** Nothing was filed later than now. A year may hold days outside: what was filed when is looked at besides. */
const byMonth = ({ from, before }: FiledIn, now: Millis): Ladder => {
  const first = dateOf(from).slice(0, 7);
  const months: string[] = [];
  let month = dateOf(Math.min(before - 1, now)).slice(0, 7);
  while (month >= first && months.length < MOST_MONTHS) {
    months.push(month);
    month = addDays(`${month}-01`, -1).slice(0, 7);
  }
  const years = [...new Set(months.map((each) => each.slice(0, 4)))];
  return [
    { size: 1, slices: months.map((each) => `m:${each}`) },
    { size: MONTHS_A_YEAR, slices: years.map((each) => `y:${each}`) },
  ];
};

const MONTHS_A_YEAR = 12;

/** @param slices only these; all where there are none */
const hitsIn = async (
  tx: Tx,
  reader: Reader,
  { all, subject, filed }: Query,
  slices: readonly string[],
): Promise<readonly Hit[]> => {
  const among = slices.length === 0 ? '' : anyOf(slices);
  const query = [all, nearTo(reader.scope) ?? '', among].filter((part) => part !== '').join(' & ');
  // What fits is put in order before it is asked who may read it: that is asked of as many as are shown.
  const { rows } = await sql<Hit>`
    with fit as materialized (
      select e.request_id, e.kind, e.part_id, e.words @@ ${subject}::tsquery as in_subject
      from search_entry e where e.words @@ ${query}::tsquery
    )
    select e.request_id as id, e.in_subject as "inSubject", e.kind = 'answer' as "inAnswer"
    from (select * from fit order by request_id desc) e join request r on r.id = e.request_id
    where ${filedIn(filed)} and ${readableBy(reader)}
    order by e.request_id desc limit ${MOST_FOUND}`.execute(tx);
  return rows;
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
