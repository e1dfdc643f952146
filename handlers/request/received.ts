/** Đã nhận: the receiver has the matter; nothing that was to be repeated of it is, and the history says so. */
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
  const notices = await markReceived(turn.tx, noticeId, me(turn), turn.now);
  if (dossier === null || notices.length === 0) return { toast: texts.noticeReceivedBefore };
  const facts = notices.map(({ partId, kind }) => ({
    kind: 'notice_received' as const,
    partId,
    data: { notice: kind },
  }));
  const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
  await Promise.all([
    setDue(
      turn.tx,
      'repeat',
      notices.map(({ id }) => ({ subjectId: id, at: null })),
    ),
    saveDecision(turn.tx, dossier, { facts, told: [] }, origin),
  ]);
  return { toast: texts.noticeReceived };
});
