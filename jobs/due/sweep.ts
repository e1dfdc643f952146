/**
 * Does what is due: locks the requests concerned, takes their due rows, lets each kind decide again whether it is still
 * wanted, and commits messages, facts and next moments together; when all is decided, says what there is to say. Safe on
 * any number of processes: one of them does each step, so that nobody is told before all that is due for him is gathered.
 */
import { alone } from '#db/alone.ts';
import { inTransaction } from '#db/client.ts';
import { versionIn } from '#db/directory/reference.ts';
import { dueNow, nextDueAt, type RequestDueRow, takeDue } from '#db/due.ts';
import { nextReminderAt } from '#db/remind/reminder.ts';
import { lockFreeDossiers } from '#db/request/request.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Notice } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { morningDigest } from './digest.ts';
import type { DueCase } from './due-case.ts';
import { passOnLeftDuties } from './duty-succession.ts';
import { queueItems } from './item.ts';
import { inLanes } from './lanes.ts';
import { OWN_KINDS, sweepKind } from './own-kinds.ts';
import { endPauses } from './pause.ts';
import { publish } from './publish.ts';
import { remind, repeat } from './remind.ts';
import { endInSilence } from './silence.ts';
import { passOnLeftWork } from './succession.ts';
import { passOnLeftTeams } from './team-succession.ts';
import { tellSome } from './tell.ts';

/** Requests looked at in one step: after an outage each commit costs a write to disk; a tenth of a second holds nobody up. */
const BATCH = 600;

/**
 * Rings are for whole seconds, each once, and one may come a little early: its own second is not rung for again. What is
 * past and was not taken is in somebody's hands for a moment, too.
 */
const A_MOMENT = 100;

/** Does some of what is due. @returns whether there may be more of it */
type Step = (runtime: Runtime, ending: AbortSignal) => Promise<boolean>;

const STEPS: readonly Step[] = [
  (runtime) => sweepSome(runtime),
  ...OWN_KINDS.map(
    (own): Step =>
      (runtime) =>
        sweepKind(runtime, own),
  ),
  passOnLeftWork,
  passOnLeftDuties,
  passOnLeftTeams,
  morningDigest,
  tellSome,
];

/** @param ending what is left is done by the next process */
export const sweepDue = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  await takeSteps(runtime, ending);
  const moments = [await nextDueAt(runtime.db), await nextReminderAt(runtime.db, runtime.clock.now())];
  const next = moments.reduce((first, one) => (first === null || (one !== null && one < first) ? one : first));
  if (next !== null) runtime.bell.wakeAt(Math.max(next, runtime.clock.now() + A_MOMENT));
};

const takeSteps = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  for (const step of STEPS) {
    for (let more: boolean | null = true; more === true; ) {
      if (ending.aborted) return;
      more = await alone(runtime.db, () => step(runtime, ending));
      // Another process is at it, and goes on to the end.
      if (more === null) return;
    }
  }
};

const sweepSome = async (runtime: Runtime): Promise<boolean> => {
  const found = await dueNow(runtime.db, runtime.clock.now(), BATCH);
  const byRequest = [...Map.groupBy(found, (row) => row.requestId).values()];
  const swept = await inLanes(byRequest, (own) => sweepBatch(runtime, own.flat()));
  for (const name of swept.flatMap(({ ring }) => [...ring])) runtime.bell.ring(name);
  return swept.some(({ taken }) => taken > 0);
};

type Swept = { readonly taken: number; readonly ring: ReadonlySet<string> };

const sweepBatch = (runtime: Runtime, found: readonly RequestDueRow[]): Promise<Swept> =>
  inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const dossiers = new Map(
      (await lockFreeDossiers(tx, [...new Set(found.map((row) => row.requestId))])).map((one) => [one.request.id, one]),
    );
    const mine = found.filter((row) => dossiers.has(row.requestId));
    // Read behind the locks: what is counted by an older calendar is counted again behind us.
    const [rows, version] = await Promise.all([takeDue(tx, mine), versionIn(tx)]);
    const reference = await runtime.reference.at(version);
    const known = new Map(found.map((row) => [`${row.kind}:${row.subjectId}`, row.requestId]));
    const of = (kind: RequestDueRow['kind']): { subjectId: number; requestId: number }[] =>
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
