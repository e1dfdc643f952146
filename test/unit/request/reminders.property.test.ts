/** Reminders go on and on and never back, at the moments agreed, and stop when nothing is owed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextRepeat } from '#domain/request/important.ts';
import { nextReminder, type Reminder, reminderNow } from '#domain/request/reminders.ts';
import type { Part, PartState, Urgency } from '#domain/request/request.ts';
import { addDays, DAY, dateOf, HOUR, minuteOfDay, momentOf } from '#domain/time.ts';
import { aPermissionWorld } from '#test/factories/permission.ts';
import { aPart, aRequest } from '#test/factories/request.ts';
import { at, calendar, written } from '#test/unit/calendar/sample.ts';
import { reminderLines } from '#text/request/reminders.ts';

const OWED = ['awaiting', 'accepted', 'drafted'] as const;
const OVER = ['answered', 'closed', 'returned', 'handed_on', 'silent', 'cancelled'] as const;

/** Terms end at 24:00, or within the office's hours. */
const ENDS = [24 * 60, 11 * 60, 16 * 60 + 30] as const;
const START = at('2026-11-02 08:00');
const partIn = (states: readonly PartState[]): fc.Arbitrary<Part> =>
  fc
    .record({
      state: fc.constantFrom(...states),
      asked: fc.nat(40),
      receipt: fc.nat(30),
      days: fc.integer({ min: 1, max: 25 }),
      end: fc.constantFrom(...ENDS),
    })
    .map(({ state, asked, receipt, days, end }) => {
      const askedAt = START + asked * 6 * HOUR;
      const receiptDue = askedAt + receipt * HOUR;
      const due = momentOf(addDays(dateOf(receiptDue), days), end);
      return aPart({
        state,
        askedAt,
        receiptFrom: askedAt,
        receiptDue,
        due,
        termFrom: state === 'awaiting' ? null : askedAt + HOUR,
      });
    });

const chainOf = (part: Part, after: number, most: number): Reminder[] => {
  const found: Reminder[] = [];
  for (let last = after; found.length < most; ) {
    const next = nextReminder({ calendar, urgency: 'thuong' }, part, last);
    if (next === null) break;
    found.push(next);
    last = next.at;
  }
  return found;
};

describe('the reminders of a part that is owed', () => {
  test('come one after the other and do not end', () => {
    fc.assert(
      fc.property(partIn(OWED), (part) => {
        const moments = chainOf(part, part.askedAt, 12).map((one) => one.at);
        expect(moments).toHaveLength(12);
        for (const [index, moment] of moments.entries()) {
          expect(moment).toBeGreaterThan(index === 0 ? part.askedAt : (moments[index - 1] ?? 0));
        }
      }),
    );
  });

  test('stand at the opening of a working day, but for the end of the receipt term', () => {
    fc.assert(
      fc.property(partIn(OWED), (part) => {
        for (const { at: moment } of chainOf(part, part.askedAt, 12)) {
          if (moment === part.receiptDue) continue;
          expect([minuteOfDay(moment), isWorkingDay(calendar, dateOf(moment))]).toEqual([8 * 60, true]);
        }
      }),
    );
  });

  test('ask for no receipt before its term has ended', () => {
    fc.assert(
      fc.property(partIn(['awaiting']), fc.nat(20 * 24), (part, hours) => {
        const next = nextReminder({ calendar, urgency: 'thuong' }, part, part.askedAt + hours * HOUR);
        if (next?.kind === 'receipt') expect(next.at).toBeGreaterThanOrEqual(part.receiptDue);
      }),
    );
  });

  test('say that it is overdue from its due moment on, and not before', () => {
    fc.assert(
      fc.property(partIn(OWED), (part) => {
        for (const { at: moment, kind } of chainOf(part, part.askedAt, 12)) {
          expect(kind === 'overdue').toBe(moment >= part.due);
          expect(reminderNow(part, moment) === 'overdue').toBe(moment >= part.due);
        }
      }),
    );
  });

  test('do not depend on how often they were asked for', () => {
    fc.assert(
      fc.property(partIn(OWED), fc.nat(20 * 24), (part, hours) => {
        const after = part.askedAt + hours * HOUR;
        const whole = chainOf(part, part.askedAt, 40).filter((one) => one.at > after);
        const [next] = whole;
        // Far in the overdue ones the chain here is too short.
        if (next !== undefined) expect(nextReminder({ calendar, urgency: 'thuong' }, part, after)).toEqual(next);
      }),
    );
  });
});

