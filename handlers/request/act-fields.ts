/** Fields of acts that choose a unit, a date, or parts of the request. */
import { addWorkingDays, isWorkingDay, nextWorkingDay } from '#domain/calendar/calendar.ts';
import { endOf } from '#domain/request/clock.ts';
import { proposedParties } from '#domain/request/parties.ts';
import { isSettled } from '#domain/request/request.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, dateOf, type IsoDate } from '#domain/time.ts';
import type { Field, Option } from '#forms/define.ts';
import { parseOption } from '#forms/fields.ts';
import { momentIn } from '#handlers/read-day.ts';
import { furtherIn } from '#reading/further.ts';
import { formatDateWithWeekday } from '#text/calendar/dates.ts';
import { unitsIn } from '#text/names.ts';
import { actQuestions } from '#text/request/act-questions.ts';
import { unitLabel } from '#text/request/card.ts';
import type { ActContext } from './act-context.ts';

/** One unit: of those proposed for zone and field, or by name. */
export const unitField: Field<ActContext> = {
  key: 'unit',
  label: actQuestions.unit.label,
  ask: (_answers, context) => ({
    lines: actQuestions.unit.ask(context.act, context.dossier.request.code),
    options: unitOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind === 'option') return ok(input.value);
    if (input.kind !== 'text') return refused('field.choose');
    const found = unitsIn(context.reference, input.text, dateOf(context.now));
    if (!found.ok) return found;
    const [only, ...more] = found.value;
    return only !== undefined && more.length === 0 ? ok(only) : refused('field.choose');
  },
  fits: (value, _answers, { reference }) => reference.directory.units.has(Number(value)),
};

const unitOptions = ({ reference, dossier, now }: ActContext): readonly Option[] => {
  const { zoneId, fieldId, askingUnitId } = dossier.request;
  const { units, candidates } = proposedParties(reference, { zoneId, fieldId, askingUnitId }, dateOf(now));
  const owing = new Set(dossier.parts.filter((part) => !isSettled(part)).map((part) => part.unitId));
  return [...units, ...candidates]
    .filter((id) => !owing.has(id))
    .map((id) => ({ label: unitLabel(reference.directory, id), value: id }));
};

/** Working days after the present date that are offered; any other is typed. */
const OFFERED_DAYS = [1, 2, 3, 5] as const;

export const untilField: Field<ActContext> = {
  key: 'until',
  label: actQuestions.until.label,
  ask: (_answers, context) => ({
    lines: actQuestions.until.ask(context.dossier.request.code),
    options: untilOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, untilOptions(context));
    const { calendar } = context.reference;
    const today = dateOf(context.now);
    const read = untilIn(input.text, context);
    if (!read.ok) return read;
    const date = read.value;
    const next = nextWorkingDay(calendar, date);
    if (date < today) return refused('date.past', { date, next: nextWorkingDay(calendar, today) });
    if (!isWorkingDay(calendar, date)) return refused('date.day_off', { date, next });
    const due = context.part === null ? today : endOf(context.part.due).date;
    return date > due ? ok(date) : refused('extension.not_later', { date: due });
  },
  fits: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
};

/** A day, or how much longer than the present term. */
const untilIn = (text: string, { reference: { calendar }, part, now }: ActContext): Result<IsoDate> => {
  const further = part === null ? null : furtherIn(text);
  if (further === null || part === null) {
    const read = momentIn(text, { now, calendar, direction: 'forward' });
    return read.ok ? ok(read.value.date) : read;
  }
  const due = endOf(part.due).date;
  if (further.unit === 'working_day') return ok(addWorkingDays(calendar, due, further.amount));
  const day = addDays(due, further.amount);
  return ok(isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day));
};

const untilOptions = ({ reference, part, now }: ActContext): readonly Option[] => {
  if (part === null) return [];
  const from = [endOf(part.due).date, dateOf(now)].sort().at(-1) ?? dateOf(now);
  return OFFERED_DAYS.map((days) => addWorkingDays(reference.calendar, from, days)).map((date) => ({
    label: formatDateWithWeekday(date),
    value: date,
  }));
};

/** All parts, one of them, or several by their numbers. */
export const partsField: Field<ActContext> = {
  key: 'parts',
  label: actQuestions.parts.label,
  ask: (_answers, context) => ({
    lines: actQuestions.parts.ask(context.dossier.request.code),
    options: partOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, partOptions(context));
    const found = unitsIn(context.reference, input.text, dateOf(context.now));
    if (!found.ok) return found;
    const parts = context.dossier.parts.filter((part) => found.value.includes(part.unitId));
    return parts.length === 0 ? refused('reopen.no_part') : ok(parts.map((part) => part.id));
  },
  fits: (value) => Array.isArray(value) && value.length > 0,
};

const partOptions = ({ reference, dossier }: ActContext): readonly Option[] => {
  // What was handed on lives in another part.
  const parts = dossier.parts.filter((part) => part.state !== 'handed_on');
  const single = parts.map((part) => ({ label: unitLabel(reference.directory, part.unitId), value: [part.id] }));
  const all = { label: actQuestions.parts.all, value: parts.map((part) => part.id) };
  return parts.length > 1 ? [all, ...single] : single;
};
