/** /viec and /theodoi with more than a phone shows at once: pages, and words that say which. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { insertRequest, newRequestId } from '#db/request/insert.ts';
import { file } from '#domain/request/filing.ts';
import type { Chats } from '#test/support/chat.ts';
import { describeOnProfiles } from '#test/support/profiles.ts';
import type { Voice } from '#test/support/voice.ts';

const COUNT = 33;

/** As many requests as a busy commune has, filed in one go. */
const fileMany = async (chats: Chats): Promise<void> => {
  const { db } = chats.office.first();
  const now = chats.clock.now();
  await inTransaction(db, async (tx) => {
    const reference = await readReference(tx);
    const { directory } = reference;
    const unit = (code: string) => directory.unitsByCode.get(code);
    const [anh] = await sql<{ id: number }>`select id from person where key = 'nguyen-minh-anh'`
      .execute(tx)
      .then(({ rows }) => rows);
    const asking = directory.units.get(directory.byPerson.get(anh?.id ?? 0)?.[0]?.unitId ?? 0);
    const [field] = [...reference.fields.values()];
    if (asking === undefined || field === undefined || anh === undefined)
      throw new Error('the sample data are not there');
    for (let count = 1; count <= COUNT; count += 1) {
      const filed = file(
        { reference, filerId: anh.id, unit: asking, now, undoMs: 0 },
        {
          ...{ subject: `Việc thứ ${count}.`, content: '', zoneId: null, fieldId: field.id, enterpriseId: null },
          ...{ unitIds: [unit('xa-thien-loc')?.id ?? 0], type: 'opinion' as const, urgency: 'thuong' as const },
          ...{ docNumber: null, docDate: null, wantedBy: null, signerId: null, extra: [] },
        },
      );
      if (!filed.ok) throw new Error(filed.code);
      const id = await newRequestId(tx);
      const origin = { actorId: anh.id, channel: 'web', at: now };
      await insertRequest(tx, { id, filed: filed.value, fileIds: [], origin });
    }
  });
};

/** Turns the pages to the end. @returns the subjects as they came */
const readAll = async (who: Voice, command: string): Promise<readonly string[]> => {
  const found: string[] = [];
  await who.says(command);
  for (let pages = 1; ; pages += 1) {
    const text = who.heard().join('\n');
    found.push(...[...text.matchAll(/Việc thứ (\d+)\./g)].map(([, number = '']) => number));
    if (!who.choices().some((label) => label === 'Xem tiếp') || pages > COUNT) return found;
    await who.picks('Xem tiếp');
  }
};

describeOnProfiles('a list of more than thirty', (start) => {
  test('is read in pages, each row once, on /viec and /theodoi; words behind /viec say which', async () => {
    const chats = await start();
    await fileMany(chats);
    const all = Array.from({ length: COUNT }, (_, index) => `${index + 1}`);
    expect(await readAll(chats.lan, '/viec')).toEqual(all);
    expect(await readAll(chats.anh, '/theodoi')).toEqual(all);
    await chats.lan.picks('Trang trước');
    chats.lan.hears(`Việc chờ xử lý: ${COUNT} (từ mục`);

    await chats.lan.says('/viec quá hạn');
    chats.lan.hears('Không có việc nào chờ ông/bà theo "quá hạn"');
    expect(await readAll(chats.lan, '/viec xã Thiên Lộc')).toEqual(all);
    await chats.lan.says('/viec phường Phúc Lợi');
    chats.lan.hears('Không có việc nào chờ ông/bà theo "phường Phúc Lợi"');
    await chats.lan.says('/viec bánh cuốn');
    chats.lan.hears('/viec kèm tên đơn vị');
    // Eight working hours to receive it.
    expect(await readAll(chats.lan, '/viec hôm nay')).toEqual(all);
    await chats.lan.says('Tôi có việc gì?');
    chats.lan.hears(`Việc chờ xử lý: ${COUNT}`);
    await chats.time.to('2026-11-25 14:00');
    expect(await readAll(chats.lan, '/viec qua han')).toEqual(all);
    expect(await readAll(chats.lan, '/viec hôm nay')).toEqual([]);
  });
});
