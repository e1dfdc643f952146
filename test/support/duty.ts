/** A duty that comes into being in a test, as a job or a handler brings it about. */
import { inTransaction } from '#db/client.ts';
import { insertDuty } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import type { NewDuty } from '#domain/duty/duty.ts';
import { writeNotices } from '#runtime/compose.ts';
import { newDutyNotices } from '#src/notice/duty.ts';
import type { Chats } from './chat.ts';
import { localTime } from './hand-clock.ts';

/** Owed by xã Thiên Lộc to the board, at the end of the 3rd of December 2026. */
export const giveDuty = async (chats: Chats, over: Partial<NewDuty> = {}): Promise<number> => {
  const { runtime } = chats.office.first();
  const reference = await runtime.reference.latest();
  const { directory } = reference;
  const unit = (code: string): number => directory.unitsByCode.get(code)?.id ?? 0;
  const now = runtime.clock.now();
  const given = await inTransaction(runtime.db, async (tx) => {
    const duty = await insertDuty(
      tx,
      {
        ...{ kind: 'finding', unitId: unit('xa-thien-loc'), holderId: null, owedTo: unit('bql'), checkerId: null },
        ...{ title: 'Khắc phục lối thoát nạn', due: localTime('2026-12-04 00:00'), provisional: false },
        ...{ regulationId: null, teamId: null, findingId: null, templateId: null, periodTo: null },
        ...{ basis: 'Biên bản kiểm tra ngày 20/11/2026' },
        ...over,
      },
      { actorId: null, channel: null, at: now },
    );
    await moveDuties(tx, { reference, now }, [duty]);
    return { id: duty.id, ring: await writeNotices(runtime, tx, newDutyNotices({ directory, duty, now }), now) };
  });
  for (const name of given.ring) runtime.bell.ring(name);
  await chats.settle();
  return given.id;
};
