/** What an act on a team asks for before it is done: one form whose fields depend on the act. */
import { workingDaysBefore } from '#domain/calendar/calendar.ts';
import { parseDocNumber } from '#domain/document/number.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf, minuteOfDay } from '#domain/time.ts';
import type { Answers, Field, Form, Json, Option } from '#forms/define.ts';
import { filesField, parseOption, parseText } from '#forms/fields.ts';
import { momentIn } from '#handlers/read-day.ts';
import { formatDateWithWeekday } from '#text/calendar/dates.ts';
import { dateIn } from '#text/date-in.ts';
import { formatMinute } from '#text/team/plan.ts';
import { teamQuestions as questions } from '#text/team/questions.ts';
import type { TeamActContext } from './act-context.ts';
import { field, type Rest } from './act-field.ts';
import { memberFields } from './member-fields.ts';
import { HOURS, parseHour, workingDayIn } from './plan-times.ts';

export const TEAM_ACT_FORM = 'team.act';

const plain = (key: 'representative' | 'reason' | 'witness', when?: Rest['when']): Field<TeamActContext> =>
  field(key, {
    label: questions[key].label,
    ask: () => ({ lines: questions[key].ask, options: [] }),
    parse: parseText(500),
    ...(when === undefined ? {} : { when }),
  });

const number = field('number', {
  label: questions.number.label,
  ask: (_answers, { act, team }) => ({ lines: questions.number.ask(act, team.kind), options: [] }),
  parse: (input) => (input.kind === 'text' ? parseDocNumber(input.text) : refused('field.text_missing')),
});

/** Today, the working day before, or typed. */
const date = field('date', {
  label: questions.date.label,
  ask: (_answers, context) => ({
    lines: questions.date.ask(context.act),
    options: dateOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, dateOptions(context));
    const read = dateIn(input.text, context.day);
    return read.ok && read.value > context.day ? refused('document.future', { date: read.value }) : read;
  },
});

const dateOptions = ({ reference, day }: TeamActContext): readonly Option[] =>
  [day, workingDaysBefore(reference.calendar, day, 1)].map((value) => ({ label: formatDateWithWeekday(value), value }));

const signer = field('signer', {
  label: questions.signer.label,
  ask: (_answers, { actorName }) => ({
    lines: questions.signer.ask,
    options: [[{ label: actorName, value: actorName }]],
  }),
  parse: (input) => (input.kind === 'option' ? ok(input.value) : parseText(200)(input)),
});

/** Of the days still to come. */
const day = field('day', {
  label: questions.day.label,
  ask: (_answers, context) => ({ lines: questions.day.ask, options: dayOptions(context).map((option) => [option]) }),
  parse: (input, _answers, context) => parseOption(input, dayOptions(context)),
});

const dayOptions = ({ team, now }: TeamActContext): readonly Option[] =>
  team.days
    .filter((one) => one.day >= dateOf(now))
    .map((one) => ({ label: formatDateWithWeekday(one.day), value: one.id }));

const newDay = field('newDay', {
  label: questions.newDay.label,
  ask: () => ({ lines: questions.newDay.ask, options: [] }),
  parse: (input, _answers, context) =>
    input.kind === 'text' ? workingDayIn(input.text, context) : refused('field.text_missing'),
});

const hour = field('hour', {
  label: questions.hour.label,
  ask: () => ({ lines: questions.hour.ask, options: [HOURS] }),
  parse: parseHour,
});

const minuteField = (key: 'began' | 'ended', rest: Pick<Field<TeamActContext>, 'fits'> = {}): Field<TeamActContext> =>
  field(key, {
    label: questions[key].label,
    ask: (_answers, context) => ({ lines: questions[key].ask, options: [[now(context)]] }),
    parse: (input, answers, context) => {
      const read = input.kind === 'option' ? parseOption(input, [now(context), ...HOURS]) : parseHour(input);
      if (!read.ok || key === 'began' || !isBefore(read.value, answers)) return read;
      return refused('team.ended_before', { began: Number(answers.began) });
    },
    ...rest,
  });

const isBefore = (ended: Json, { began }: Answers): boolean => Number(ended) < Number(began);

const now = ({ now: at }: TeamActContext): Option => {
  const minute = minuteOfDay(at);
  return { label: formatMinute(minute), value: minute };
};

const place = field('place', {
  label: questions.place.label,
  ask: (_answers, { team }) => ({
    lines: questions.place.ask,
    options: [[...new Set(team.days.map((one) => one.place))].map((value) => ({ label: value, value }))],
  }),
  parse: (input) => (input.kind === 'option' ? ok(input.value) : parseText(300)(input)),
});

const due = field('due', {
  label: questions.due.label,
  ask: () => ({ lines: questions.due.ask, options: [] }),
  parse: (input, _answers, { reference, now: at, day: today }) => {
    if (input.kind !== 'text') return refused('field.text_missing');
    const read = momentIn(input.text, { now: at, calendar: reference.calendar, direction: 'forward' });
    if (!read.ok) return read;
    const { date: until } = read.value;
    return until < today ? refused('date.past', { date: until, next: today }) : ok(until);
  },
});

const words = field('words', {
  label: questions.words.label,
  ask: (_answers, { act }) => ({ lines: questions.words.ask(act), options: [] }),
  parse: parseText(2_000),
});

const signOptions: readonly Option[] = [
  { label: questions.signs.yes, value: true },
  { label: questions.signs.no, value: false },
];

const signs = field('signs', {
  label: questions.signs.label,
  ask: () => ({ lines: questions.signs.ask, options: [signOptions] }),
  parse: (input) => parseOption(input, signOptions),
});

const refuses = (answers: Answers): boolean => answers.signs === false;

export const teamActForm: Form<TeamActContext> = {
  id: TEAM_ACT_FORM,
  version: 1,
  fields: [
    number,
    date,
    signer,
    day,
    newDay,
    hour,
    minuteField('began'),
    // A beginning that was moved behind it asks it again.
    minuteField('ended', { fits: (ended, answers) => !isBefore(ended, answers) }),
    place,
    plain('representative'),
    ...memberFields,
    words,
    due,
    signs,
    plain('reason', refuses),
    plain('witness', refuses),
    field('files', filesField<TeamActContext>('files', questions.files)),
  ],
};
