/** Duties in lists, under the scope of the person who asks. */
import { sql } from 'kysely';
import type { Scope } from '#domain/permission/scope.ts';
import type { Tx } from '../client.ts';
import { lentTo, PAGE, type Page } from '../request/list.ts';
import { dutiesById, type LoadedDuty } from './duty.ts';

/** Whose proofs wait for the person: those owed to units he leads, and, for the coordinator, all of them. */
export type DutyReach = { readonly scope: Scope; readonly leads: readonly number[]; readonly coordinates: boolean };

/** Open ones that he or his units owe, and proofs that wait for his word; the nearest date first. */
export const dutiesWaiting = async (tx: Tx, reach: DutyReach, offset: number): Promise<Page<LoadedDuty>> => {
  const { scope, leads, coordinates } = reach;
  const { rows } = await sql<{ id: number; total: number }>`
    select d.id, count(*) over () as total from duty d
    where (d.state = 'open' and (
        (d.holder_id = ${scope.personId} and d.unit_id = any(${[...scope.own]}::int[]))
        or d.unit_id = any(${[...scope.units]}::int[])
        or d.unit_id = any(${[...scope.desks]}::int[])
        or d.holder_id = any(${[...scope.people]}::int[])
        or ${lentTo(scope, sql`d.holder_id`, sql`d.unit_id`)}))
      or (d.state = 'proved' and (
        d.checker_id = ${scope.personId} or ${lentTo(scope, sql`d.checker_id`, sql`d.owed_to`)} or d.owed_to = any(${[...leads]}::int[]) or ${coordinates}))
    order by d.due, d.id
    limit ${PAGE} offset ${offset}`.execute(tx);
  const duties = await dutiesById(
    tx,
    rows.map((row) => row.id),
  );
  return { rows: duties.toSorted((a, b) => a.due - b.due || a.id - b.id), total: rows[0]?.total ?? 0 };
};

/** Remedies that are not done yet, of everybody: whoever shows them asks `canSeeDuty`. */
export const openFindings = async (tx: Tx): Promise<readonly LoadedDuty[]> => {
  const rows = await tx
    .selectFrom('duty')
    .select('id')
    .where('kind', '=', 'finding')
    .where('state', 'in', ['open', 'proved'])
    .execute();
  const duties = await dutiesById(
    tx,
    rows.map(({ id }) => id),
  );
  return duties.toSorted((a, b) => a.due - b.due || a.id - b.id);
};
