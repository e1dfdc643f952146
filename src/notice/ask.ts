/** A unit is asked: its desk hears of it; where nobody of the unit can be reached, the coordinator gets the letter to send. */
import { coordinatorsOf, isReached } from '#domain/directory/directory.ts';
import { toldDesk } from '#domain/directory/told.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { type Notice, pick } from '#runtime/handler.ts';
import { texts as letterTexts } from '#text/documents/letters.ts';
import { letterLines } from '#text/request/letter.ts';
import { newRequestLines } from '#text/request/notices.ts';
import { texts } from '#text/request/screens.ts';
import { letterAction, showAction } from './actions.ts';
import { noticeChoices, type Seen } from './choices.ts';

export const askNotices = (seen: Seen & { readonly part: Part }): readonly Notice[] => {
  const { reference, dossier, part, now } = seen;
  const { directory } = reference;
  const day = dateOf(now);
  if (isReached(directory, part.unitId, day)) {
    const lines = newRequestLines(directory, dossier.request, part);
    return toldDesk(directory, part.unitId, day).map((to) => ({
      to,
      class: 'urgent',
      from: dossier.request.filerId,
      say: { lines, choices: noticeChoices(to, seen) },
    }));
  }
  const lines = letterLines(directory, dossier.request, part);
  const requestId = dossier.request.id;
  const draft = { letter: 'ask', requestId, partId: part.id } as const;
  const choices = [[pick(letterAction, letterTexts.asFile, draft)], [pick(showAction, texts.open, { requestId })]];
  return coordinatorsOf(directory, day).map((to) => ({ to, class: 'urgent', say: { lines, choices } }));
};
