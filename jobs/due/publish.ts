/** The undo window is over: the units are asked, their terms run, and their desks hear of it. */
import { moveMoments } from '#db/request/part-moments.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { toldChiefs } from '#domain/directory/told.ts';
import { dateOf } from '#domain/time.ts';
import type { Notice } from '#runtime/handler.ts';
import { askNotices } from '#src/notice/ask.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { sentLines } from '#text/request/notices.ts';
import type { DueCase, DueSubject } from './due-case.ts';

export const publish = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Notice[]> => {
  const notices: Notice[] = [];
  for (const row of rows) {
    const dossier = on.dossiers.get(row.requestId);
    // Taken back in time: nobody hears of it.
    if (dossier?.request.state !== 'open') continue;
    await begin(on, dossier);
    notices.push(...noticesOf(on, dossier));
  }
  return notices;
};

const begin = async (on: DueCase, dossier: LoadedDossier): Promise<void> => {
  const { tx, reference, now } = on;
  const fact = { kind: 'sent' as const, partId: null, data: { units: dossier.parts.length } };
  const origin = { actorId: null, channel: null, at: now };
  const [head] = await Promise.all([
    saveDecision(tx, dossier, { facts: [fact], told: [] }, origin),
    moveMoments(tx, { reference, request: dossier.request, now }, dossier.parts),
  ]);
  on.dossiers.set(dossier.request.id, { ...dossier, head });
};

const noticesOf = ({ reference, now }: DueCase, dossier: LoadedDossier): readonly Notice[] => {
  const { directory } = reference;
  const day = dateOf(now);
  const { request, parts } = dossier;
  const asked = parts.flatMap((part) => askNotices({ reference, dossier, part, now }));
  const chiefs = toldChiefs(directory, request.askingUnitId, day)
    .filter((to) => to !== request.filerId)
    .map(
      (to): Notice => ({
        to,
        class: 'urgent',
        say: {
          lines: sentLines(directory, request, parts),
          choices: noticeChoices(to, { reference, dossier, part: null, now }),
        },
      }),
    );
  return [...asked, ...chiefs];
};
