/** Ai chưa nhận: to whoever asked, who has not said yet that he has an important notice (RE6). */
import { unreceivedOf } from '#db/remind/important-notice.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import { relationsOf } from '#domain/permission/relation.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Choice, type MemberTurn, on, pick } from '#runtime/handler.ts';
import { showAction, unreceivedAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { unreceivedLines } from '#text/request/notices.ts';
import { texts } from '#text/request/screens.ts';
import { loadVisible } from './card.ts';

/** The button, where somebody is still waited for. */
export const unreceivedChoices = async (turn: MemberTurn, dossier: LoadedDossier): Promise<readonly Choice[]> => {
  if (!asks(turn, dossier)) return [];
  const waiting = await unreceivedOf(turn.tx, dossier.request.id);
  return waiting.length === 0 ? [] : [pick(unreceivedAction, texts.unreceived, { requestId: dossier.request.id })];
};

export const unreceived = on(unreceivedAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const dossier = found.value;
  if (!asks(turn, dossier)) return { toast: sayRefusal(refused('act.not_yours')).join(' ') };
  const waiting = await unreceivedOf(turn.tx, requestId);
  const lines = unreceivedLines(turn.reference.directory, dossier, waiting);
  return { say: [{ lines, choices: [[pick(showAction, texts.open, { requestId })]] }], inPrivate: true };
});

const asks = ({ reference, person, now }: MemberTurn, dossier: LoadedDossier): boolean => {
  const standing = { directory: reference.directory, personId: person.id, dossier, part: null, day: dateOf(now) };
  const relations = relationsOf(standing);
  return relations.has('filer') || relations.has('asking_chief') || relations.has('coordinator');
};
