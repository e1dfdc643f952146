/** The date has come without an answer: the event is written once, and all whom it concerns hear of it together. */
import { moveMoments } from '#db/request/part-moments.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import { lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { coordinatorsOf, type PersonId } from '#domain/directory/directory.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import { regulationOf } from '#domain/reference.ts';
import { askersOf, followedBy, hasBegun } from '#domain/request/hands.ts';
import type { Part } from '#domain/request/request.ts';
import { silence, silenceAt } from '#domain/request/silence.ts';
import { dateOf } from '#domain/time.ts';
import type { DueCase, DueSubject } from './due-case.ts';
import type { Item } from './item.ts';

export const endInSilence = async (on: DueCase, rows: readonly DueSubject[]): Promise<readonly Item[]> => {
  const items: Item[] = [];
  // One after the other: two parts of one request go on in one chain of facts.
  for (const row of rows) items.push(...(await endOne(on, row)));
  return items;
};

const endOne = async (on: DueCase, row: DueSubject): Promise<readonly Item[]> => {
  const { tx, reference, now } = on;
  const dossier = on.dossiers.get(row.requestId);
  const part = dossier?.parts.find((one) => one.id === row.subjectId);
  if (dossier === undefined || part === undefined || dossier.request.state !== 'open') return [];
  const at = silenceAt(reference.calendar, part);
  if (at === null || at > now || !hasBegun(reference.directory, part, dateOf(now))) return [];
  const decision = silence({ regulation: regulationOf(reference, dossier.request) }, part);
  await saveDecision(tx, dossier, decision, { actorId: null, channel: null, at: now });
  const after = (await lockDossier(tx, dossier.request.id)) ?? dossier;
  on.dossiers.set(row.requestId, after);
  const ended = after.parts.find((one) => one.id === part.id) ?? part;
  await moveMoments(tx, { reference, request: after.request, now }, [ended]);
  return receivers(on, after, ended).map((to) => ({
    to,
    dossier: after,
    part: ended,
    kind: 'silence',
    noticeId: null,
  }));
};

/** Holder (else desk), leader and filer; the coordinator too where the regulation hands the matter up (DESIGN 3). */
const receivers = ({ reference, now }: DueCase, { request }: LoadedDossier, part: Part): readonly PersonId[] => {
  const { directory } = reference;
  const day = dateOf(now);
  const isEscalated = regulationOf(reference, request).silence !== 'none' && part.state !== 'silent';
  return [
    ...new Set([
      ...followedBy(directory, request, part, day),
      ...toldLeaders(directory, part.unitId, day),
      ...askersOf(directory, request, day),
      ...(isEscalated ? coordinatorsOf(directory, day) : []),
    ]),
  ];
};
