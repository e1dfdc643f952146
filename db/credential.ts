/** Tokens of platforms: one row each, encrypted; changed by one process at a time. */
import { sql } from 'kysely';
import type { Cipher } from './cipher.ts';
import { type Db, inTransaction, type Tx } from './client.ts';
import type { Log } from './log.ts';

export type CredentialStore<T> = {
  /** Null: none yet, or none that this key opens. */
  readonly read: () => Promise<T | null>;
  /**
   * Runs `decide` while no other process does, and commits what it returns before it is handed on. Null: another process
   * is at it. That is not waited for here, since a connection would be held meanwhile.
   */
  readonly change: (decide: (held: T | null) => Promise<T>) => Promise<T | null>;
};

type Options<T> = {
  readonly name: string;
  readonly cipher: Cipher;
  readonly parse: (value: unknown) => T;
  readonly now: () => number;
  readonly log: Log;
};

export const credentialStore = <T>(db: Db, { name, cipher, parse, now, log }: Options<T>): CredentialStore<T> => {
  const opened = (value: Buffer | undefined): T | null => {
    if (value === undefined || value.length === 0) return null;
    const text = cipher.open(name, value);
    if (text === null)
      log.error({ name }, 'a stored credential cannot be opened: APP_KEY is not the one it was kept with');
    return text === null ? null : parse(JSON.parse(text));
  };
  return {
    read: async () => {
      const row = await db.query.selectFrom('credential').select('value').where('name', '=', name).executeTakeFirst();
      return opened(row?.value);
    },
    change: async (decide) => {
      await makeRow(db, name, now());
      return inTransaction(db, async (tx) => {
        const before = await lock(tx, name);
        if (before === null) return null;
        const held = opened(before);
        const after = await decide(held);
        if (after !== held) await write(tx, name, { value: cipher.seal(name, JSON.stringify(after)), at: now() });
        return after;
      });
    },
  };
};

/** The row is what orders processes: made empty where there is none, in a commit of its own, so that nobody waits for it. */
const makeRow = async (db: Db, name: string, now: number): Promise<void> => {
  await sql`insert into credential (name, value, updated_at) values (${name}, '', ${new Date(now)})
    on conflict (name) do nothing`.execute(db.query);
};

/** Held while a platform is asked, by nobody else. Null: by another process. */
const lock = async (tx: Tx, name: string): Promise<Buffer | null> => {
  const row = await tx
    .selectFrom('credential')
    .select('value')
    .where('name', '=', name)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.value ?? null;
};

const write = async (tx: Tx, name: string, { value, at }: { value: Buffer; at: number }): Promise<void> => {
  await tx
    .updateTable('credential')
    .set({ value, updated_at: new Date(at) })
    .where('name', '=', name)
    .execute();
};
