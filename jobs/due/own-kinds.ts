/**
 * What is due and belongs to no request. Each kind locks its own subjects first and its due rows after them, as turns
 * do, and decides again whether it is still wanted.
 */
import { inTransaction } from '#db/client.ts';
import { versionIn } from '#db/directory/reference.ts';
import { ownDueNow, takeDue } from '#db/due.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { dutyKind } from './duty.ts';
import type { OwnKind } from './own-case.ts';
import { personalKind } from './personal.ts';
import { recurringKind } from './recurring.ts';
import { reportKind } from './report.ts';
import { stageKind } from './stage.ts';

export const OWN_KINDS: readonly OwnKind[] = [recurringKind, dutyKind, personalKind, reportKind, stageKind];

/** Subjects locked by one commit. */
const BATCH = 100;

/** @returns whether there may be more */
export const sweepKind = async (runtime: Runtime, { kind, lock, run }: OwnKind): Promise<boolean> => {
  const { taken, ring } = await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const found = await ownDueNow(tx, kind, now, BATCH);
    if (found.length === 0) return { taken: 0, ring: new Set<string>() };
    const ours = new Set(
      await lock(
        tx,
        found.map((row) => row.subjectId),
      ),
    );
    const rows = await takeDue(
      tx,
      found.filter((row) => ours.has(row.subjectId)),
    );
    // Read behind the locks: a change that woke these rows is in it.
    const reference = await runtime.reference.at(await versionIn(tx));
    const notices = await run(
      { tx, reference, now },
      rows.map((row) => row.subjectId),
    );
    return { taken: rows.length, ring: await writeNotices(runtime, tx, notices, now) };
  });
  for (const name of ring) runtime.bell.ring(name);
  return taken > 0;
};
