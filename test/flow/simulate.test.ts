/** RE7: short lives of the whole product by chance, each with its seed; `npm run simulate` lives long ones. */
import { describe, expect, test } from 'vitest';
import { calendarOf } from '#domain/calendar/calendar.ts';
import { live } from '#test/simulate/life.ts';
import type { Matter, Seen } from '#test/simulate/message.ts';
import { lineOf } from '#test/simulate/report.ts';
import { judge } from '#test/simulate/verdict.ts';
import { freshDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';

describe('the checker', () => {
  const calendar = calendarOf({
    ...{ days: [], sessions: [{ from: 480, to: 720 }], confirmedYears: [], movesEndOnMakeUpDay: false },
  });
  const at = localTime('2026-11-23 08:00');
  const matters = Array.from({ length: 14 }, (_, index): Matter => ({ name: `PH-${index} · xã`, kind: 'overdue' }));
  const promised = { person: 1, at, matters, isAnyHour: false, acts: 0 };
  const seen = { person: 1, at: at + 30_000, matters: matters.slice(0, 12), folded: 2 };
  const faultsOf = (all: readonly Seen[]): readonly string[] => judge([promised], all, { calendar, away: [] }).faults;

  test.each<[string, readonly Seen[], RegExp | null]>([
    ['is content with what was promised', [seen], null],
    ['finds what is lost', [], /^not seen/],
    ['finds what is said twice', [seen, { ...seen, at: at + 40_000 }], /^not promised/],
    ['finds what is late', [{ ...seen, at: at + 10 * 60_000 }], /^not seen/],
    ['finds what is said to another', [{ ...seen, person: 2 }], /^not seen/],
    ['finds a matter too few', [{ ...seen, matters: matters.slice(0, 11) }], /^missing \[overdue of PH-11/],
    ['finds a wrong count', [{ ...seen, folded: 1 }], /^1 counted in place of 2/],
    ['finds another order', [{ ...seen, matters: seen.matters.toReversed() }], /^in another order/],
    ['finds what is said at night', [seen, { ...seen, at: at + 10 * 3_600_000 }], /outside office hours/],
  ])('%s', (_, all, fault) => {
    const faults = faultsOf(all).join('\n');
    if (fault === null) expect(faults).toBe('');
    else expect(faults).toMatch(fault);
  });
});

test('one seed replays one life', async () => {
  const once = async () => {
    const database = await freshDatabase('seeded');
    try {
      return await live(database.appUrl, 2, { days: 3 });
    } finally {
      await database.drop();
    }
  };
  const [first, again] = [await once(), await once()];
  expect(first.log.length).toBeGreaterThan(10);
  expect(again.log).toEqual(first.log);
  expect(again.acts).toEqual(first.acts);
}, 60_000);

test.each([
  { seed: 2, from: '2026-11-23' },
  // Tết is among its days.
  { seed: 3, from: '2027-01-25' },
])(
  'every promised message is seen once, whole and in order, none outside hours, none after an answer (seed $seed from $from)',
  async ({ seed, from }) => {
    const database = await freshDatabase('seeded');
    try {
      const report = await live(database.appUrl, seed, { days: 21, from });
      process.stdout.write(`${lineOf(report)}\n`);
      expect(report.faults).toEqual([]);
      expect(report.promised).toBeGreaterThan(20);
    } finally {
      await database.drop();
    }
  },
  120_000,
);
