/**
 * The second template database of a run: reference data and the sample people, without the past requests. Made once, so
 * that a test begins with the whole directory for the price of a copy.
 */
import { inTransaction, openDb } from '#db/client.ts';
import { seedIndicators } from '#db/seed/indicators.ts';
import { seedEnterprises, seedPeople } from '#db/seed/people.ts';
import { seedReference } from '#db/seed/reference.ts';
import { localTime } from './hand-clock.ts';

/** Before every test begins. */
const SEEDED_AT = localTime('2026-11-20 08:00');

export const seedTemplate = async (ownerUrl: string): Promise<void> => {
  const db = openDb(ownerUrl, 1, () => undefined);
  try {
    await inTransaction(db, async (tx) => {
      await seedReference(tx, SEEDED_AT);
      await Promise.all([seedPeople(tx, SEEDED_AT), seedEnterprises(tx), seedIndicators(tx, SEEDED_AT)]);
    });
  } finally {
    await db.pool.end();
  }
};
