/**
 * What is due and belongs to no request. Each kind locks its own subjects first and its due rows after them, as turns
 * do, and decides again whether it is still wanted.
 */
import { inTransaction, type Tx } from '#db/client.ts';
import { type OwnDueKind, ownDueNow, takeDue } from '#db/due.ts';
import type { Reference } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Notice } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';

export type OwnCase = { readonly tx: Tx; readonly reference: Reference; readonly now: Millis };

export type OwnKind = {
  readonly kind: OwnDueKind;
  /** `for update skip locked`. @returns those that are now ours; what a turn holds is looked at again in a second */
  readonly lock: (tx: Tx, subjectIds: readonly number[]) => Promise<readonly number[]>;
  /** Sets the next moments in the same transaction, and says what is to be told. */
  readonly run: (on: OwnCase, subjectIds: readonly number[]) => Promise<readonly Notice[]>;
};

const OWN_KINDS: readonly OwnKind[] = [];

/** Subjects locked by one commit. */
const BATCH = 100;

export const sweepOwnKinds = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  for (const own of OWN_KINDS) {
    while (!ending.aborted && (await sweepKind(runtime, own)) > 0);
  }
};

const sweepKind = async (runtime: Runtime, { kind, lock, run }: OwnKind): Promise<number> => {
  const reference = await runtime.reference.latest();
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
    const notices = await run(
      { tx, reference, now },
      rows.map((row) => row.subjectId),
    );
    return { taken: rows.length, ring: await writeNotices(runtime, tx, notices, now) };
  });
  for (const name of ring) runtime.bell.ring(name);
  return taken;
};
