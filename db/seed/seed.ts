/**
 * Fills an empty database, once: reference data always, people, enterprises and past requests with sample data. All in
 * one transaction, so that a start that fails leaves the database empty; processes that start at once wait in line.
 */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import { type Db, inTransaction, type Tx } from '../client.ts';
import { readReference } from '../directory/reference.ts';
import type { Log } from '../log.ts';
import { seedMissingChecklists } from './checklists.ts';
import { seedDutyTemplates } from './duty-templates.ts';
import { seedIndicators } from './indicators.ts';
import { seedPastRequests } from './past-requests.ts';
import { seedEnterprises, seedPeople } from './people.ts';
import { isEmpty, seedReference } from './reference.ts';

const LOCK_KEY = 0x50480003;

export type SeedOptions = { readonly now: Millis; readonly sample: boolean; readonly log: Log };

export const seed = async (db: Db, { now, sample, log }: SeedOptions): Promise<void> => {
  const done = await inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK_KEY})`.execute(tx);
    if (!(await isEmpty(tx))) {
      await seedMissingChecklists(tx);
      return null;
    }
    await seedReference(tx, now);
    return { requests: sample ? await seedSample(tx, now) : 0 };
  });
  if (done !== null) log.info({ sample, requests: done.requests }, 'filled the empty database');
};

const seedSample = async (tx: Tx, now: Millis): Promise<number> => {
  await Promise.all([seedPeople(tx, now), seedEnterprises(tx), seedIndicators(tx, now)]);
  const reference = await readReference(tx);
  await seedDutyTemplates(tx, reference, now);
  return seedPastRequests(tx, reference, now);
};
