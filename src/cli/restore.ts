/** `cli restore FILE`: into an empty database, whole or not at all. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { restore } from '#db/backup/restore.ts';
import { schemaVersion } from '#db/migrate.ts';
import { texts } from '#text/cli.ts';
import { defineCommand, done } from './command.ts';
import { withServer } from './server.ts';

export const restoreCommand = defineCommand('FILE', { rest: z.tuple([z.string()]) }, (context, { rest: [file] }) =>
  withServer(context, async ({ ownerUrl }) => {
    const path = resolve(file);
    await restore(ownerUrl, path, { log: context.log });
    return done({ file: path, version: await schemaVersion(ownerUrl) }, texts.restored(path));
  }),
);
