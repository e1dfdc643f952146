/** A unit is asked: its desk hears of it; where nobody of the unit can be reached, the coordinator gets the letter to send. */
import { coordinatorsOf, deskOf, isReached } from '#domain/directory/directory.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { type Notice, pick } from '#runtime/handler.ts';
import { letterLines } from '#text/request/letter.ts';
import { newRequestLines } from '#text/request/notices.ts';
import { texts } from '#text/request/screens.ts';
import { showAction } from './actions.ts';
import { noticeChoices, type Seen } from './choices.ts';

export const askNotices = (seen: Seen & { readonly part: Part }): readonly Notice[] => {
  const { reference, dossier, part, now } = seen;
  const { directory } = reference;
  const day = dateOf(now);
  if (isReached(directory, part.unitId, day)) {
    const lines = newRequestLines(directory, dossier.request, part);
    return deskOf(directory, part.unitId, day).map((to) => ({
      to,
      class: 'urgent',
      from: dossier.request.filerId,
      say: { lines, choices: noticeChoices(to, seen) },
    }));
  }
  const lines = letterLines(directory, dossier.request, part);
  const choices = [[pick(showAction, texts.open, { requestId: dossier.request.id })]];
  return coordinatorsOf(directory, day).map((to) => ({ to, class: 'urgent', say: { lines, choices } }));
};
