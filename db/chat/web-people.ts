/** Who can be played on the web chat: people with an account there, by unit. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';

export const webPeople = async (
  db: Db,
): Promise<{ externalId: string; name: string; title: string; unit: string }[]> => {
  const result = await sql<{ externalId: string; name: string; title: string; unit: string }>`
    select a.external_id as "externalId", p.name, p.title, u.name as unit
    from account a
    join person p on p.id = a.person_id
    join lateral (select unit_id from membership m where m.person_id = p.id order by m.id limit 1) m on true
    join unit u on u.id = m.unit_id
    where a.channel = 'web'
    order by u.id, p.id`.execute(db.query);
  return result.rows;
};

/** An account there, so that the person can be chosen on the page. */
export const addWebPerson = async (
  tx: Tx,
  person: { readonly id: number; readonly key: string; readonly name: string },
  now: Millis,
): Promise<void> => {
  const at = new Date(now);
  const { id, key, name } = person;
  await tx
    .insertInto('account')
    .values({
      channel: 'web',
      external_id: key,
      address: key,
      person_id: id,
      display_name: name,
      linked_at: at,
      seen_at: at,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'external_id']).doNothing())
    .execute();
};
