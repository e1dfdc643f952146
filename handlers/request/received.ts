/** Đã nhận: the receiver has the notice; it is not repeated, and the history says so. */
import { setDue } from '#db/due.ts';
import { markReceived } from '#db/remind/important-notice.ts';
import { lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { principalsOf } from '#domain/directory/delegation.ts';
import { dateOf } from '#domain/time.ts';
import { type MemberTurn, on } from '#runtime/handler.ts';
import { receivedAction } from '#src/notice/actions.ts';
import { texts } from '#text/request/screens.ts';

const me = ({ reference, person, now }: MemberTurn): readonly number[] => [
  person.id,
  ...principalsOf(reference.directory, person.id, dateOf(now)).map((one) => one.fromId),
];

export const received = on(receivedAction, async (turn, { noticeId, requestId }) => {
  // The request is locked first, as everywhere: its chain of facts goes on under that lock.
  const dossier = await lockDossier(turn.tx, requestId);
  const notice = await markReceived(turn.tx, noticeId, me(turn), turn.now);
  if (dossier === null || notice === null) return { toast: texts.noticeReceivedBefore };
  const fact = { kind: 'notice_received' as const, partId: notice.partId, data: { notice: notice.kind } };
  const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
  await Promise.all([
    setDue(turn.tx, 'repeat', [{ subjectId: notice.id, at: null }]),
    saveDecision(turn.tx, dossier, { facts: [fact], told: [] }, origin),
  ]);
  return { toast: texts.noticeReceived };
});
