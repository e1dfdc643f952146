/** What was asked for is made by a job and sent once, however often its maker fails or dies. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { askProductions } from '#db/chat/production.ts';
import { inTransaction } from '#db/client.ts';
import { readBytes } from '#db/file.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { produceWaiting } from '#jobs/produce/produce.ts';
import { type Made, type Making, type Producer, producer } from '#jobs/produce/producer.ts';
import { ask, defineProduction } from '#runtime/production.ts';
import { startWithFake } from '#test/support/profiles.ts';

const sheet = defineProduction('sheet', z.object({ no: z.number().int() }));
const bytes = new TextEncoder().encode('Phiếu số 7');
const made = {
  say: { lines: ['Phiếu đây ạ.'] },
  files: [{ name: 'phieu.txt', mime: 'text/plain', bytes, picture: false }],
};

const start = async (make: (on: Making, params: { no: number }) => Promise<Result<Made>>) => {
  const { chats, fake } = await startWithFake(undefined, { expectErrors: true });
  await chats.anh.says('/menu');
  const { runtime } = chats.office.first();
  const [anh] = await chats.query(sql<{ id: number; address: string }>`
    select person_id as id, address from account where address = 'nguyen-minh-anh'`);
  if (anh === undefined) throw new Error('nobody is linked');
  const place = { channel: 'telegram', address: anh.address };
  await inTransaction(runtime.db, (tx) =>
    askProductions(tx, [{ ...ask(sheet, { no: 7 }), personId: anh.id, place }], chats.clock.now()),
  );
  const producers: readonly Producer[] = [producer(sheet, make)];
  const produce = async (): Promise<void> => {
    await produceWaiting(runtime, producers, new AbortController().signal);
    await chats.settle();
  };
  return { chats, fake, runtime, produce };
};

test('it is made on the person and time of now, kept byte for byte, and sent once', async () => {
  const { chats, fake, runtime, produce } = await start(async ({ now }, { no }) => {
    expect([no, now]).toEqual([7, runtime.clock.now()]);
    return ok(made);
  });
  const before = fake.deliveries.length;
  await Promise.all([produce(), produce()]);
  expect(fake.deliveries.length).toBe(before + 1);
  chats.anh.hears('Phiếu đây ạ.');
  const [file] = await chats.query(sql<{ id: number }>`select id from file where name = 'phieu.txt'`);
  expect(Buffer.from(await readBytes(runtime.db, file?.id ?? 0))).toEqual(Buffer.from(bytes));
});

test('a maker that dies is followed by another, one that fails is tried three times, then the person is told', async () => {
  let attempts = 0;
  const { chats, produce } = await start(async () => {
    attempts += 1;
    throw new Error('no font');
  });
  for (let turn = 0; turn < 4; turn += 1) {
    await produce();
    chats.clock.moveTo(chats.clock.now() + 61_000);
  }
  expect(attempts).toBe(3);
  chats.anh.hears('Chưa tạo được tài liệu đã yêu cầu');
  expect(await chats.query(sql`select state, attempts from production`)).toEqual([{ state: 'failed', attempts: 3 }]);
});

test('what the person may not have is refused with its sentence, and not tried again', async () => {
  const { chats, produce } = await start(async () => refused('request.unknown', {}));
  await produce();
  await produce();
  chats.anh.hears('Không tìm thấy');
  expect(await chats.query(sql`select state, attempts from production`)).toEqual([{ state: 'failed', attempts: 1 }]);
});

test('what was made to be looked at is forgotten after a month', async () => {
  const { chats, produce } = await start(async () => ok(made));
  await produce();
  await chats.time.passes('31 days');
  await chats.office.first().jobs.cleanup({});
  expect(await chats.query(sql`select id from file`)).toEqual([]);
  expect(await chats.query(sql`select id from production`)).toEqual([]);
});
