/** What could not be sent, to whom and why, and how the queue stands: never the words of a message. */
import { failedSends, inboxDepth, nextDue, outboxDepth, overdueCount } from '#db/status.ts';
import { mayAdminister } from '#domain/directory/administer.ts';
import { standingAdmins } from '#domain/directory/admins.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { unsentReason } from '#domain/unsent.ts';
import { type MemberTurn, on } from '#runtime/handler.ts';
import { failedLines, queueLines } from '#text/people/sends.ts';
import { sayRefusal } from '#text/refusals.ts';
import { failedAction, queueAction } from './actions.ts';

/** Read from the newest: what an administrator can still do something about. */
const MOST_READ = 500;
const MOST_SHOWN = 20;

export const failedList = on(failedAction, async (turn) => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const mine = (personId: number): boolean =>
    mayAdminister(directory, turn.person.id, { kind: 'correct', personId }, day).ok;
  const failed = (await failedSends(turn.tx, MOST_READ))
    .filter(({ personId }) => personId !== null && mine(personId))
    .map((one) => ({ ...one, reason: unsentReason(one.error) }));
  return { say: [{ lines: failedLines({ directory, day }, failed.slice(0, MOST_SHOWN), failed.length) }] };
});

/** The whole system is looked after by the administrators of the standing unit. */
export const seesQueue = ({ reference, person, now }: MemberTurn): boolean =>
  standingAdmins(reference.directory, dateOf(now)).includes(person.id);

export const queueState = on(queueAction, async (turn) => {
  if (!seesQueue(turn)) return { say: [{ lines: sayRefusal(refused('admin.none')) }] };
  const [inbox, outbox, overdue, next, use] = await Promise.all([
    inboxDepth(turn.tx),
    outboxDepth(turn.tx),
    overdueCount(turn.tx, turn.now),
    nextDue(turn.tx, MOST_SHOWN),
    turn.channelUse(),
  ]);
  return { say: [{ lines: queueLines({ now: turn.now, inbox, outbox, overdue, next, use }) }] };
});
