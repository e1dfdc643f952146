/**
 * Writes all that a database holds into one file, as it was at one moment, while others go on working. Memory use does
 * not grow with the size. The file gets its name when it is whole and safe on disk; until then an older one stays.
 */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withConnection } from '../connection.ts';
import type { Log } from '../log.ts';
import { appliedOn, lockMigrations } from '../migrate.ts';
import { prepareSession, sequencesOf, tablesOf } from './catalog.ts';
import { BackupError } from './errors.ts';
import { END_OF_TABLE, frame, type Header } from './format.ts';

/** @throws BackupError; errors of the database and the file system */
export const backup = async (ownerUrl: string, file: string, { log }: { readonly log: Log }): Promise<void> => {
  const part = `${file}.part`;
  try {
    const header = await withConnection(ownerUrl, async (client) => {
      await prepareSession(client);
      await lockMigrations(client, 'shared');
      await client.query('begin isolation level repeatable read read only');
      const header = await headerOf(client);
      // Its content is personal data: for whoever made it only. Level 1: the rest costs more time than it saves room.
      const target = createWriteStream(part, { mode: 0o600, flush: true });
      await pipeline(contentOf(client, header), createGzip({ level: 1 }), target);
      return header;
    });
    await rename(part, file);
    log.info({ file, tables: header.tables.length, version: header.migrations.at(-1) }, 'backup written');
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
};

const headerOf = async (client: Client): Promise<Header> => {
  const [first, ...more] = await appliedOn(client);
  if (first === undefined) throw new BackupError('no_schema', 'this database has no schema');
  return {
    format: 'phoihop-backup-1',
    migrations: [first, ...more],
    tables: await tablesOf(client),
    // Read after the snapshot was taken, so never behind the rows in it.
    sequences: await sequencesOf(client),
  };
};

const contentOf = async function* (client: Client, header: Header): AsyncGenerator<Buffer> {
  yield frame(Buffer.from(JSON.stringify(header)));
  for (const { name, columns } of header.tables) {
    const rows = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`));
    for await (const chunk of rows) yield frame(chunk);
    yield END_OF_TABLE;
  }
};
