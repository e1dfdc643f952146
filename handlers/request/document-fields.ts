/** Fields of acts about documents and people who follow: number, date, signer, watcher. */

import { workingDaysBefore } from '#domain/calendar/calendar.ts';
import { parseDocNumber } from '#domain/document/number.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Field, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { formatDateWithWeekday } from '#text/calendar/dates.ts';
import { dateIn } from '#text/date-in.ts';
import { personIn } from '#text/people-in.ts';
import { actQuestions } from '#text/request/act-questions.ts';
import type { ActContext } from './act-context.ts';

export const numberField: Field<ActContext> = {
  key: 'number',
  label: actQuestions.number.label,
  ask: () => ({ lines: actQuestions.number.ask, options: [] }),
  parse: (input) => (input.kind === 'text' ? parseDocNumber(input.text) : refused('field.text_missing')),
};

/** The date on a document: today, the days before, or typed. Its bounds are the domain's. */
export const dateField: Field<ActContext> = {
  key: 'date',
  label: actQuestions.date.label,
  ask: (_answers, context) => ({
    lines: actQuestions.date.ask(context.act),
    options: dateOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, dateOptions(context));
    const read = dateIn(input.text, dateOf(context.now));
    if (!read.ok) return read;
    return read.value > dateOf(context.now) ? refused('document.future', { date: read.value }) : read;
  },
  fits: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
};

const dateOptions = ({ reference, now }: ActContext): readonly Option[] =>
  [dateOf(now), workingDaysBefore(reference.calendar, dateOf(now), 1)].map((value) => ({
    label: formatDateWithWeekday(value),
    value,
  }));

export const signerField: Field<ActContext> = {
  key: 'signer',
  label: actQuestions.signer.label,
  ask: () => ({ lines: actQuestions.signer.ask, options: [] }),
  // A name and a title.
  parse: parseText(200),
};

/** Anybody of the directory, by his name, with words of title or unit where several have it. */
export const watcherField: Field<ActContext> = {
  key: 'watcher',
  label: actQuestions.watcher.label,
  ask: (_answers, { dossier }) => ({ lines: actQuestions.watcher.ask(dossier.request.code), options: [] }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return refused('field.text_missing');
    return personIn(context.reference.directory, input.text, dateOf(context.now));
  },
};
