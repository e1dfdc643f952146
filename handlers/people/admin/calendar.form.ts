/** What a change of the working calendar asks for. The subject names the change. */
import { DAY_KINDS } from '#domain/calendar/calendar.ts';
import type { CalendarStep } from '#domain/calendar/change.ts';
import { daysAhead } from '#domain/calendar/outlook.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate } from '#domain/time.ts';
import type { Answers, Field, Form, Input, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import { dayKinds } from '#text/calendar/change.ts';
import { dateIn } from '#text/date-in.ts';
import { calendarTexts as texts } from '#text/people/calendar.ts';
import { upperFirst } from '#text/request/words.ts';
import { judge } from './carry-out.ts';

export const CALENDAR_FORM = 'people.calendar';

const KINDS = ['off', 'make_up', 'drop', 'year'] as const;
export type CalendarKind = (typeof KINDS)[number];
export type CalendarContext = { readonly kind: CalendarKind; readonly turn: MemberTurn };

export const readKind = (subject: string): CalendarKind | null => KINDS.find((one) => one === subject) ?? null;

/** What the answers so far come to; what is not asked yet stands as it does no harm to the judgement. */
export const calendarStepOf = ({ kind }: CalendarContext, answers: Answers): CalendarStep => {
  const date = String(answers.date);
  switch (kind) {
    case 'year':
      return { kind: 'confirm_year', year: Number(answers.year) };
    case 'drop':
      return { kind: 'drop_day', date };
    case 'make_up':
      return { kind: 'set_day', date, day: 'swap_work', reason: String(answers.reason ?? '') };
    case 'off': {
      const day = DAY_KINDS.find((one) => one === answers.day) ?? 'holiday';
      return { kind: 'set_day', date, day, reason: String(answers.reason ?? '') };
    }
  }
};

const LONGEST_REASON = 200;
/** Days that fit a screen; others are typed. */
const MOST_DAYS = 8;

const asked = (...kinds: readonly CalendarKind[]) => ({
  when: (_answers: Answers, { kind }: CalendarContext): boolean => kinds.includes(kind),
});
const today = ({ turn }: CalendarContext): IsoDate => dateOf(turn.now);

/** A refusal at the end would lose the answers: each is judged as soon as it is given. */
const judged = (context: CalendarContext, answers: Answers, value: Json): Result<Json> => {
  const may = judge(context.turn, calendarStepOf(context, answers));
  return may.ok ? ok(value) : may;
};

const date: Field<CalendarContext> = {
  key: 'date',
  label: texts.date.label,
  ...asked('off', 'make_up', 'drop'),
  ask: (_answers, context) => ({
    lines: context.kind === 'year' ? [] : texts.date.ask[context.kind],
    options: dropOptions(context).map((option) => [option]),
  }),
  parse: (input, answers, context) => {
    const read = input.kind === 'text' ? dateIn(input.text, today(context)) : parseOption(input, dropOptions(context));
    if (!read.ok) return read;
    // Terms that are over by now would begin to run again: the past is changed from the command line only.
    if (String(read.value) < today(context)) return refused('admin.date_past', { from: today(context) });
    return judged(context, { ...answers, date: read.value }, read.value);
  },
};

const dropOptions = (context: CalendarContext): readonly Option[] =>
  context.kind === 'drop'
    ? daysAhead(context.turn.reference.calendar, today(context))
        .slice(0, MOST_DAYS)
        .map((day) => ({ label: texts.listed(day), value: day.date }))
    : [];

const day: Field<CalendarContext> = {
  key: 'day',
  label: texts.kind.label,
  ...asked('off'),
  ask: () => ({ lines: texts.kind.ask, options: [kindOptions] }),
  parse: (input) => parseOption(input, kindOptions),
};

const kindOptions: readonly Option[] = DAY_KINDS.filter((kind) => kind !== 'swap_work').map((value) => ({
  label: upperFirst(dayKinds[value]),
  value,
}));

const reason: Field<CalendarContext> = {
  key: 'reason',
  label: texts.reason.label,
  ...asked('off', 'make_up'),
  ask: (_answers, { kind }) => ({ lines: texts.reason.ask[kind === 'off' ? 'off' : 'make_up'], options: [] }),
  parse: (input, answers, context) => {
    const text = parseText(LONGEST_REASON)(input);
    return text.ok ? judged(context, { ...answers, reason: text.value }, text.value) : text;
  },
};

const year: Field<CalendarContext> = {
  key: 'year',
  label: texts.confirmed.label,
  ...asked('year'),
  ask: (_answers, context) => ({ lines: texts.confirmed.ask, options: [yearOptions(context)] }),
  parse: (input, answers, context) => {
    const read = input.kind === 'text' ? yearIn(input) : parseOption(input, yearOptions(context));
    return read.ok ? judged(context, { ...answers, year: read.value }, read.value) : read;
  },
};

const yearIn = ({ text }: Extract<Input, { kind: 'text' }>): Result<Json> => {
  const [, digits] = /(?:^|\D)(20\d\d)$/.exec(text.trim()) ?? [];
  return digits === undefined ? refused('calendar.year', { year: text }) : ok(Number(digits));
};

const yearOptions = (context: CalendarContext): readonly Option[] => {
  const first = Number(today(context).slice(0, 4));
  return [first, first + 1, first + 2]
    .filter((one) => !context.turn.reference.calendar.confirmedYears.has(one))
    .map((value) => ({ label: texts.confirmed.option(value), value }));
};

export const calendarForm: Form<CalendarContext> = {
  id: CALENDAR_FORM,
  version: 1,
  fields: [date, day, reason, year],
};
