/** Invitations as administrators give them: a person of the directory, his code, the fact, in one commit. */
import type { Role } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import { addWebPerson } from '../chat/web-people.ts';
import { type Db, inTransaction, type Tx } from '../client.ts';
import { appendFacts, lockStream } from '../fact.ts';
import { insertInvitation } from './invitation.ts';
import { insertPerson } from './people.ts';

export type Invitee =
  | { readonly kind: 'known'; readonly key: string }
  | {
      readonly kind: 'new';
      /** What the key is made of: the name in plain letters. */
      readonly slug: string;
      readonly name: string;
      readonly title: string;
      readonly unitId: number;
      readonly role: Role;
    };

export type Invite = {
  readonly invitee: Invitee;
  readonly codeHash: string;
  readonly now: Millis;
  readonly expiresAt: Millis;
  /** Also gives the person an account on the web chat. */
  readonly onWeb: boolean;
  /** Who gave the invitation and where, for the history; null: the command line. */
  readonly actorId: number | null;
  readonly channel: string;
};

/** @returns the person's key and name; null when nobody has the key */
export const invite = (db: Db, one: Invite): Promise<Found | null> => inTransaction(db, (tx) => inviteIn(tx, one));

export const inviteIn = async (tx: Tx, one: Invite): Promise<Found | null> => {
  // Two invitations at once would choose the same key.
  await lockStream(tx, 'directory');
  const person = one.invitee.kind === 'new' ? await addPerson(tx, one.invitee, one.now) : await find(tx, one.invitee);
  if (person === null) return null;
  await insertInvitation(tx, { ...one, personId: person.id, kind: 'invite' });
  if (one.onWeb) await addWebPerson(tx, person, one.now);
  const { invitee, now: at, actorId, channel } = one;
  const role = invitee.kind === 'new' ? { unitId: invitee.unitId, role: invitee.role } : {};
  const data = { personId: person.id, isNew: invitee.kind === 'new', ...role };
  await appendFacts(tx, 'directory', [{ kind: 'invited', partId: null, data }], { actorId, channel, at });
  return person;
};

type Found = { readonly id: number; readonly key: string; readonly name: string };

const find = async (tx: Tx, { key }: { readonly key: string }): Promise<Found | null> =>
  (await tx.selectFrom('person').select(['id', 'key', 'name']).where('key', '=', key).executeTakeFirst()) ?? null;

const addPerson = async (tx: Tx, one: Extract<Invitee, { kind: 'new' }>, now: Millis): Promise<Found> => {
  const key = await freeKey(tx, one.slug);
  const { name, title, unitId, role } = one;
  return { id: await insertPerson(tx, { key, name, title, unitId, role, now }), key, name };
};

/** `nguyen-thi-lan`, then `nguyen-thi-lan-2`, … */
const freeKey = async (tx: Tx, slug: string): Promise<string> => {
  const rows = await tx.selectFrom('person').select('key').where('key', 'like', `${slug}%`).execute();
  const taken = new Set(rows.map((row) => row.key));
  let key = slug;
  for (let number = 2; taken.has(key); number += 1) key = `${slug}-${number}`;
  return key;
};
