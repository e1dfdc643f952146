/**
 * A person has withdrawn his consent with the platform: nothing more is sent to that account, what is kept by consent alone
 * is gone, and what else is kept of him is looked at by an administrator, as if he had asked for it himself. The record of
 * the work stays, as the law on archives demands.
 */
import { insertDataRequest, openDataRequests } from '#db/people/data-request.ts';
import { dropPhone } from '#db/people/private-phone.ts';
import { administratorsOf } from '#domain/directory/administer.ts';
import { dataTerm } from '#domain/directory/data-rights.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/time.ts';
import type { Notice, Outcome, Turn } from '#runtime/handler.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { consentWithdrawn, withdrawnWords } from '#text/people/data.ts';
import { recordBy } from '../admin/record.ts';
import { dataRequestSay } from './handle.ts';

/** Once: while a deletion that he asked for is open, a second event adds nothing to it. */
export const consentWithdrawnBy = async (turn: Turn, personId: PersonId): Promise<Outcome> => {
  const { tx, now, reference } = turn;
  const { directory, calendar } = reference;
  const hadPhone = await dropPhone(tx, personId);
  if (hadPhone) await recordBy(turn, personId, [{ kind: 'phone_withdrawn', data: { personId } }]);
  const open = await openDataRequests(tx);
  if (open.some((one) => one.personId === personId && one.kind === 'delete')) return {};
  const end = dataTerm(calendar, 'delete', now);
  const words = withdrawnWords(turn.event.channel);
  const request = { personId, kind: 'delete' as const, words, due: end.due };
  const id = await insertDataRequest(tx, request, now);
  const data = { requestId: id, personId, right: 'delete', withdrawn: true };
  await recordBy(turn, personId, [{ kind: 'data_asked', data }]);
  const admins = administratorsOf(directory, personId, 'correct', dateOf(now)).map(
    (to): Notice => ({ to, class: 'urgent', say: dataRequestSay(turn, { id, ...request }) }),
  );
  // He is told where he still lets himself be written to; where he does not, that is his wish.
  const lines = consentWithdrawn(turn.event.channel, formatDue(end));
  return { notices: [...admins, { to: personId, class: 'urgent', say: { lines }, onlyFree: true }] };
};
