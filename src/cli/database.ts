/**
 * The product's data for one command, as a start of the product would have them: schema brought up to date, reference
 * data there, the clock in the product's time.
 */
import { type Db, openDb } from '#db/client.ts';
import { clockSource } from '#db/clock.ts';
import { knownVersion, migrate, schemaVersion } from '#db/migrate.ts';
import { seed } from '#db/seed/seed.ts';
import { type Clock, startClock } from '#src/clock.ts';
import { openClock } from '#src/start/open-clock.ts';
import { texts } from '#text/cli.ts';
import { type Context, type Outcome, refuse } from './command.ts';
import { type Server, withServer } from './server.ts';

export type Data = { readonly db: Db; readonly clock: Clock; readonly server: Server };

/** A command asks one thing after the other; two more for what it asks side by side. */
const POOL_SIZE = 3;

export const withData = (context: Context, work: (data: Data) => Promise<Outcome>): Promise<Outcome> =>
  withServer(context, async (server) => {
    if (!(await bringUp(context, server))) return refuse(texts.otherSchema);
    const db = openDb(server.appUrl, POOL_SIZE, (error) => context.log.warn({ err: error }, 'a connection was lost'));
    const clock = await followClock(context, db);
    try {
      const { config, log } = context;
      await seed(db, { now: clock.now(), sample: config.sampleData !== 'off', log });
      return await work({ db, clock, server });
    } finally {
      clock.stop();
      await db.pool.end();
    }
  });

/** @returns whether the schema is the one of this program. One in use by others is changed by `migrate` only. */
const bringUp = async ({ config, log }: Context, { ownerUrl, isShared }: Server): Promise<boolean> => {
  const isOwner = config.database.kind === 'embedded' || config.database.ownerUrl !== null;
  // As the owner: while another process migrates an empty database, nobody else may read there yet.
  const [there, known] = await Promise.all([schemaVersion(ownerUrl), knownVersion()]);
  if (there === known) return true;
  if (!isOwner || (isShared && there !== null)) return false;
  await migrate(ownerUrl, { log });
  return true;
};

/** The time of the processes beside us, whatever our own environment says: the row of a test clock tells. */
const followClock = async ({ config, log }: Context, db: Db): Promise<Clock> => {
  const source = clockSource(db);
  if (config.testClock !== null || (await source.readMapping()) === null) return openClock(config, db, log);
  return startClock(source, true, (error) => log.warn({ err: error }, 'the clock was not set'));
};