describe('a part that stays overdue', () => {
  const part = aPart({
    state: 'accepted',
    askedAt: START,
    termFrom: START,
    receiptDue: START + HOUR,
    due: at('2026-11-03 10:00'),
  });
  const overdue = (urgency: Urgency): string[] => {
    const found: string[] = [];
    for (let last = part.due - 1; found.length < 9; ) {
      const next = nextReminder({ calendar, urgency }, part, last);
      if (next === null) break;
      if (next.kind === 'overdue') found.push(written(next.at));
      last = next.at;
    }
    return found;
  };

  test('is spoken of every second working day until all have heard, then once a week', () => {
    expect(overdue('thuong')).toEqual([
      '2026-11-04 08:00',
      '2026-11-06 08:00',
      '2026-11-10 08:00',
      '2026-11-12 08:00',
      '2026-11-16 08:00',
      '2026-11-23 08:00',
      '2026-12-01 08:00',
      '2026-12-08 08:00',
      '2026-12-15 08:00',
    ]);
  });

  test('of a grave urgency by the hour for as many steps, and then no oftener than any other', () => {
    expect(overdue('hoa_toc')).toEqual([
      '2026-11-03 10:00',
      '2026-11-03 12:00',
      '2026-11-03 15:30',
      '2026-11-03 17:30',
      '2026-11-04 10:00',
      '2026-11-06 08:00',
      '2026-11-10 08:00',
      '2026-11-12 08:00',
      '2026-11-16 08:00',
    ]);
  });

  test('its important notices come back twice a day while it is news, then once with the morning', () => {
    const repeat = (after: string): string => written(nextRepeat(calendar, part.due, at(after)));
    expect(repeat('2026-11-03 10:00')).toBe('2026-11-03 15:30');
    expect(repeat('2026-11-05 15:30')).toBe('2026-11-06 10:00');
    expect(repeat('2026-11-06 10:00')).toBe('2026-11-09 08:00');
  });
});

test('nothing is said of a part that is not owed', () => {
  fc.assert(
    fc.property(partIn(OVER), fc.nat(30), (part, days) => {
      expect(nextReminder({ calendar, urgency: 'thuong' }, part, part.askedAt + days * DAY)).toBeNull();
      expect(reminderNow(part, part.askedAt + days * DAY)).toBeNull();
    }),
  );
});

test('the ladder is 7, 3, 1 and 0 working days before the due day, then the next and every second one', () => {
  const part = aPart({ state: 'accepted', termFrom: at('2026-11-16 09:00'), due: at('2026-12-04 00:00') });
  expect(chainOf(part, part.termFrom ?? 0, 6).map((one) => `${written(one.at)} ${one.kind}`)).toEqual([
    '2026-11-23 08:00 before',
    '2026-11-30 08:00 before',
    '2026-12-02 08:00 before',
    '2026-12-03 08:00 today',
    '2026-12-04 08:00 overdue',
    '2026-12-08 08:00 overdue',
  ]);
});

test('what was done before is named where it reached somebody new, however often it was said', () => {
  const reference = aPermissionWorld();
  const [first = 0, second = 0] = [...reference.directory.people.keys()];
  const said = Array.from({ length: 400 }, (_, index) => ({
    at: START + index * DAY,
    people: index < 3 ? [first] : [first, second],
  }));
  const request = aRequest({ regulationId: reference.regulations.values().next().value?.id ?? 0 });
  const lines = reminderLines(reference, request, aPart(), { kind: 'overdue', isOurs: true, said });
  const line = String(lines.at(-1));
  expect(line).toMatch(/^Đã nhắc 400 lần: 02\/11\/2026 \(.+\); 05\/11\/2026 \(.+\); gần nhất 06\/12\/2027\.$/);
  expect(line.length).toBeLessThan(200);
});
