/** Which Postgres: the embedded one, or the one named; brought to the schema this program knows. */
import { resolve } from 'node:path';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { knownVersion, migrate, schemaVersion } from '#db/migrate.ts';
import type { Config } from '#src/config.ts';
import type { Log } from '#src/log.ts';

export type OpenDatabase = {
  readonly appUrl: string;
  readonly stop: () => Promise<void>;
};

export const openDatabase = async (config: Config, log: Log): Promise<OpenDatabase> => {
  if (config.database.kind === 'embedded') {
    const embedded = await startEmbedded({
      dataDir: resolve(config.dataDir),
      log,
      onLost: (error) => endLost(log, error),
    });
    await migrate(embedded.ownerUrl, { log });
    return { appUrl: embedded.appUrl, stop: embedded.stop };
  }
  const { url, ownerUrl } = config.database;
  if (ownerUrl !== null) await migrate(ownerUrl, { log });
  else await assertSchema(url);
  return { appUrl: url, stop: async () => undefined };
};

/** Without its database the process is of no use; whoever runs it sees it end. */
const endLost = (log: Log, error: unknown): never => {
  log.error({ err: error }, 'Postgres cannot be kept running');
  process.exit(1);
};

/** Without an owner's URL this process may not migrate: the schema must be there already. */
const assertSchema = async (url: string): Promise<void> => {
  const [there, known] = await Promise.all([schemaVersion(url), knownVersion()]);
  if (there !== known) {
    throw new Error(
      'DATABASE_OWNER_URL: must be set, or `npm run cli -- migrate` run, since the schema is not this version',
    );
  }
};
