/** F5: Postgres drops its connections, or is away; the same process goes on when it is back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropConnections, speakThrough } from '#test/chaos/outage.ts';
import { createEchoes, type Echoes, getReady } from '#test/chaos/play.ts';
import { openStage, SECRET, type Stage } from '#test/chaos/stage.ts';
import type { TestDatabase } from '#test/support/database.ts';
import type { ProductProcess } from '#test/support/process.ts';
import { productDatabase } from '#test/support/process-database.ts';
import { openRelay, type Relay } from '#test/support/process-relay.ts';

let database: TestDatabase;
let relay: Relay;
let stage: Stage;
let running: ProductProcess;
let echoes: Echoes;

beforeAll(async () => {
  database = await productDatabase();
  relay = await openRelay(database.appUrl);
  stage = await openStage(
    { database, redisUrl: null, through: relay.url },
    { officials: 5, pacing: false, speed: 5, secondMs: 100 },
  );
  running = await stage.start();
  await Promise.all(stage.officials.map(getReady));
  echoes = createEchoes(stage);
}, 120_000);

afterAll(async () => {
  await stage.close();
  await relay.cut();
  await database.drop();
});

test('F5: all connections dropped under load, the process lives and every word is answered in order', async () => {
  const figures = await speakThrough({ stage, echoes, process: running }, stage.officials, dropConnections(stage, 3));
  expect(figures).toMatchObject({ alive: 1, lost: 0, dup: 0, disordered: 0 });
}, 120_000);

test('F5: while Postgres is away the webhook answers 503 with Retry-After, and nothing is lost', async () => {
  const tell = () =>
    fetch(`${stage.door.url}/webhook/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET, 'content-type': 'application/json' },
      body: JSON.stringify({
        update_id: 5,
        message: {
          message_id: 1,
          date: 1,
          text: 'x',
          chat: { id: 9, type: 'private', first_name: 'A' },
          from: { id: 9, is_bot: false, first_name: 'A' },
        },
      }),
    });
  const answers: Response[] = [];
  const figures = await speakThrough({ stage, echoes, process: running }, stage.officials, {
    begin: async () => {
      await relay.cut();
      answers.push(await tell());
    },
    end: relay.mend,
  });
  expect(answers.map((answer) => [answer.status, answer.headers.get('retry-after')])).toEqual([[503, '5']]);
  expect(figures).toMatchObject({ alive: 1, lost: 0, dup: 0, disordered: 0 });
}, 120_000);
