/**
 * Brings a database to the schema that this program knows. Migrations are the files of `db/migrations` in the order of
 * their names, run by the owner in one transaction; processes that start at once wait for each other. A database that
 * holds what this program does not know is left alone.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Client } from 'pg';
import { withConnection } from './connection.ts';
import type { Log } from './log.ts';

export type MigrationErrorCode =
  /** The database has a migration that is not among ours: a newer program made it. */
  | 'unknown'
  /** One of ours comes before one that the database already has: it would run too late. */
  | 'out_of_order'
  | 'failed';

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly code: MigrationErrorCode;

  constructor(code: MigrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type MigrateOptions = { readonly log: Log; readonly folder?: string };

const LOCK_KEY = 0x50480002;

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** @throws MigrationError */
export const migrate = (ownerUrl: string, { log, folder = MIGRATIONS }: MigrateOptions): Promise<void> =>
  withConnection(ownerUrl, async (client) => {
    await lockMigrations(client, 'alone');
    const known = await namesIn(folder);
    assertKnown(await appliedOn(client), known);
    const migrations = await migrateOn(kyselyOn(client), known.at(-1) ?? null, folder);
    log.info({ migrations }, migrations.length > 0 ? 'migrated the database' : 'the schema is up to date');
  });

/** The last migration that a database has; null: none. Readable by the application's role. */
export const schemaVersion = (url: string): Promise<string | null> =>
  withConnection(url, async (client) => (await appliedOn(client)).at(-1) ?? null);

/** The last migration that this program knows: what `schemaVersion` is when all is well. */
export const knownVersion = async (folder = MIGRATIONS): Promise<string | null> =>
  (await namesIn(folder)).at(-1) ?? null;

/**
 * Held to the end of the connection. Alone: to change the schema. Shared: to read all of it, for a transaction begun
 * later sees tables that a migration rewrote meanwhile as empty.
 */
export const lockMigrations = async (client: Client, mode: 'alone' | 'shared'): Promise<void> => {
  await client.query(`select pg_advisory_lock${mode === 'shared' ? '_shared' : ''}($1)`, [LOCK_KEY]);
};

/** @returns the names of those that were run. @throws MigrationError */
export const migrateOn = async (db: Kysely<unknown>, target: string | null, folder: string): Promise<string[]> => {
  if (target === null) return [];
  const migrator = new Migrator({ db, provider: { getMigrations: () => load(folder) } });
  const { error, results = [] } = await migrator.migrateTo(target);
  if (error) {
    const name = results.find(({ status }) => status === 'Error')?.migrationName;
    throw new MigrationError('failed', `migration ${name ?? ''} failed`, { cause: error });
  }
  return results.map(({ migrationName }) => migrationName);
};

/** @throws MigrationError unless what was applied is the beginning of what is known */
const assertKnown = (applied: readonly string[], known: readonly string[]): void => {
  const strange = applied.find((name) => !known.includes(name));
  if (strange) throw new MigrationError('unknown', `migration ${strange} was made by a newer program`);
  const late = known.find((name, index) => index < applied.length && name !== applied[index]);
  if (late) throw new MigrationError('out_of_order', `migration ${late} comes before ones that were applied already`);
};

export const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

export const appliedOn = async (client: Client): Promise<string[]> => {
  const table = await client.query<{ found: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as found`,
  );
  if (!table.rows[0]?.found) return [];
  const { rows } = await client.query<{ name: string }>('select name from public.kysely_migration');
  return rows.map(({ name }) => name).sort();
};

/** Kysely over one connection, for locks and settings that belong to it. Closing it leaves the connection open. */
export const kyselyOn = (client: Client): Kysely<unknown> => {
  const lent = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => lent, end: async () => undefined, options: {} };
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
};

const load = async (folder: string): Promise<Record<string, Migration>> => {
  const migrations: Record<string, Migration> = {};
  for (const name of await namesIn(folder)) {
    migrations[name] = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  }
  return migrations;
};
