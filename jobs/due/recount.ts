/**
 * A changed calendar: every open part is counted again, batch by batch, each with its fact and its next moments in one
 * commit; when all are done, whoever is concerned hears of it once. Safe on any number of processes, and one that is
 * killed is taken over from.
 */

import { takeBack } from '#db/chat/outbox.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { versionIn } from '#db/directory/reference.ts';
import { moveDutiesAhead } from '#db/duty/moments.ts';
import { moveDigest } from '#db/remind/digest.ts';
import { dropReminders } from '#db/remind/reminder.ts';
import { moveMoments } from '#db/request/part-moments.ts';
import {
  addRecountNotices,
  advanceRecount,
  endRecount,
  lockRecount,
  momentsAhead,
  moveReminders,
  openAfter,
  type Recount,
  remindersCome,
  waitsForRecount,
} from '#db/request/recount.ts';
import { type LoadedDossier, lockDossiers } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { type Calendar, isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import { applied } from '#domain/request/decision.ts';
import { nextDigest } from '#domain/request/digest.ts';
import { askersOf, followedBy } from '#domain/request/hands.ts';
import { causesOf, isCounted, type Recounted, recount } from '#domain/request/recount.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf, type Millis, SECOND } from '#domain/time.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { changesWords } from '#text/calendar/change.ts';
import { tellRecounted } from './recount-notice.ts';

/** Requests locked by one commit: people who act on them wait so long at most. */
const BATCH = 100;

/** @param ending what is left is done by the next process */
export const recountOpen = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  if (!(await waitsForRecount(runtime.db))) return;
  for (;;) {
    const state = await recountSome(runtime);
    if (state === 'done') break;
    if (state === 'wait') {
      runtime.bell.wakeAt(runtime.clock.now() + SECOND);
      return;
    }
    if (ending.aborted) return;
  }
  await tellRecounted(runtime, ending);
};

type State = 'done' | 'more' | 'wait';

const recountSome = (runtime: Runtime): Promise<State> =>
  inTransaction(runtime.db, async (tx) => {
    const work = await lockRecount(tx);
    if (work === null) return 'done';
    if (work === 'busy') return 'wait';
    if (work.state !== 'ready') return work.state === 'begun' ? 'more' : 'wait';
    // Read behind the lock: the change itself is committed by now.
    const reference = await runtime.reference.at(await versionIn(tx));
    const now = runtime.clock.now();
    const ids = await openAfter(tx, work.afterId, BATCH);
    const last = ids.at(-1);
    if (last === undefined) {
      await Promise.all([endRecount(tx, work.id, now), moveOffice(tx, reference.calendar, now)]);
      await moveDutiesAhead(tx, { reference, now });
      return 'more';
    }
    // In the order of their ids, as everybody locks them.
    for (const dossier of await lockDossiers(tx, ids)) await recountOne({ tx, reference, now, work }, dossier);
    await advanceRecount(tx, work.id, last);
    return 'more';
  });

type On = { readonly tx: Tx; readonly reference: Reference; readonly now: Millis; readonly work: Recount };
type Moved = { readonly part: Part; readonly to: Recounted; readonly reason: string };

const recountOne = async (on: On, dossier: LoadedDossier): Promise<void> => {
  const { tx, reference, now, work } = on;
  const { request } = dossier;
  const regulation = regulationOf(reference, request);
  const counted = dossier.parts.filter((part) => isCounted(request, part));
  const moved = counted.flatMap((part): Moved[] => {
    const to = recount({ calendar: reference.calendar, regulation, request }, part);
    return to === null ? [] : [{ part, to, reason: changesWords(causesOf(work.changes, part, to)) }];
  });
  const decision = {
    parts: moved.map(({ part, to }) => ({ id: part.id, ...to })),
    facts: moved.map(({ part, to, reason }) => ({
      kind: 'recounted' as const,
      partId: part.id,
      data: { before: part.due, due: to.due, provisional: to.provisional, reason },
    })),
    told: [],
  };
  if (moved.length > 0) await saveDecision(tx, dossier, decision, { actorId: null, channel: null, at: now });
  // Nobody has been asked yet: its moments are set when the undo window ends.
  if (request.visibleAt > now) return;
  const ids = moved.map(({ part }) => part.id);
  await Promise.all([
    moveAll(
      on,
      applied(dossier, decision).parts.filter((part) => isCounted(request, part)),
      { request, ids },
    ),
    // What was to be said names the old date.
    dropReminders(tx, ids),
    takeBack(tx, ids),
    addRecountNotices(
      tx,
      moved.flatMap((one) => noticesOf(on, dossier, one)),
    ),
  ]);
};

/** Moments stand on working days: they move with the calendar, also where the date does not. */
const moveAll = async (
  { tx, reference, now }: On,
  parts: readonly Part[],
  { request, ids }: { readonly request: LoadedDossier['request']; readonly ids: readonly number[] },
): Promise<void> => {
  const come = await remindersCome(
    tx,
    parts.map((part) => part.id),
    now,
  );
  await moveMoments(
    tx,
    { reference, request, now },
    parts.filter((part) => ids.includes(part.id) || !come.has(part.id)),
  );
};

/** Whoever has it in hand, and whoever waits for it. */
const noticesOf = ({ reference: { directory }, now, work }: On, { request }: LoadedDossier, { part }: Moved) => {
  const day = dateOf(now);
  const people = new Set([...followedBy(directory, request, part, day), ...askersOf(directory, request, day)]);
  return [...people].map((personId) => ({
    personId,
    ...{ partId: part.id, requestId: request.id, recountId: work.id },
    ...{ beforeDue: part.due, beforeProvisional: part.provisional },
  }));
};

/** The morning list, and what waits for office hours, keep to the working days there are now. */
const moveOffice = async (tx: Tx, calendar: Calendar, now: Millis): Promise<void> => {
  await moveDigest(tx, nextDigest(calendar, now), now);
  for (const at of await momentsAhead(tx, now)) {
    if (!isWorkingDay(calendar, dateOf(at))) await moveReminders(tx, at, nextWorkingMoment(calendar, at));
  }
};
