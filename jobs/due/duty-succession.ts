/** Remedies of findings left with a unit that has ended go on to its successor, found by looking, as requests are. */
import { inTransaction } from '#db/client.ts';
import { versionIn } from '#db/directory/reference.ts';
import { successorsOf } from '#db/directory/units.ts';
import { dutiesById, handDuty, lockFreeDuties } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import { enterpriseOfFinding, findingDutiesLeftWith } from '#db/request/open-work.ts';
import { decidersOf } from '#domain/duty/hands.ts';
import { passOnDuty } from '#domain/duty/succession.ts';
import { handsOf } from '#domain/request/hands.ts';
import { dateOf } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Notice } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { dutyChoices } from '#src/notice/duty.ts';
import { passedDutyLines } from '#text/duty/card.ts';

/** @returns that it is done: all of it is looked at in one go */
export const passOnLeftDuties = async (runtime: Runtime): Promise<false> => {
  const { directory } = await runtime.reference.latest();
  const today = dateOf(runtime.clock.now());
  const ended = [...directory.units.values()].filter(({ validTo }) => validTo !== null && validTo < today);
  const left = await findingDutiesLeftWith(
    runtime.db,
    ended.map(({ id }) => id),
  );
  for (const id of left) await passOn(runtime, id);
  return false;
};

const passOn = async (runtime: Runtime, id: number): Promise<void> => {
  const ring = await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const [duty] = await dutiesById(tx, await lockFreeDuties(tx, [id]));
    if (duty === undefined) return new Set<string>();
    const reference = await runtime.reference.at(await versionIn(tx));
    const enterpriseId = await enterpriseOfFinding(tx, duty.findingId ?? 0);
    const zoneId = reference.enterprises.get(enterpriseId ?? 0)?.zoneId ?? null;
    const change = passOnDuty({ reference, successors: await successorsOf(tx), zoneId, now }, duty);
    // Looked at again when somebody who took over is known.
    if (change.unitId === undefined && change.owedTo === undefined) return new Set<string>();
    const after = await handDuty(tx, duty, change, { actorId: null, channel: null, at: now });
    await moveDuties(tx, { reference, now }, [after]);
    const { directory } = reference;
    const day = dateOf(now);
    const lines = passedDutyLines(directory, duty, after);
    const people = new Set([...handsOf(directory, after, day), ...decidersOf(directory, after, day)]);
    const notices = [...people].map(
      (to): Notice => ({
        ...{ to, class: 'urgent' },
        say: { lines, choices: dutyChoices(to, { directory, duty: after, now }) },
      }),
    );
    return writeNotices(runtime, tx, notices, now);
  });
  for (const name of ring) runtime.bell.ring(name);
};
