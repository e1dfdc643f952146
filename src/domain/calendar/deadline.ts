/**
 * When a term ends, and why. The result is a function of stored facts alone (start, term, asked date, pauses,
 * extensions, calendar), so it can be computed again at any time and always explains itself.
 * An extension puts its own end in place of the one before; so does the date asked for, when it is not earlier.
 * A pause lengthens the end that is in force when the pause is over.
 */
import type { IsoDate, Millis } from '../time.ts';
import { addDays, dateOf } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { nextWorkingDay, unconfirmedYears } from './calendar.ts';
import type { CountedTerm, Start } from './count.ts';
import { count, countedTerm } from './count.ts';
import type { End } from './end.ts';
import type { StartEvent, Step } from './steps.ts';
import type { Term } from './term.ts';
import type { Span } from './working-time.ts';
import { minuteStart, nextWorkingMoment } from './working-time.ts';

export type Extension = { readonly agreedAt: Millis; readonly until: End };
export type DeadlineInput = {
  readonly from: Millis;
  /** The day of the event where `from` does not tell it: a date without an hour, or the 24:00 of a day term. */
  readonly fromDate?: IsoDate;
  readonly event?: StartEvent;
  readonly term: Term;
  /** The end that the asking unit wished for. */
  readonly asked?: End;
  /** Finished pauses, which do not overlap; of one that began before `from` the rest counts. */
  readonly pauses?: readonly Span[];
  /** Those agreed before `from` belonged to an earlier count. */
  readonly extensions?: readonly Extension[];
};
export type Deadline = End & { readonly provisional: boolean; readonly steps: readonly Step[] };

export const deadline = (calendar: Calendar, input: DeadlineInput): Deadline => {
  const start: Start = { at: minuteStart(input.from), date: input.fromDate ?? dateOf(input.from) };
  const term = countedTerm(input.term);
  const replacements = [...askedEnd(calendar, input, start), ...extendedEnds(input)];

  const steps = startSteps(calendar, input, start);
  let counted = count(calendar, start, term, pausesOver(input, input.from, replacements[0]?.since));
  steps.push(...counted.steps);
  for (const [index, { since, end, step }] of replacements.entries()) {
    const pauses = pausesOver(input, since, replacements[index + 1]?.since);
    counted = pauses.length === 0 ? { end, steps: [] } : count(calendar, startAt(end), nothingOf(end, term), pauses);
    steps.push(step, ...counted.steps);
  }

  // A wrong guess about any year the count ran through, not only about the last, would change the result.
  const firstCounted = term.unit === 'working_minute' ? start.date : addDays(start.date, 1);
  const years = unconfirmedYears(calendar, firstCounted, counted.end.date);
  if (years.length > 0) steps.push({ kind: 'provisional', years });
  return { ...counted.end, provisional: years.length > 0, steps };
};

/** An end given as such, in force for the pauses that are over after `since`. */
type Replacement = { readonly since: Millis; readonly end: End; readonly step: Step };

const askedEnd = (calendar: Calendar, { from, term, asked }: DeadlineInput, start: Start): Replacement[] => {
  if (asked === undefined || asked.due < count(calendar, start, countedTerm(term), []).end.due) return [];
  return [{ since: from, end: asked, step: { kind: 'asked', end: asked } }];
};

const extendedEnds = ({ from, extensions = [] }: DeadlineInput): Replacement[] =>
  extensions
    .filter(({ agreedAt }) => agreedAt >= from)
    .toSorted((a, b) => a.agreedAt - b.agreedAt)
    .map(({ agreedAt, until: end }) => ({ since: agreedAt, end, step: { kind: 'extended', agreedAt, end } }));

/** The pauses that are over after one moment and not after another, in order, as far as they lie after the start. */
const pausesOver = ({ from, pauses = [] }: DeadlineInput, since: Millis, until = Number.POSITIVE_INFINITY): Span[] =>
  pauses
    .filter((pause) => pause.to > since && pause.to <= until)
    .toSorted((a, b) => a.to - b.to)
    .map((pause) => ({ from: Math.max(pause.from, from), to: pause.to }));

const startAt = (end: End): Start => ({ at: end.due, date: end.date });

/** The empty term that pauses lengthen after a fixed end, in the unit in which that end is given. */
const nothingOf = (end: End, term: CountedTerm): CountedTerm => {
  if (!end.dayTerm) return { amount: 0, unit: 'working_minute' };
  return { amount: 0, unit: term.unit === 'calendar_day' ? 'calendar_day' : 'working_day' };
};

const startSteps = (calendar: Calendar, input: DeadlineInput, start: Start): Step[] => {
  const { term, event = 'given', fromDate } = input;
  return [
    { kind: 'start', event, ...start, timed: fromDate === undefined, term },
    ...firstCountedStep(calendar, start, countedTerm(term)),
  ];
};

const firstCountedStep = (calendar: Calendar, start: Start, term: CountedTerm): Step[] => {
  switch (term.unit) {
    case 'working_day':
      return [{ kind: 'first_day', date: nextWorkingDay(calendar, start.date) }];
    case 'calendar_day':
      return [{ kind: 'first_day', date: addDays(start.date, 1) }];
    case 'working_minute': {
      const at = nextWorkingMoment(calendar, start.at);
      return at === start.at ? [] : [{ kind: 'first_moment', at }];
    }
  }
};
