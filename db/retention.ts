/** Removes personal data that are kept no longer, and writes into the history how much of what it removed. */
import { sql } from 'kysely';
import { DAY, dateOf, type Millis } from '#domain/time.ts';
import { type Db, inTransaction } from './client.ts';
import { appendFacts } from './fact.ts';

/** Long enough to say why a code did not work; who was invited when stays a fact. */
const CODES_KEPT_MS = 30 * DAY;
/** A wrong code counts for an hour; the day leaves time to look into it. */
const WRONG_CODES_KEPT_MS = DAY;
/** The words of a request about data prove for a year, in which one may complain, that it was handled as asked. */
const WORDS_KEPT_MS = 365 * DAY;

export const removeDue = (db: Db, now: Millis): Promise<void> =>
  inTransaction(db, async (tx) => {
    const before = (kept: Millis): Date => new Date(now - kept);
    const [codes, wrong, words, phones] = await Promise.all([
      sql`delete from invitation where coalesce(used_at, expires_at) < ${before(CODES_KEPT_MS)}`.execute(tx),
      sql`delete from wrong_code where at < ${before(WRONG_CODES_KEPT_MS)}`.execute(tx),
      sql`update data_request set words = null, reply = null
        where handled_at < ${before(WORDS_KEPT_MS)} and (words is not null or reply is not null)`.execute(tx),
      // Whoever belongs nowhere any more is told nothing.
      sql`delete from private_phone f where not exists (
        select 1 from membership m where m.person_id = f.person_id
          and (m.valid_to is null or m.valid_to >= ${dateOf(now)}))`.execute(tx),
    ]);
    const data = {
      codes: counted(codes),
      wrongCodes: counted(wrong),
      dataRequests: counted(words),
      phones: counted(phones),
    };
    if (Object.values(data).every((count) => count === 0)) return;
    const origin = { actorId: null, channel: null, at: now };
    await appendFacts(tx, 'directory', [{ kind: 'retention', partId: null, data }], origin);
  });

const counted = (result: { readonly numAffectedRows?: bigint }): number => Number(result.numAffectedRows ?? 0);
