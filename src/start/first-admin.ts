/** A database without people gets its first administrator by a code in the log (DESIGN 8). */
import { countPeople, insertFirstAdmin } from '#db/people/people.ts';
import { DAY } from '#domain/time.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { hashOfCode, newCode } from '#src/ids.ts';
import { firstAdminLine, firstAdminName, firstAdminTitle } from '#text/people.ts';

const VALID_MS = 7 * DAY;

export const inviteFirstAdmin = async ({ db, clock, log }: Runtime): Promise<void> => {
  if ((await countPeople(db)) > 0) return;
  const code = newCode();
  const now = clock.now();
  const made = await insertFirstAdmin(db, {
    name: firstAdminName,
    title: firstAdminTitle,
    codeHash: hashOfCode(code),
    now,
    expiresAt: now + VALID_MS,
  });
  if (made) log.info({}, `${firstAdminLine}${code}`);
};
