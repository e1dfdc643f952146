/** F13: the clock of the database is wrong for an hour, by an hour or a day: no reminder comes twice, and none never. */
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, type Millis } from '#domain/time.ts';
import type { Clock } from '#src/clock.ts';
import { createLog } from '#src/log.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { openOffice } from '#test/support/office.ts';
import { startWithFake } from '#test/support/profiles.ts';
import { fileRequest } from '#test/support/story.ts';

/** Due on the 3rd: the ladder stands on these mornings. */
const RUNGS = ['2026-11-30 08:00', '2026-12-02 08:00', '2026-12-03 08:00'] as const;

test.each([
  ['an hour ahead', HOUR],
  ['an hour back', -HOUR],
  ['a day ahead', DAY],
  ['a day back', -DAY],
])(
  'a clock that is %s for an hour, around each reminder, changes nothing about how often it comes',
  async (_how, jump) => {
    const { chats, fake } = await startWithFake();
    await fileRequest(chats);
    await chats.lan.picks('Tiếp nhận');
    await chats.time.to('2026-11-30 07:00');
    let at = chats.clock.now();
    const clock: Clock = {
      now: () => at,
      realNow: () => at,
      realDelayUntil: (until: Millis) => {
        at = Math.max(at, until);
        return 0;
      },
      refresh: async () => undefined,
      stop: () => undefined,
    };
    const log = createLog({ level: 'silent', secrets: [] });
    const office = openOffice({
      ...{ url: chats.database.appUrl, log, channels: [await fake.open(clock, log)] },
      clock: { ...clock, moveTo: () => undefined },
    });
    const before = fake.deliveries.length;
    for (const rung of RUNGS) {
      const morning = localTime(rung);
      for (const minutes of [-40, -10, 20, 50, 90, 180]) {
        const isWrong = minutes >= -10 && minutes <= 50;
        at = morning + minutes * MINUTE + (isWrong ? jump : 0);
        await office.tick();
      }
    }
    await office.close();
    const reminders = fake.deliveries
      .slice(before)
      .filter(({ address, text }) => address === 'tran-thi-lan' && text.startsWith('Nhắc việc'));
    expect(reminders).toHaveLength(RUNGS.length);
  },
);
