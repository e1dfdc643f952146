/** Fictional people, each with a web chat account, and the enterprises of the zones: only with sample data. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { type Ids, idOf, idsOf } from './codes.ts';
import { enterprises } from './data/enterprises.ts';
import { people } from './data/people.ts';

export const seedPeople = async (tx: Tx, now: Millis): Promise<void> => {
  const at = new Date(now);
  const unitIds = idsOf(await tx.selectFrom('unit').select(['id', 'code']).execute());
  const ids = await insertPeople(tx, at);
  const memberships = people.flatMap((person) =>
    person.memberships.map(({ unit, role, from }) => ({
      person_id: idOf(ids, person.key),
      unit_id: idOf(unitIds, unit),
      role,
      valid_from: from,
      valid_to: null,
    })),
  );
  const accounts = people.map(({ key, name }) => ({
    channel: 'web',
    external_id: key,
    address: key,
    person_id: idOf(ids, key),
    display_name: name,
    linked_at: at,
    seen_at: at,
  }));
  await Promise.all([
    tx.insertInto('membership').values(memberships).execute(),
    tx.insertInto('account').values(accounts).execute(),
  ]);
};

const insertPeople = async (tx: Tx, at: Date): Promise<Ids> =>
  idsOf(
    await tx
      .insertInto('person')
      .values(people.map(({ key, name, gender, title }) => ({ key, name, gender, title, created_at: at })))
      .returning(['id', 'key as code'])
      .execute(),
  );

export const seedEnterprises = async (tx: Tx): Promise<void> => {
  const zoneIds = idsOf(await tx.selectFrom('zone').select(['id', 'code']).execute());
  const rows = enterprises.map(({ taxCode, name, zone, sector }) => ({
    tax_code: taxCode,
    name,
    zone_id: idOf(zoneIds, zone),
    sector,
  }));
  await tx.insertInto('enterprise').values(rows).execute();
};
