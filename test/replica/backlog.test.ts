/** F18 in small: two days behind, and all is said once; `npm run chaos -- F18` plays it with 200,000. */
import { expect, test } from 'vitest';
import { addReaders, BACK_AT, comeBack } from '#test/chaos/backlog.ts';
import { createEchoes, getReady } from '#test/chaos/play.ts';
import { openStage } from '#test/chaos/stage.ts';
import { productDatabase } from '#test/support/process-database.ts';

const REMINDERS = 1_000;

test('F18: after two days without us each person hears of all that waited, in one message, while people are answered', async () => {
  const database = await productDatabase();
  const stage = await openStage({ database, redisUrl: null }, { officials: 10, enforceRates: true, from: BACK_AT });
  try {
    await addReaders(stage, REMINDERS);
    const process = await stage.start();
    await Promise.all(stage.officials.map(getReady));
    const echoes = createEchoes(stage);
    const size = { reminders: REMINDERS, quietWords: 0 };
    const figures = await comeBack({ stage, echoes, process }, stage.officials, size);
    expect(figures).toMatchObject({ lost: 0, unsaid: 0, flooding: 0, waitingAnswers: 0 });
    expect(figures.messages).toBeGreaterThanOrEqual(REMINDERS / 40);
  } finally {
    await stage.close();
    await database.drop();
  }
}, 240_000);
