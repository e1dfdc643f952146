/** RE2 and RE5: nobody is reminded outside his hours and the office's, and what he made silent is silent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { checkHours, hearingMoment } from '#domain/reminder/hours.ts';
import { checkUntil, isMuted } from '#domain/reminder/mute.ts';
import { DAY, dateOf, MINUTE, minuteOfDay } from '#domain/time.ts';
import { hoursIn } from '#reading/remind.ts';
import { at, calendar, written } from '#test/unit/calendar/sample.ts';

const hours = fc
  .tuple(fc.nat(1440), fc.nat(1440))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  .filter((one) => checkHours(calendar, one).ok);
const moment = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => at('2026-01-01 00:00') + minutes * MINUTE);

describe('the moment at which a person hears', () => {
  test('lies in his hours, in office hours, on a working day, and is the first such one', () => {
    fc.assert(
      fc.property(fc.option(hours), moment, (own, asked) => {
        const heard = hearingMoment(calendar, own, asked);
        const isOpen = (when: number): boolean =>
          isWorkingDay(calendar, dateOf(when - 1)) &&
          calendar.sessions.some(
            ({ from, to }) =>
              Math.max(from, own?.from ?? 0) <= minuteOfDay(when) &&
              minuteOfDay(when) <= Math.min(to, own?.to ?? 1440) &&
              Math.max(from, own?.from ?? 0) < Math.min(to, own?.to ?? 1440),
          );
        expect(heard).toBeGreaterThanOrEqual(asked);
        expect([written(heard), isOpen(heard)]).toEqual([written(heard), true]);
        // Nothing earlier would have done: looked at minute by minute over the last days.
        for (let when = asked; when < heard && when < asked + 2 * DAY; when += MINUTE) {
          if (isOpen(when)) expect(written(when)).toBe('closed');
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [null, '2026-11-22 24:00', '2026-11-23 08:00'],
    [{ from: 540, to: 660 }, '2026-11-23 08:00', '2026-11-23 09:00'],
    [{ from: 540, to: 660 }, '2026-11-23 11:00', '2026-11-23 11:00'],
    [{ from: 540, to: 660 }, '2026-11-23 11:01', '2026-11-25 09:00'],
    [{ from: 0, to: 1440 }, '2026-11-23 12:30', '2026-11-23 13:30'],
  ])('with %j at %s is %s', (own, asked, heard) => {
    expect(written(hearingMoment(calendar, own, at(asked)))).toBe(heard);
  });

  test('hours with less than half an hour of work in them are refused', () => {
    expect(checkHours(calendar, { from: 18 * 60, to: 22 * 60 })).toMatchObject({ ok: false, code: 'remind.hours' });
    expect(checkHours(calendar, { from: 11 * 60 + 31, to: 13 * 60 + 30 })).toMatchObject({ ok: false });
  });
});

test.each([
  ['8 giờ 30 đến 11 giờ', { from: 510, to: 660 }],
  ['8h30-11h', { from: 510, to: 660 }],
  ['từ 8:30 đến 16:15', { from: 510, to: 975 }],
  ['9 - 11', { from: 540, to: 660 }],
  ['11 giờ đến 9 giờ', null],
  ['sáng', null],
])('hours are read: %s', (text, read) => {
  expect(hoursIn(text)).toEqual(read);
});

describe('what is silent', () => {
  const mute = { personId: 1, requestId: 2, partId: 3, dutyId: null, until: at('2026-11-30 08:00'), reason: 'x' };
  const said = { personId: 1, requestId: 2, partId: 3, kind: 'before', noticeId: null };
  const now = at('2026-11-25 08:00');

  test('is that part to that person until then, and nothing that is late or important', () => {
    expect(isMuted([mute], said, now)).toBe(true);
    expect(isMuted([{ ...mute, partId: null }], said, now)).toBe(true);
    expect(isMuted([mute], said, mute.until)).toBe(false);
    expect(isMuted([mute], { ...said, personId: 9 }, now)).toBe(false);
    expect(isMuted([mute], { ...said, partId: 9 }, now)).toBe(false);
    expect(isMuted([mute], { ...said, noticeId: 4 }, now)).toBe(false);
    for (const kind of ['overdue', 'late', 'silence']) expect(isMuted([mute], { ...said, kind }, now)).toBe(false);
  });

  test('is silent for a month at most, and not backwards', () => {
    expect(checkUntil(now, now)).toMatchObject({ ok: false, code: 'remind.past' });
    expect(checkUntil(now + 32 * DAY, now)).toMatchObject({ ok: false, code: 'remind.too_long' });
  });
});
