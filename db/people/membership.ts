/** Who belongs where from when to when. A row is never deleted: it ends on a day, which is its last. */
import { sql } from 'kysely';
import type { IsoDate } from '#domain/time.ts';
import type { Tx } from '../client.ts';

type Place = { readonly personId: number; readonly unitId: number; readonly role: string };

/** Two administrators who give the same at once give it once: the caller holds the lock of the directory's stream. */
export const addMembership = async (tx: Tx, { personId, unitId, role }: Place, from: IsoDate): Promise<void> => {
  await sql`
    insert into membership (person_id, unit_id, role, valid_from)
    select ${personId}::int, ${unitId}::int, ${role}, ${from}::date
    where not exists (select 1 from membership where person_id = ${personId} and unit_id = ${unitId}
      and role = ${role} and (valid_to is null or valid_to >= ${from}::date))`.execute(tx);
};

/** @param role null: all that the person has in the unit */
export const endMemberships = async (
  tx: Tx,
  { personId, unitId, role }: Omit<Place, 'role'> & { readonly role: string | null },
  lastDay: IsoDate,
): Promise<void> => {
  await tx
    .updateTable('membership')
    .set({ valid_to: lastDay })
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .$if(role !== null, (query) => query.where('role', '=', role ?? ''))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', lastDay)]))
    .execute();
};
