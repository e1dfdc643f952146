/** What units add to a report in words: until when, who is asked for it before the cut-off, and who has not said anything. */
import { type Calendar, workingDaysBefore } from '#domain/calendar/calendar.ts';
import { chainOf, type Directory, homeUnitOf, type PersonId, type UnitId } from '#domain/directory/directory.ts';
import { periodsOf, type ReportPeriod } from '#domain/duty/period.ts';
import { morning } from '#domain/request/reminders.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { DAY, dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { closesAt, periodsEndingOn, type ReportCell, type ReportScope } from './report.ts';

/** What stands in the way, and what is proposed. */
export const NOTE_KINDS = ['difficulty', 'proposal'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export type ReportNote = {
  readonly unitId: UnitId;
  readonly kind: NoteKind;
  readonly words: string;
  readonly personId: PersonId;
  readonly at: Millis;
  /** Counted from one: each entry of a unit and kind is kept, and the last one counts. */
  readonly version: number;
};

/** A report says the same whenever it is made: with its figures its words are closed. */
export const mayNote = (period: ReportPeriod, now: Millis): Result<true> =>
  now < closesAt(period) ? ok(true) : refused('report.closed', { closed: closesAt(period) });

/** The unit in whose name a person adds words: only one that reports has something to add. */
export const noteUnit = (
  directory: Directory,
  personId: PersonId,
  { units }: ReportScope,
  day: IsoDate,
): UnitId | null => {
  const home = homeUnitOf(directory, personId, day);
  return home !== null && units.includes(home.id) ? home.id : null;
};

/** Words of a unit are those of whoever reports for all, and its own. */
export const notesWithin = ({ all, units }: ReportScope, notes: readonly ReportNote[]): readonly ReportNote[] =>
  notes.filter(({ unitId }) => all || units.includes(unitId));

/** Time to ask around in the unit, and not so early that it is put off. */
const ASKED_DAYS_BEFORE = 2;

/** Units are asked once for each cut-off of a quarter or longer: a question every month would soon be passed over. */
export const asksAt = (calendar: Calendar, { to }: ReportPeriod): Millis =>
  morning(calendar, workingDaysBefore(calendar, to, ASKED_DAYS_BEFORE));

export const nextAsking = (calendar: Calendar, after: Millis): Millis => {
  const year = Number(dateOf(after).slice(0, 4));
  const moments = periodsOf('quarter', year, year + 1).map((period) => asksAt(calendar, period));
  return Math.min(...moments.filter((at) => at > after));
};

/** The longest period that units are asked about at a moment; null: none, or it was missed by a day. */
export const askedAbout = (calendar: Calendar, now: Millis): ReportPeriod | null => {
  const year = Number(dateOf(now).slice(0, 4));
  const found = periodsOf('quarter', year, year).find((period) => {
    const at = asksAt(calendar, period);
    return at <= now && now < Math.min(at + DAY, closesAt(period));
  });
  return found === undefined ? null : (periodsEndingOn(found.to).at(-1) ?? null);
};

export type Coverage = { readonly entered: readonly UnitId[]; readonly missing: readonly UnitId[] };

/** Of the bodies that were asked for something in the period: a body has said something when one of its units has. */
export const coverage = (
  directory: Directory,
  cells: readonly ReportCell[],
  notes: readonly ReportNote[],
): Coverage => {
  const body = (id: UnitId): UnitId => chainOf(directory, id).at(-1)?.id ?? id;
  const entered = new Set(notes.map(({ unitId }) => body(unitId)));
  const asked = new Set(cells.filter(({ counts }) => counts.received > 0).map(({ unitId }) => body(unitId)));
  return { entered: [...entered], missing: [...asked].filter((id) => !entered.has(id)) };
};
