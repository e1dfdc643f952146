/** What a request may also carry: never asked unprompted, offered under Sửa. */
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/calendar.ts';
import { parseDocNumber } from '#domain/document/number.ts';
import type { Enterprise } from '#domain/reference.ts';
import { endOf } from '#domain/request/clock.ts';
import { signersFor } from '#domain/request/filing.ts';
import { ok, type Refusal, type Result, refused } from '#domain/result.ts';
import { addDays, type IsoDate } from '#domain/time.ts';
import type { Answers, Field, Input, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { type Days, momentIn } from '#handlers/read-day.ts';
import type { Moment } from '#reading/time/read-times.ts';
import { formatDateWithWeekday, formatDue } from '#text/calendar/dates.ts';
import { enterprisesIn } from '#text/names.ts';
import { sayRefusal } from '#text/refusals.ts';
import { more } from '#text/request/filing-more.ts';
import { sentenceTexts } from '#text/request/sentence.ts';
import { amongOf, wordsBehind } from './among.ts';
import type { FileContext } from './file-context.ts';
import { isAhead, isWanted, wantedDay, wantedMoment, wantedValue } from './wanted.ts';

/** Picked to have none. */
const NONE = false;

const withNone = (options: readonly Option[], label: string): readonly (readonly Option[])[] =>
  [...options, { label, value: NONE }].map((option) => [option]);

const isNone = (input: Input): boolean => input.kind === 'option' && input.value === NONE;

export const docNumberField: Field<FileContext> = {
  key: 'docNumber',
  label: more.docNumber.label,
  optional: true,
  ask: () => ({ lines: more.docNumber.ask, options: withNone([], more.docNumber.none) }),
  parse: (input) => {
    if (isNone(input)) return ok(NONE);
    const words = parseText()(input);
    return words.ok ? parseDocNumber(String(words.value)) : words;
  },
  fits: (value) => typeof value === 'string' && parseDocNumber(value).ok,
};

/** Days around the present one that are offered; any other is typed. */
const DAYS_BEFORE = [0, -1, -2];

export const docDateField: Field<FileContext> = {
  key: 'docDate',
  label: more.docDate.label,
  when: (answers) => typeof answers.docNumber === 'string',
  ask: (_answers, context) => ({
    lines: more.docDate.ask,
    options: withNone(dayOptions(DAYS_BEFORE.map((days) => addDays(context.day, days))), more.docDate.none),
  }),
  parse: (input, _answers, context) => {
    if (input.kind === 'option') return ok(input.value);
    const read = momentOfText(input, context, 'back');
    if (!read.ok) return read;
    const date = signedDay(input.kind === 'text' ? input.text : '', read.value.date, context.day);
    return date <= context.day ? ok(date) : refused('document.date_ahead', { date });
  },
  fits: (value) => value === NONE || isDate(value),
};

export const wantedField: Field<FileContext> = {
  key: 'wanted',
  label: more.wanted.label,
  optional: true,
  ask: (answers, context) => {
    const said = amongOf(answers.wanted).filter(isWanted);
    const words = wordsBehind(answers, 'wanted') ?? '';
    return {
      lines: [...said.flatMap((one) => dayFault(one, context)), ...openDay(said, words, context), ...more.wanted.ask],
      options: withNone(
        said.length === 0 ? dayOptions(nextWorkingDays(context, 3)) : momentOptions(said, context),
        more.wanted.none,
      ),
    };
  },
  parse: (input, _answers, context) => {
    if (input.kind === 'option') return ok(input.value);
    const read = momentOfText(input, context, 'forward');
    if (!read.ok) return read;
    const { date } = read.value;
    const value = wantedValue(read.value);
    const fault = wantedFault(date, context);
    if (fault !== null) return fault;
    return isAhead(value, context.now) ? ok(value) : refused('date.past', { date, next: nextOf(date, context) });
  },
  // A draft may lie until its date has passed: it is asked for again then.
  fits: (value, _answers, { now }) => isWanted(value) && isAhead(value, now),
};

const wantedFault = (date: IsoDate, { reference, day }: Pick<FileContext, 'reference' | 'day'>): Refusal | null => {
  if (date < day) return refused('date.past', { date, next: nextWorkingDay(reference.calendar, day) });
  const isOn = isWorkingDay(reference.calendar, date);
  return isOn ? null : refused('date.day_off', { date, next: nextWorkingDay(reference.calendar, date) });
};

/** Behind a day of which the hour has passed. */
const nextOf = (date: IsoDate, { reference }: FileContext): IsoDate =>
  nextWorkingDay(reference.calendar, addDays(date, 1));

const dayFault = (value: string, context: FileContext): readonly string[] => {
  const fault = wantedFault(wantedDay(value), context);
  return fault === null ? [] : sayRefusal(fault);
};

/** Good days, and yet it is not said which is meant, or that it is the last one. */
const openDay = (said: readonly string[], words: string, context: FileContext): readonly string[] => {
  if (words !== '' && said.length === 0) return [sentenceTexts.noDay(words)];
  return said.some((one) => dayFault(one, context).length === 0) ? [sentenceTexts.whichDay(words)] : [];
};

/** In place of a day that has passed or is off: the next working day. */
const momentOptions = (said: readonly string[], { reference, day, now }: FileContext): readonly Option[] => {
  const fit = said.map((one) => {
    const date = wantedDay(one);
    const isOn = isWorkingDay(reference.calendar, date) && isAhead(one, now);
    return isOn ? one : nextWorkingDay(reference.calendar, date < day ? day : date);
  });
  return [...new Set(fit)]
    .filter((value) => isAhead(value, now))
    .map((value) => ({
      label: isDate(value) ? formatDateWithWeekday(value) : formatDue(endOf(wantedMoment(value))),
      value,
    }));
};

const nextWorkingDays = ({ reference, day }: FileContext, count: number): readonly IsoDate[] => {
  const days: IsoDate[] = [];
  while (days.length < count) days.push(nextWorkingDay(reference.calendar, addDays(days.at(-1) ?? day, 1)));
  return days;
};

const dayOptions = (days: readonly IsoDate[]): readonly Option[] =>
  days.map((date) => ({ label: formatDateWithWeekday(date), value: date }));

const momentOfText = (
  input: Input,
  { reference: { calendar }, now }: FileContext,
  direction: Days['direction'],
): Result<Moment> => {
  const words = parseText()(input);
  return words.ok ? momentIn(String(words.value), { now, calendar, direction }) : words;
};

/** Without a year the date of a signed document is the last such day, not the next. */
const signedDay = (text: string, date: IsoDate, day: IsoDate): IsoDate => {
  const isYearless = /^\s*\d+\D+\d+\s*$/.test(text);
  return isYearless && date > day ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : date;
};

const isDate = (value: Json): value is IsoDate => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** As many as a phone shows with the question. */
const MOST_OFFERED = 8;

export const enterpriseField: Field<FileContext> = {
  key: 'enterprise',
  label: more.enterprise.label,
  optional: true,
  ask: (answers, context) => {
    const words = searchedFor(answers);
    const found = words === null ? ofZone(answers, context) : near(enterprisesIn(context.reference, words), answers);
    return {
      lines: words === null ? more.enterprise.ask : more.enterprise.several(words, found.length > MOST_OFFERED),
      options: withNone(found.slice(0, MOST_OFFERED).map(enterpriseOption), more.enterprise.none),
    };
  },
  parse: (input, _answers, { reference }) => {
    if (input.kind === 'option') return ok(input.value);
    const words = parseText()(input);
    if (!words.ok) return words;
    const found = enterprisesIn(reference, String(words.value));
    const [only] = found;
    if (only === undefined) return refused('field.enterprise_unknown', { words: String(words.value).slice(0, 100) });
    // Several: what was typed is kept, and the question is asked again with those that it may mean.
    return ok(found.length === 1 ? only.id : { search: String(words.value) });
  },
  fits: (value, _answers, { reference }) => typeof value === 'number' && reference.enterprises.has(value),
};

const searchedFor = ({ enterprise }: Answers): string | null =>
  typeof enterprise === 'object' && enterprise !== null && 'search' in enterprise ? String(enterprise.search) : null;

const ofZone = ({ zone }: Answers, { reference }: FileContext): readonly Enterprise[] =>
  [...reference.enterprises.values()].filter((one) => one.zoneId === zone);

/** Those of the request's own zone first. */
const near = (found: readonly Enterprise[], { zone }: Answers): readonly Enterprise[] =>
  found.toSorted((a, b) => Number(b.zoneId === zone) - Number(a.zoneId === zone));

const enterpriseOption = ({ id, name, taxCode }: Enterprise): Option => ({ label: `${name} (${taxCode})`, value: id });

export const signerField: Field<FileContext> = {
  key: 'signer',
  label: more.signer.label,
  optional: true,
  ask: (_answers, context) => ({
    lines: more.signer.ask,
    options: withNone(signerOptions(context), more.signer.none),
  }),
  parse: (input, _answers, context) => (isNone(input) ? ok(NONE) : parseOption(input, signerOptions(context))),
  fits: (value, _answers, context) => signersFor(context).some((id) => id === value),
};

const signerOptions = (context: FileContext): readonly Option[] =>
  signersFor(context).map((id) => ({ label: context.reference.directory.people.get(id)?.name ?? '', value: id }));
