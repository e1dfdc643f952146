/** Lists of requests and parts, each under the scope of the person who asks. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Scope } from '#domain/permission/scope.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { moment } from '../moment.ts';

/** The SQL side of `canSee`: on a row `r` of request. A property test holds the two against each other. */
export const visibleTo = (scope: Scope, now: Millis): Expression<SqlBool> => seenBy(scope, now, watchedBy(scope));

/** The SQL side of `isParty`: without what is only watched. */
export const partyTo = (scope: Scope, now: Millis): Expression<SqlBool> => seenBy(scope, now, sql<SqlBool>`false`);

const seenBy = (scope: Scope, now: Millis, watched: Expression<SqlBool>): Expression<SqlBool> => {
  const at = new Date(now);
  const filed = sql`(r.filer_id = ${scope.personId} and r.asking_unit_id = any(${[...scope.own]}::int[]))`;
  const shown = sql`r.visible_at <= ${at} and not r.was_undone`;
  if (scope.all) return sql<SqlBool>`(${filed} or (${shown}))`;
  return sql<SqlBool>`(
    ${filed}
    or (${shown} and (
      r.asking_unit_id = any(${[...scope.units]}::int[])
      or ${watched}
      or r.filer_id = any(${[...scope.people]}::int[])
      or ${lentTo(scope, sql`r.filer_id`, sql`r.asking_unit_id`)}
      or exists (
        select 1 from part v where v.request_id = r.id and (
          (v.holder_id = ${scope.personId} and v.unit_id = any(${[...scope.own]}::int[]))
          or v.unit_id = any(${[...scope.units]}::int[])
          or (v.state = 'awaiting' and v.unit_id = any(${[...scope.desks]}::int[]))
          or v.holder_id = any(${[...scope.people]}::int[])
          or ${lentTo(scope, sql`v.holder_id`, sql`v.unit_id`)}
        )
      )
    ))
  )`;
};

/** Done or held by somebody he stands in for: the SQL side of `isLent`. */
export const lentTo = (
  { lent }: Scope,
  person: Expression<unknown>,
  unit: Expression<unknown>,
): Expression<SqlBool> => {
  const each = lent.map(
    ({ personId, units }) => sql`(${person} = ${personId} and ${unit} = any(${[...units]}::int[]))`,
  );
  return each.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(each, sql` or `)})`;
};

/** On a row `r` of request. */
export const watchedBy = ({ personId }: Scope): Expression<SqlBool> => sql<SqlBool>`exists (
  select 1 from request_watcher w where w.request_id = r.id and w.person_id = ${personId}
)`;

export type ListedPart = {
  readonly partId: number;
  readonly requestId: number;
  readonly code: string;
  readonly subject: string;
  readonly urgency: string;
  readonly state: string;
  readonly unitId: number;
  readonly holderId: number | null;
  readonly receiptDue: Millis;
  readonly due: Millis;
  readonly provisional: boolean;
};

export type Page<T> = { readonly rows: readonly T[]; readonly total: number };

export const PAGE = 8;

/** Which of the waiting parts are meant. */
export type WaitingOnly = {
  /** Their present date is later than this, and not later than that. */
  readonly after?: Millis;
  readonly until?: Millis;
  /** They owe it, or ask for it. */
  readonly units?: readonly number[];
};

const isMeant = ({ after, until, units }: WaitingOnly): Expression<SqlBool> => {
  const end = sql`(case when p.state = 'awaiting' then least(p.receipt_due, p.due) else p.due end)`;
  const ids = sql`${[...(units ?? [])]}::int[]`;
  return sql<SqlBool>`(${after === undefined} or ${end} > ${new Date(after ?? 0)})
    and (${until === undefined} or ${end} <= ${new Date(until ?? 0)})
    and (${units === undefined} or p.unit_id = any(${ids}) or r.asking_unit_id = any(${ids}))`;
};

type Asked = { readonly offset: number; readonly only?: WaitingOnly };

/** Open parts that wait for the person or for units he sees; most overdue first. */
export const partsWaiting = async (
  tx: Tx,
  scope: Scope,
  now: Millis,
  { offset, only = {} }: Asked,
): Promise<Page<ListedPart>> => {
  const result = await sql<ListedPart & { total: number }>`
    select p.id as "partId", r.id as "requestId", r.code, r.subject, r.urgency, p.state, p.unit_id as "unitId",
      p.holder_id as "holderId", p.receipt_due as "receiptDue", p.due, p.provisional, count(*) over () as total
    from part p join request r on r.id = p.request_id
    where p.state in ('awaiting', 'accepted', 'drafted') and r.state = 'open' and r.visible_at <= ${new Date(now)}
      and ((p.holder_id = ${scope.personId} and p.unit_id = any(${[...scope.own]}::int[]))
        or p.unit_id = any(${[...scope.units]}::int[])
        or (p.state = 'awaiting' and p.unit_id = any(${[...scope.desks]}::int[]))
        or p.holder_id = any(${[...scope.people]}::int[])
        or ${lentTo(scope, sql`p.holder_id`, sql`p.unit_id`)})
      and ${isMeant(only)}
    order by case when p.state = 'awaiting' then least(p.receipt_due, p.due) else p.due end, p.id
    limit ${PAGE} offset ${offset}`.execute(tx);
  return { rows: result.rows, total: result.rows[0]?.total ?? 0 };
};

export type ListedRequest = {
  readonly id: number;
  readonly code: string;
  readonly subject: string;
  readonly urgency: string;
  readonly state: string;
  readonly parts: number;
  readonly answered: number;
  /** The earliest date still owed, null when nothing is. */
  readonly due: Millis | null;
  readonly provisional: boolean;
};

/** What the person, or units he sees, have filed, or what he watches, and is not over; the nearest date first. */
export const requestsFollowed = async (
  tx: Tx,
  scope: Scope,
  now: Millis,
  offset: number,
): Promise<Page<ListedRequest>> => {
  const result = await sql<ListedRequest & { total: number }>`
    select r.id, r.code, r.subject, r.urgency, r.state, p.parts, p.answered, p.due, p.provisional, count(*) over () as total
    from request r
    cross join lateral (
      select count(*)::int as parts, count(*) filter (where state in ('answered', 'closed'))::int as answered,
        min(due) filter (where state in ('awaiting', 'accepted', 'drafted')) as due,
        coalesce((array_agg(provisional order by due) filter (where state in ('awaiting', 'accepted', 'drafted')))[1],
          false) as provisional
      from part where request_id = r.id
    ) p
    where r.state in ('open', 'synthesised')
      and ((r.filer_id = ${scope.personId} and r.asking_unit_id = any(${[...scope.own]}::int[]))
        or (r.visible_at <= ${new Date(now)}
          and (r.asking_unit_id = any(${[...scope.units]}::int[]) or r.filer_id = any(${[...scope.people]}::int[])
            or ${lentTo(scope, sql`r.filer_id`, sql`r.asking_unit_id`)} or ${watchedBy(scope)})))
    order by p.due nulls last, r.id
    limit ${PAGE} offset ${offset}`.execute(tx);
  return { rows: result.rows, total: result.rows[0]?.total ?? 0 };
};

/** Open requests that the units have been asked, by id: for what goes over all of them. */
export const openRequestIds = async (
  tx: Tx,
  page: { readonly now: Millis; readonly after: number; readonly limit: number },
): Promise<number[]> => {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('state', '=', 'open')
    .where('visible_at', '<=', moment(page.now))
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.id);
};
