/** When and where: days, hour, place, what to bring. */
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/calendar.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { lastOf, MOST_DAYS, workingDaysFrom } from '#domain/team/plan.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Answers, Field, Input, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { momentIn } from '#handlers/read-day.ts';
import { formatDateWithWeekday } from '#text/calendar/dates.ts';
import { formatMinute, minuteOf, planQuestions as questions } from '#text/team/plan.ts';
import type { PlanContext } from './plan-context.ts';

/** Working days from now that are offered. */
const OFFERED = [5, 10] as const;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: Json): boolean => typeof value === 'string' && ISO_DAY.test(value);

export const firstField: Field<PlanContext> = {
  key: 'first',
  label: questions.first.label,
  ask: (_answers, context) => ({
    lines: questions.first.ask,
    options: firstOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) =>
    input.kind === 'text' ? workingDayIn(input.text, context) : parseOption(input, firstOptions(context)),
  fits: isDay,
};

const firstOptions = ({ reference, day }: PlanContext): readonly Option[] =>
  OFFERED.map((count) => lastOf(reference.calendar, nextWorkingDay(reference.calendar, day), count)).map((value) => ({
    label: formatDateWithWeekday(value),
    value,
  }));

type Days = Pick<PlanContext, 'reference' | 'now' | 'day'>;

/** A working day from today on. */
export const workingDayIn = (text: string, { reference: { calendar }, now, day }: Days): Result<IsoDate> => {
  const read = momentIn(text, { now, calendar, direction: 'forward' });
  if (!read.ok) return read;
  const { date } = read.value;
  if (date < day) return refused('date.past', { date, next: nextWorkingDay(calendar, day) });
  return isWorkingDay(calendar, date)
    ? ok(date)
    : refused('date.day_off', { date, next: nextWorkingDay(calendar, date) });
};

export const lastField: Field<PlanContext> = {
  key: 'last',
  label: questions.last.label,
  ask: (answers, context) => ({
    lines: questions.last.ask,
    options: lastOptions(answers, context).map((option) => [option]),
  }),
  parse: (input, answers, context) => {
    if (input.kind !== 'text') return parseOption(input, lastOptions(answers, context));
    const read = workingDayIn(input.text, context);
    if (!read.ok) return read;
    const days = workingDaysFrom(context.reference.calendar, String(answers.first), read.value);
    return days.length > 0 && days.length <= MOST_DAYS ? read : refused('team.days', { most: MOST_DAYS });
  },
  // A first day that was moved behind it asks it again.
  fits: (value, answers) => isDay(value) && String(value) >= String(answers.first),
};

const lastOptions = ({ first }: Answers, { reference }: PlanContext): readonly Option[] =>
  [1, 2, 3, 5].map((count) => {
    const date = lastOf(reference.calendar, String(first), count);
    return { label: questions.last.days(count, date), value: date };
  });

export const HOURS: readonly Option[] = [8 * 60, 8 * 60 + 30, 13 * 60 + 30].map((value) => ({
  label: formatMinute(value),
  value,
}));

export const parseHour = (input: Input): Result<Json> => {
  if (input.kind !== 'text') return parseOption(input, HOURS);
  const minute = minuteOf(input.text);
  return minute === null ? refused('team.hour') : ok(minute);
};

export const hourField: Field<PlanContext> = {
  key: 'hour',
  label: questions.hour.label,
  ask: () => ({ lines: questions.hour.ask, options: [HOURS] }),
  parse: parseHour,
  fits: (value) => typeof value === 'number',
};

const placeOptions: readonly Option[] = [{ label: questions.place.atEnterprise, value: questions.place.atEnterprise }];

export const placeField: Field<PlanContext> = {
  key: 'place',
  label: questions.place.label,
  ask: () => ({ lines: questions.place.ask, options: [placeOptions] }),
  parse: (input) => (input.kind === 'option' ? parseOption(input, placeOptions) : parseText(300)(input)),
};

const bringOptions: readonly Option[] = [{ label: questions.bring.none, value: '' }];

export const bringField: Field<PlanContext> = {
  key: 'bring',
  label: questions.bring.label,
  ask: () => ({ lines: questions.bring.ask, options: [bringOptions] }),
  parse: (input) => (input.kind === 'option' ? parseOption(input, bringOptions) : parseText(500)(input)),
};
