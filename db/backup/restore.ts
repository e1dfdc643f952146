/**
 * Brings a backup into an empty database: the schema as it was then, the rows, the sequences, in one transaction, so a
 * failed restore leaves the database as empty as it was; then the migrations made since. Nothing is ever overwritten.
 */
import { open } from 'node:fs/promises';
import { pipeline as joined } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { withConnection } from '../connection.ts';
import {
  appliedOn,
  kyselyOn,
  lockMigrations,
  MIGRATIONS,
  type MigrateOptions,
  migrateOn,
  namesIn,
} from '../migrate.ts';
import { prepareSession, tablesOf } from './catalog.ts';
import { BackupError } from './errors.ts';
import { framesOf, type Header, readHeader } from './format.ts';
import { withoutChecks } from './suspend.ts';

/** @throws BackupError; MigrationError; errors of the database and the file system */
export const restore = async (
  ownerUrl: string,
  file: string,
  { log, folder = MIGRATIONS }: MigrateOptions,
): Promise<void> => {
  const handle = await open(file);
  // Errors of reading surface where the bytes are used.
  const bytes = joined(handle.createReadStream(), createGunzip(), ignore);
  try {
    const frames = framesOf(bytes);
    const header = await readHeader(frames);
    const known = await namesIn(folder);
    assertOlder(header.migrations, known);
    await withConnection(ownerUrl, async (client) => {
      await prepareSession(client);
      await lockMigrations(client, 'alone');
      await assertEmpty(client);
      const db = kyselyOn(client);
      await db.transaction().execute(async (tx) => {
        await migrateOn(tx, header.migrations.at(-1) ?? null, folder);
        await withoutChecks(client, () => load(client, header, frames));
      });
      const migrations = await migrateOn(db, known.at(-1) ?? null, folder);
      await client.query('analyze'); // or the first questions after it are answered by guessed plans
      log.info({ file, tables: header.tables.length, migrations }, 'backup restored');
    });
  } finally {
    bytes.destroy();
  }
};

/** A backup is of a state that this program's migrations pass through. */
const assertOlder = (migrations: readonly string[], known: readonly string[]): void => {
  const strange = migrations.find((name, index) => name !== known[index]);
  if (strange) throw new BackupError('newer_schema', `the backup has migration ${strange}, unknown to this program`);
};

const assertEmpty = async (client: Client): Promise<void> => {
  const [applied, tables] = [await appliedOn(client), await tablesOf(client)];
  if (applied.length > 0 || tables.length > 0) throw new BackupError('not_empty', 'the database already has tables');
};

const load = async (client: Client, header: Header, frames: AsyncGenerator<Buffer, void>): Promise<void> => {
  // Migrations may have put rows in, which are in the backup too.
  const tables = await tablesOf(client);
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  for (const { name, columns } of header.tables) {
    await pipeline(rowsOf(frames), client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`)));
  }
  if (!(await frames.next()).done) throw new BackupError('damaged', 'the backup goes on after its last table');
  for (const { name, value, isCalled } of header.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
  }
};

const rowsOf = async function* (frames: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  while (true) {
    const { value } = await frames.next();
    if (!value) throw new BackupError('damaged', 'the backup ends within a table');
    if (value.length === 0) return;
    yield value;
  }
};

const ignore = (): void => undefined;
