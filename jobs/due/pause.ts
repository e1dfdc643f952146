/** A wait for a completion that is longer than the regulation allows: the part is cancelled, and both sides hear of it. */
import { moveMoments } from '#db/request/part-moments.ts';
import { saveDecision } from '#db/request/write.ts';
import { toldChiefs, toldLeaders } from '#domain/directory/told.ts';
import { endPause } from '#domain/request/decide/complete.ts';
import { applied } from '#domain/request/decision.ts';
import { askersOf, handsOf } from '#domain/request/hands.ts';
import { dateOf } from '#domain/time.ts';
import type { Notice } from '#runtime/handler.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { pauseOverLines } from '#text/request/notices.ts';
import type { DueCase, DueSubject } from './due-case.ts';

export const endPauses = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Notice[]> => {
  const notices: Notice[] = [];
  // One after the other: two parts of one request go on in one chain of facts.
  for (const row of rows) notices.push(...(await endOne(on, row)));
  return notices;
};

const endOne = async (on: DueCase, row: DueSubject): Promise<readonly Notice[]> => {
  const { tx, reference, now } = on;
  const dossier = on.dossiers.get(row.requestId);
  const part = dossier?.parts.find((one) => one.id === row.subjectId);
  // Completed, dropped or withdrawn in the meantime.
  if (dossier === undefined || part?.state !== 'returned') return [];
  const decision = endPause(part);
  const head = await saveDecision(tx, dossier, decision, { actorId: null, channel: null, at: now });
  const after = applied(dossier, decision);
  await moveMoments(
    tx,
    { reference, request: after.request, now },
    after.parts.filter((one) => one.id === part.id),
  );
  on.dossiers.set(row.requestId, { ...after, head });
  const { directory } = reference;
  const day = dateOf(now);
  const people = new Set([
    ...askersOf(directory, dossier.request, day),
    ...toldChiefs(directory, dossier.request.askingUnitId, day),
    ...toldLeaders(directory, part.unitId, day),
    ...(part.holderId === null ? [] : handsOf(directory, part, day)),
  ]);
  return [...people].map((to) => ({
    to,
    class: 'urgent' as const,
    say: {
      lines: pauseOverLines(directory, dossier.request, part),
      choices: noticeChoices(to, { reference, dossier: after, part: null, now }),
    },
  }));
};
