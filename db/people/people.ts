/** People and their invitations, as administrators make them. */
import { sql } from 'kysely';
import type { Role } from '#domain/directory/directory.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Db, inTransaction, type Tx } from '../client.ts';
import { insertInvitation } from './invitation.ts';

export const countPeople = async (db: Db): Promise<number> => {
  const row = await db.query
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};

export type NewPerson = {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: number;
  readonly role: Role;
  readonly now: Millis;
};

/** @returns the person's id */
export const insertPerson = async (tx: Tx, person: NewPerson): Promise<number> => {
  const { id } = await tx
    .insertInto('person')
    .values({
      key: person.key,
      name: person.name,
      gender: null,
      title: person.title,
      created_at: new Date(person.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('membership')
    .values({
      person_id: id,
      unit_id: person.unitId,
      role: person.role,
      valid_from: dateOf(person.now),
      valid_to: null,
    })
    .execute();
  return id;
};

export const correctPerson = async (
  tx: Tx,
  one: {
    readonly personId: number;
    readonly name: string;
    readonly title: string;
    readonly gender: 'nam' | 'nu' | null;
  },
): Promise<void> => {
  const { personId, name, title, gender } = one;
  await tx.updateTable('person').set({ name, title, gender }).where('id', '=', personId).execute();
};

type FirstAdmin = {
  readonly name: string;
  readonly title: string;
  readonly codeHash: string;
  readonly now: Millis;
  readonly expiresAt: Millis;
};

const LOCK_KEY = 0x50480004;

/** @returns whether one was made: of processes that start at once only the first makes him */
export const insertFirstAdmin = (db: Db, admin: FirstAdmin): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK_KEY})`.execute(tx);
    const [someone, unit] = await Promise.all([
      tx.selectFrom('person').select('id').limit(1).executeTakeFirst(),
      tx.selectFrom('unit').select('id').where('code', '=', 'bql').executeTakeFirstOrThrow(),
    ]);
    if (someone !== undefined) return false;
    const personId = await insertPerson(tx, {
      key: 'quan-tri',
      name: admin.name,
      title: admin.title,
      unitId: unit.id,
      role: 'admin',
      now: admin.now,
    });
    await insertInvitation(tx, {
      codeHash: admin.codeHash,
      personId,
      kind: 'invite',
      now: admin.now,
      expiresAt: admin.expiresAt,
    });
    return true;
  });
