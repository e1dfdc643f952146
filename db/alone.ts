/** One process at a time over all of them, step by step: whoever is not the first leaves the work to the one who is. */
import { sql } from 'kysely';
import { type Db, inTransaction } from './client.ts';

/** The number only names the lock. */
const SWEEP_LOCK = 0x50480003;
/** A process that was stopped in the middle of a step keeps its connection: after this the server ends it. */
const FROZEN_AFTER = '2min';

/** @returns what the step does, null: another is at it */
export const alone = <T>(db: Db, step: () => Promise<T>): Promise<T | null> =>
  inTransaction(db, async (tx) => {
    const { rows } = await sql<{ isOurs: boolean }>`
      select pg_try_advisory_xact_lock(${SWEEP_LOCK}) as "isOurs",
        set_config('idle_in_transaction_session_timeout', ${FROZEN_AFTER}, true)`.execute(tx);
    return rows[0]?.isOurs === true ? step() : null;
  });
