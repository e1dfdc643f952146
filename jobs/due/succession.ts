/**
 * Parts, and requests, left with a unit that has ended go on to its successor, by rule; where none is certain the coordinator is told
 * each working day until he has chosen. Found by looking, so that it does not matter how the unit came to its end.
 */
import { inTransaction, type Tx } from '#db/client.ts';
import { versionIn } from '#db/directory/reference.ts';
import { successorsOf } from '#db/directory/units.ts';
import { requestsLeftWith } from '#db/request/open-work.ts';
import { moveMoments } from '#db/request/part-moments.ts';
import { dossiersById, type LoadedDossier, lockFreeDossiers } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { coordinatorsOf, type UnitId } from '#domain/directory/directory.ts';
import type { Successors } from '#domain/directory/succession.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import { heirOf, isLeft, type LeftPart, leftUnit, passOn } from '#domain/request/succession.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import { type Notice, pick } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { heirAction, showAction } from '#src/notice/actions.ts';
import { movedParts, passedOnNotices } from '#src/notice/succession.ts';
import { texts } from '#text/request/screens.ts';
import { chooseHeirLines, heirLabel } from '#text/request/succession.ts';
import { officeMoment } from './item.ts';

/** @returns that it is done: all of it is looked at in one go */
export const passOnLeftWork = async (runtime: Runtime): Promise<false> => {
  const { directory } = await runtime.reference.latest();
  const today = dateOf(runtime.clock.now());
  const ended = [...directory.units.values()].filter(({ validTo }) => validTo !== null && validTo < today);
  for (const id of await requestsLeftWith(
    runtime.db,
    ended.map((unit) => unit.id),
    runtime.clock.now(),
  )) {
    const ring = await inTransaction(runtime.db, (tx) => passOnOf(runtime, tx, id));
    for (const name of ring) runtime.bell.ring(name);
  }
  return false;
};

type Left = {
  readonly tx: Tx;
  readonly reference: Reference;
  readonly successors: Successors;
  readonly now: Millis;
};

const passOnOf = async (runtime: Runtime, tx: Tx, requestId: number): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  const [dossier] = await lockFreeDossiers(tx, [requestId]);
  if (dossier === undefined) return new Set();
  const [version, successors] = await Promise.all([versionIn(tx), successorsOf(tx)]);
  const left: Left = { tx, reference: await runtime.reference.at(version), successors, now };
  const notices: Notice[] = [];
  let current = dossier;
  // The asking side first: whoever asks now is not asked by himself.
  for (const part of [null, ...dossier.parts]) {
    const done = await passOnOne(left, current, part);
    notices.push(...done.notices);
    current = done.dossier;
  }
  return writeNotices(runtime, tx, notices, now);
};

type Done = { readonly notices: readonly Notice[]; readonly dossier: LoadedDossier };

const passOnOne = async (left: Left, dossier: LoadedDossier, part: LeftPart): Promise<Done> => {
  const { tx, reference, successors, now } = left;
  const on = { reference, regulation: regulationOf(reference, dossier.request), dossier, now };
  if (!isLeft(on, part)) return { notices: [], dossier };
  const { byRule, heirs } = heirOf(on, part, successors);
  if (byRule === null) return { notices: chooseNotices(left, dossier, part, heirs), dossier };
  await saveDecision(tx, dossier, passOn(on, part, byRule), { actorId: null, channel: null, at: now });
  const [after = dossier] = await dossiersById(tx, [dossier.request.id]);
  const passed = { reference, before: dossier, after, part, now };
  await moveMoments(tx, { reference, request: after.request, now }, movedParts(passed));
  return { notices: passedOnNotices(passed, null), dossier: after };
};

const chooseNotices = (
  { reference: { directory, calendar }, now }: Left,
  dossier: LoadedDossier,
  part: LeftPart,
  heirs: readonly UnitId[],
): readonly Notice[] => {
  // In office hours, once a day: whoever chooses reads it at his desk.
  if (officeMoment(calendar, now) > now) return [];
  const day = dateOf(now);
  const { request } = dossier;
  const ids = { requestId: request.id, partId: part?.id ?? null };
  const left = { request, ended: leftUnit(dossier, part), isAsking: part === null, hasHeirs: heirs.length > 0 };
  const choices = heirs.map((unitId) => [pick(heirAction, heirLabel(directory, unitId), { ...ids, unitId })]);
  return coordinatorsOf(directory, day).map((to) => ({
    to,
    class: 'urgent',
    say: {
      lines: chooseHeirLines(directory, left),
      choices: [...choices, openChoice(dossier)],
    },
    dedupeKey: `heir:${part === null ? `asking:${request.id}` : part.id}:${day}:${to}`,
  }));
};

const openChoice = ({ request }: LoadedDossier) => [pick(showAction, texts.open, { requestId: request.id })];
