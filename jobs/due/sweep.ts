/**
 * Does what is due: locks the requests concerned, takes their due rows, lets each kind decide again whether it is still
 * wanted, and commits messages, facts and next moments together. Safe on any number of processes at once.
 */
import { inTransaction } from '#db/client.ts';
import { type DueRow, dueNow, nextDueAt, takeDue } from '#db/due.ts';
import { versionIn } from '#db/reference.ts';
import { nextReminderAt } from '#db/reminder.ts';
import { lockFreeDossiers } from '#db/request.ts';
import { SECOND } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Notice } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { morningDigest } from './digest.ts';
import type { DueCase } from './due-case.ts';
import { passOnLeftDuties } from './duty-succession.ts';
import { queueItems } from './item.ts';
import { sweepOwnKinds } from './own-kinds.ts';
import { endPauses } from './pause.ts';
import { publish } from './publish.ts';
import { remind, repeat } from './remind.ts';
import { endInSilence } from './silence.ts';
import { passOnLeftWork } from './succession.ts';
import { tellAll } from './tell.ts';

/** Requests locked by one commit: after an outage each commit costs a write to disk; a tenth of a second holds nobody up. */
const BATCH = 300;

/** @param ending what is left is done by the next process */
export const sweepDue = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  for (;;) {
    const { taken, ring } = await sweepOnce(runtime);
    for (const name of ring) runtime.bell.ring(name);
    if (taken === 0 || ending.aborted) break;
  }
  await sweepOwnKinds(runtime, ending);
  await passOnLeftWork(runtime);
  await passOnLeftDuties(runtime);
  await morningDigest(runtime);
  await tellAll(runtime, ending);
  const moments = [await nextDueAt(runtime.db), await nextReminderAt(runtime.db, runtime.clock.now())];
  const next = moments.reduce((first, one) => (first === null || (one !== null && one < first) ? one : first));
  // What is past and was not taken is in somebody's hands for a moment: looked at again in a second.
  if (next !== null) runtime.bell.wakeAt(Math.max(next, runtime.clock.now() + SECOND));
};

type Swept = { readonly taken: number; readonly ring: ReadonlySet<string> };

const sweepOnce = async (runtime: Runtime): Promise<Swept> => {
  return inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const found = await dueNow(tx, now, BATCH);
    const dossiers = new Map(
      (await lockFreeDossiers(tx, [...new Set(found.map((row) => row.requestId))])).map((one) => [one.request.id, one]),
    );
    const mine = found.filter((row) => dossiers.has(row.requestId));
    // Read behind the locks: what is counted by an older calendar is counted again behind us.
    const [rows, version] = await Promise.all([takeDue(tx, mine), versionIn(tx)]);
    const reference = await runtime.reference.at(version);
    const known = new Map(found.map((row) => [`${row.kind}:${row.subjectId}`, row.requestId]));
    const of = (kind: DueRow['kind']): { subjectId: number; requestId: number }[] =>
      rows
        .filter((row) => row.kind === kind)
        .map((row) => ({ subjectId: row.subjectId, requestId: known.get(`${kind}:${row.subjectId}`) ?? 0 }));
    const on: DueCase = { tx, reference, now, dossiers };
    const notices: readonly Notice[] = [...(await publish(on, of('publish'))), ...(await endPauses(on, of('pause')))];
    // The silence comes first: where it ends the part, nothing is left to remind of.
    const items = [
      ...(await endInSilence(on, of('silence'))),
      ...(await remind(on, of('remind'))),
      ...(await repeat(on, of('repeat'))),
    ];
    await queueItems(on, items);
    return { taken: rows.length, ring: await writeNotices(runtime, tx, notices, now) };
  });
};
