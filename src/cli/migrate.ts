/** `cli migrate`: brings the schema to the one of this program, as the owner of the database. */
import { migrate, schemaVersion } from '#db/migrate.ts';
import { texts } from '#text/cli.ts';
import { defineCommand, done } from './command.ts';
import { withServer } from './server.ts';

export const migrateCommand = defineCommand('', {}, (context) =>
  withServer(context, async ({ ownerUrl }) => {
    await migrate(ownerUrl, { log: context.log });
    const version = await schemaVersion(ownerUrl);
    return done({ version }, texts.migrated(version ?? ''));
  }),
);
