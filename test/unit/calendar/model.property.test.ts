/** From 2023 to 2027 the product agrees with a slow independent model that walks over every day and every minute. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { whyOff, workingDaysBefore, workingDaysBetween } from '#domain/calendar/calendar.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import { nextWorkingMoment, workingMinutesBetween } from '#domain/calendar/working-time.ts';
import { MINUTE, momentOf } from '#domain/time.ts';
import * as model from './model.ts';
import { calendar, calendarWith, day } from './sample.ts';

const first = model.toDay('2023-01-01');
const last = model.toDay('2027-12-31');
const anyDay = fc.integer({ min: first, max: last });
const anyMinute = fc.integer({ min: first * 1440, max: last * 1440 + 1439 });
const seconds = fc.integer({ min: 0, max: MINUTE - 1 });
const always = { seed: 20_261_124, numRuns: 200 };

const moment = (minute: number): number => momentOf(model.toDate(Math.floor(minute / 1440)), minute % 1440);

test('every single day is off or worked as in the model', () => {
  for (let n = first; n <= last; n += 1) {
    const date = model.toDate(n);
    expect([date, whyOff(calendar, date) === undefined]).toEqual([date, model.isWorked(n)]);
  }
});

test('terms of up to 400 working days end where the model ends', () => {
  const check = fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (from, amount) => {
    const result = deadline(calendar, { ...day(model.toDate(from)), term: { amount, unit: 'working_day' } });
    expect(result.date).toBe(model.toDate(model.workingDayAfter(from, amount)));
  });
  fc.assert(check, always);
});

test('terms of up to 90 calendar days end where the model ends, whatever is set for make-up days', () => {
  const check = fc.property(anyDay, fc.integer({ min: 1, max: 90 }), fc.boolean(), (from, amount, moves) => {
    const input = { ...day(model.toDate(from)), term: { amount, unit: 'calendar_day' } } as const;
    const result = deadline(calendarWith({ movesEndOnMakeUpDay: moves }), input);
    expect(result.date).toBe(model.toDate(model.calendarDayEnd(from, amount, moves)));
  });
  fc.assert(check, always);
});

test('terms in working minutes end at the minute of the model, at any second of receipt', () => {
  const check = fc.property(anyMinute, seconds, fc.integer({ min: 1, max: 2_400 }), (from, ms, amount) => {
    const result = deadline(calendar, { from: moment(from) + ms, term: { amount, unit: 'working_minute' } });
    expect(result.due).toBe(moment(model.minuteAfter(from, amount)));
  });
  fc.assert(check, always);
});

test('paused minutes are exactly the ones a term in working hours does not count', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 6_000 })), {
    maxLength: 4,
  });
  const check = fc.property(anyMinute, fc.integer({ min: 1, max: 24 }), gaps, (from, hours, lengths) => {
    const pauses: model.Pause[] = [];
    let now = from;
    for (const [gap, length] of lengths) {
      // A part that is overdue is no longer paused by its due date, so pauses begin before it.
      if (now + gap >= model.minuteAfter(from, hours * 60, pauses)) break;
      pauses.push({ from: now + gap, to: now + gap + length });
      now += gap + length;
    }
    const result = deadline(calendar, {
      from: moment(from),
      term: { amount: hours, unit: 'working_hour' },
      pauses: pauses.map((pause) => ({ from: moment(pause.from), to: moment(pause.to) })),
    });
    expect(result.due).toBe(moment(model.minuteAfter(from, hours * 60, pauses)));
  });
  fc.assert(check, always);
});

test('working days and minutes between two moments are those the model counts', () => {
  const check = fc.property(anyMinute, fc.integer({ min: 0, max: 30_000 }), (from, length) => {
    const to = from + length;
    const [fromDay, toDay] = [Math.floor(from / 1440), Math.floor(to / 1440)];
    expect(workingMinutesBetween(calendar, moment(from), moment(to))).toBe(model.workedMinutes(from, to));
    expect(workingDaysBetween(calendar, model.toDate(fromDay), model.toDate(toDay))).toBe(
      model.workedDays(fromDay, toDay),
    );
    expect(nextWorkingMoment(calendar, moment(from))).toBe(moment(model.nextWorkedMinute(from)));
  });
  fc.assert(check, always);
});

test('counting back ends where the model ends', () => {
  const check = fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
    expect(workingDaysBefore(calendar, model.toDate(from), count)).toBe(
      model.toDate(model.workingDayAfter(from, count, -1)),
    );
  });
  fc.assert(check, always);
});
