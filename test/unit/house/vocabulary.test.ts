import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ambiguous, Credentials, GiveUp, Malformed, Moved, Retry, RetryAt } from '#channels/errors.ts';
import { ok, refused } from '#domain/result.ts';
import { addDays, DAY, dateOf, HOUR, MINUTE, minuteOfDay, momentOf, SECOND, weekdayOf } from '#domain/time.ts';

describe('moments and local dates', () => {
  const date = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));

  test('a date and a minute name one moment, and the moment gives them back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const moment = momentOf(day, minute);
        expect([dateOf(moment), minuteOfDay(moment)]).toEqual([day, minute]);
      }),
    );
  });

  test('24:00 of a day is 0:00 of the next, one weekday later', () => {
    fc.assert(
      fc.property(date, (day) => {
        const next = addDays(day, 1);
        expect(momentOf(day, 1440)).toBe(momentOf(next, 0));
        expect(momentOf(next, 0) - momentOf(day, 0)).toBe(DAY);
        expect(weekdayOf(next)).toBe((weekdayOf(day) + 1) % 7);
      }),
    );
  });

  test('Vietnam is seven hours ahead of UTC', () => {
    expect(momentOf('2026-11-24', 0)).toBe(Date.parse('2026-11-23T17:00:00Z'));
    expect(weekdayOf('2026-11-24')).toBe(2);
    expect([24 * HOUR, 60 * MINUTE, 60 * SECOND]).toEqual([DAY, HOUR, MINUTE]);
  });
});

test('a decision is taken or refused with a code and its parameters', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(refused('term.unreadable', { term: 'x' })).toEqual({
    ok: false,
    code: 'term.unreadable',
    params: { term: 'x' },
  });
});

test('every fault of a channel is told by its class and carries what to do', () => {
  expect(new RetryAt('slow down', 3000)).toMatchObject({ waitMs: 3000, scope: 'address' });
  expect(new GiveUp('gone', 'blocked')).toMatchObject({ reason: 'blocked' });
  expect(new Moved('group moved', '-100')).toMatchObject({ to: '-100' });
  for (const Fault of [Retry, Ambiguous, Credentials, Malformed]) expect(new Fault('x')).toBeInstanceOf(Error);
});
