/** What may change a running term: pauses, an asked date, extensions, a later start. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadline } from '#domain/calendar/deadline.ts';
import { endAt, endOfDay } from '#domain/calendar/end.ts';
import { DAY, dateOf, HOUR, MINUTE } from '#domain/time.ts';
import { at, calendar, calendarWith, day, written } from './sample.ts';

const fiveDays = { from: at('2026-11-25 09:00'), term: { amount: 5, unit: 'working_day' } } as const; // due 02/12
const pause = (from: string, to: string) => ({ from: at(from), to: at(to) });

describe('a pause', () => {
  test.each([
    ['2026-11-26 10:00', '2026-11-30 15:00', '2026-12-04', 'Thursday and Friday, the weekend is no loss'],
    ['2026-11-26 10:00', '2026-11-26 16:00', '2026-12-02', 'within one day'],
    ['2026-11-27 16:00', '2026-11-29 10:00', '2026-12-03', 'Friday, completed on a Sunday'],
    ['2026-11-28 08:00', '2026-11-29 20:00', '2026-12-02', 'only days off'],
  ])('of a day term from %s to %s makes it end on %s: %s', (from, to, due) => {
    expect(deadline(calendar, { ...fiveDays, pauses: [pause(from, to)] }).date).toBe(due);
  });

  test('of an hour term adds its working minutes', () => {
    const result = deadline(calendar, {
      from: at('2026-11-25 08:00'),
      term: { amount: 4, unit: 'working_hour' },
      pauses: [pause('2026-11-25 09:00', '2026-11-25 14:00')],
    });
    expect(written(result.due)).toBe('2026-11-25 17:00');
  });

  test('of a calendar-day term is added before the end moves off a day off', () => {
    const input = { ...day('2026-11-19'), term: { amount: 10, unit: 'calendar_day' } } as const; // Sunday 29/11
    expect(deadline(calendar, input).date).toBe('2026-11-30');
    expect(deadline(calendar, { ...input, pauses: [pause('2026-11-23 08:00', '2026-11-24 08:00')] }).date).toBe(
      '2026-11-30',
    );
  });

  test('of a calendar-day term lengthens the moved end when the last day had already passed', () => {
    const input = { ...day('2026-11-19'), term: { amount: 10, unit: 'calendar_day' } } as const; // Sunday 29/11
    expect(deadline(calendar, { ...input, pauses: [pause('2026-11-30 09:00', '2026-12-02 09:00')] }).date).toBe(
      '2026-12-02',
    );
  });

  test('that began before the term counts from its start, one that was over by then not at all', () => {
    const earlier = [pause('2026-11-18 09:00', '2026-11-20 09:00'), pause('2026-11-20 10:00', '2026-11-27 10:00')];
    expect(deadline(calendar, { ...fiveDays, pauses: earlier })).toMatchObject({ date: '2026-12-04' });
  });

  const term = fc.record({
    amount: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom('working_day', 'working_hour', 'calendar_day'),
  } as const);
  const anyMoment = fc.integer({ min: at('2023-01-01 00:00') / MINUTE, max: at('2026-10-31 00:00') / MINUTE });
  const hours = fc.integer({ min: 1, max: 400 });
  const always = { seed: 20_261_124, numRuns: 200 };

  test('begun before the end of a term is never over after it', () => {
    const check = fc.property(
      anyMoment,
      term,
      fc.nat(30 * 24 * 60),
      fc.nat(1_000_000),
      (minute, length, span, part) => {
        const from = minute * MINUTE;
        const { due } = deadline(calendar, { from, term: length });
        const begin = from + Math.floor(((due - from) * part) / 1_000_001 / MINUTE) * MINUTE;
        const end = begin + span * MINUTE;
        const { due: later } = deadline(calendar, { from, term: length, pauses: [{ from: begin, to: end }] });
        expect(later).toBeGreaterThanOrEqual(Math.max(due, end));
      },
    );
    fc.assert(check, always);
  });

  test('stored in two pieces, in any order, adds as much as in one', () => {
    const piece = (start: number, end: number) => ({ from: start, to: end });
    const check = fc.property(anyMoment, term, hours, hours, (minute, length, first, second) => {
      const from = minute * MINUTE;
      const [a, b, c] = [from + HOUR, from + HOUR * (1 + first), from + HOUR * (1 + first + second)] as const;
      const whole = deadline(calendar, { from, term: length, pauses: [piece(a, c)] });
      const pieces = deadline(calendar, { from, term: length, pauses: [piece(a, b), piece(b, c)] });
      expect(pieces.due).toBe(whole.due);
      const reversed = deadline(calendar, { from, term: length, pauses: [piece(b, c), piece(a, b)] });
      expect(reversed).toEqual(pieces);
    });
    fc.assert(check, always);
  });
});

describe('the asked date', () => {
  test('is the end when it is not earlier than the term, and pauses lengthen it', () => {
    const later = deadline(calendar, { ...fiveDays, asked: endOfDay('2026-12-10') });
    expect(later).toMatchObject({ date: '2026-12-10', dayTerm: true });
    const paused = {
      ...fiveDays,
      asked: endOfDay('2026-12-10'),
      pauses: [pause('2026-11-26 10:00', '2026-11-30 15:00')],
    };
    expect(deadline(calendar, paused).date).toBe('2026-12-14');
  });

  test('may be an hour', () => {
    const input = {
      ...fiveDays,
      asked: endAt(at('2026-12-10 10:00')),
      pauses: [pause('2026-11-26 10:00', '2026-11-26 11:00')],
    };
    expect(written(deadline(calendar, input).due)).toBe('2026-12-10 11:00');
  });

  test('of a term in calendar days is lengthened by calendar days', () => {
    const input = {
      ...day('2026-11-25'),
      term: { amount: 5, unit: 'calendar_day' },
      asked: endOfDay('2026-12-08'),
      pauses: [pause('2026-11-26 10:00', '2026-11-30 10:00')],
    } as const;
    expect(deadline(calendar, input).date).toBe('2026-12-14'); // Saturday 12/12, moved
  });

  test('stays, even outside office hours, when a pause took no working time', () => {
    const input = {
      ...fiveDays,
      asked: endAt(at('2026-12-10 18:00')),
      pauses: [pause('2026-11-26 18:00', '2026-11-26 20:00')],
    };
    const result = deadline(calendar, input);
    expect(written(result.due)).toBe('2026-12-10 18:00');
    expect(result.steps.filter(({ kind }) => kind === 'reached')).toHaveLength(1); // of the term, not of the pause
  });

  test('changes nothing when it is earlier', () => {
    expect(deadline(calendar, { ...fiveDays, asked: endAt(at('2026-12-02 17:00')) })).toEqual(
      deadline(calendar, fiveDays),
    );
  });
});

describe('an extension', () => {
  const until = (agreedAt: string, date: string) => ({ agreedAt: at(agreedAt), until: endOfDay(date) });

  test('puts its date in place of the end, with the pauses so far', () => {
    const input = {
      ...fiveDays,
      pauses: [pause('2026-11-25 10:00', '2026-11-26 10:00')],
      extensions: [until('2026-11-27 10:00', '2026-12-07')],
    };
    expect(deadline(calendar, input).date).toBe('2026-12-07');
  });

  test('is lengthened by a pause that is over after it was agreed, though it began before', () => {
    const input = {
      ...fiveDays,
      pauses: [pause('2026-11-26 10:00', '2026-11-30 10:00')],
      extensions: [until('2026-11-27 10:00', '2026-12-07')],
    };
    expect(deadline(calendar, input).date).toBe('2026-12-09');
  });

  test('agreed last is the one in force, in whatever order they are given', () => {
    const extensions = [until('2026-12-01 10:00', '2026-12-11'), until('2026-11-27 10:00', '2026-12-07')];
    expect(deadline(calendar, { ...fiveDays, extensions }).date).toBe('2026-12-11');
  });

  test('agreed before a new start of the term has no more effect', () => {
    const extensions = [until('2026-11-24 10:00', '2026-12-31')];
    expect(deadline(calendar, { ...fiveDays, extensions }).date).toBe('2026-12-02');
  });
});

test('a term that starts when a day term ends counts from the day after that day', () => {
  const receipt = endOfDay('2026-11-25');
  expect(dateOf(receipt.due)).toBe('2026-11-26');
  const result = deadline(calendar, {
    from: receipt.due,
    fromDate: receipt.date,
    term: { amount: 1, unit: 'working_day' },
  });
  expect(result.date).toBe('2026-11-26');
});

describe('a result is provisional', () => {
  test('when any year it ran through is not confirmed, even if the last one is', () => {
    const input = { ...day('2026-12-28'), term: { amount: 280, unit: 'working_day' } } as const;
    expect(deadline(calendarWith({ years: [2028] }), input)).toMatchObject({ provisional: true });
    expect(deadline(calendarWith({ years: [2027, 2028] }), input)).toMatchObject({ provisional: false });
  });

  test('not for the year of an event whose day is not counted', () => {
    const unconfirmed = { ...calendar, confirmedYears: new Set([2026]) };
    const input = { ...day('2025-12-31'), term: { amount: 1, unit: 'working_day' } } as const;
    expect(deadline(unconfirmed, input)).toMatchObject({ date: '2026-01-05', provisional: false });
  });

  test('when an extension ends in a year not confirmed', () => {
    const extensions = [{ agreedAt: fiveDays.from + DAY, until: endOfDay('2027-01-04') }];
    expect(deadline(calendar, { ...fiveDays, extensions })).toMatchObject({ date: '2027-01-04', provisional: true });
  });
});
