/** Notices of an act that are repeated until their receivers press Đã nhận. */
import { setDue } from '#db/due.ts';
import { insertImportant } from '#db/remind/important-notice.ts';
import { nextRepeat } from '#domain/request/important.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import { type MemberTurn, type Notice, pick } from '#runtime/handler.ts';
import { receivedAction } from '#src/notice/actions.ts';
import { texts } from '#text/request/screens.ts';

export const asImportant = async (
  turn: MemberTurn,
  { request }: Dossier,
  part: Part | null,
  notices: readonly Notice[],
): Promise<readonly Notice[]> => {
  if (part === null) return notices;
  const ids = await insertImportant(
    turn.tx,
    notices.map(({ to }) => ({ personId: to, requestId: request.id, partId: part.id, kind: 'urged' as const })),
    turn.now,
  );
  const at = nextRepeat(turn.reference.calendar, part.due, turn.now);
  await setDue(
    turn.tx,
    'repeat',
    ids.map((subjectId) => ({ subjectId, at })),
  );
  return notices.map((notice, index) => {
    const received = pick(receivedAction, texts.received, { noticeId: ids[index] ?? 0, requestId: request.id });
    return { ...notice, say: { ...notice.say, choices: [[received], ...(notice.say.choices ?? [])] } };
  });
};
