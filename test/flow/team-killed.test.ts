/** GR3–GR5 under kills: whatever moment the process dies at, the record of an inspection is the same, each act once. */
import { expect, test } from 'vitest';
import { verifyFacts } from '#db/fact.ts';
import { randomOf } from '#test/chaos/random.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { inspect, recordOf } from '#test/support/inspection.ts';
import { startChats } from '#test/support/profiles.ts';

const recordUnder = async (dies: () => boolean): Promise<readonly object[]> => {
  let isOn = true;
  const chats = await startChats(BUTTONS_AND_EDITS, {
    ...{ at: '2026-11-25 09:00', expectErrors: true },
    dies: () => isOn && dies(),
  });
  await inspect(chats);
  isOn = false;
  await chats.time.passes('1 minute');
  expect((await verifyFacts(chats.office.first().db)).firstBroken).toBeNull();
  return recordOf(chats);
};

test('an inspection whose process is killed at random leaves the same record as one that is not', async () => {
  const random = randomOf(20_261_125);
  let deaths = 0;
  const whole = await recordUnder(() => false);
  const killed = await recordUnder(() => {
    const dies = random.between(1, 5) === 1;
    deaths += dies ? 1 : 0;
    return dies;
  });
  expect(deaths).toBeGreaterThan(3);
  expect(killed).toEqual(whole);
  expect(whole[0]).toEqual({ stored: 5 });
  expect(JSON.stringify(whole.at(-1))).toContain('minutes_locked');
});
