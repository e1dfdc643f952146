/** `cli backup FILE`: all data as of one moment, beside a running product too. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { backup } from '#db/backup/backup.ts';
import { texts } from '#text/cli.ts';
import { defineCommand, done } from './command.ts';
import { withServer } from './server.ts';

export const backupCommand = defineCommand('FILE', { rest: z.tuple([z.string()]) }, (context, { rest: [file] }) =>
  withServer(context, async ({ ownerUrl }) => {
    const path = resolve(file);
    await backup(ownerUrl, path, context);
    return done({ file: path }, texts.backedUp(path));
  }),
);
