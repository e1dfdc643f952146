/** A plan becomes a team: its days, its people, the yearly limit. */
import { addWorkingDays, type Calendar, isWorkingDay } from '#domain/calendar/calendar.ts';
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { DocNumber } from '#domain/document/number.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, type IsoDate } from '#domain/time.ts';
import { type Conflict, type Earlier, keepsLimit } from './guard.ts';
import { type Member, type TeamKind, type Topic, yearOf } from './team.ts';

export type PlanDraft = {
  readonly kind: TeamKind;
  readonly topics: readonly Topic[];
  readonly enterpriseIds: readonly number[];
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
  readonly minute: number;
  readonly place: string;
  readonly bring: string;
  readonly members: readonly Member[];
  /** It looks again at this finding of another team. */
  readonly followsFinding: number | null;
  readonly exception: { readonly ground: string; readonly number: DocNumber } | null;
};

export type Planned = {
  readonly draft: PlanDraft;
  readonly unitId: UnitId;
  readonly plannerId: PersonId;
  readonly plannedFor: PersonId | null;
  readonly year: number;
  readonly days: readonly IsoDate[];
  /** What the limit found, with a ground given. */
  readonly conflicts: readonly Conflict[];
};

/** As applied; longer ones are a slip of the finger (domain 6.2: ten working days). */
export const MOST_DAYS = 30;

type Planning = {
  readonly calendar: Calendar;
  readonly unitId: UnitId;
  readonly plannerId: PersonId;
  /** In whose place; absent: in his own right. */
  readonly plannedFor?: PersonId | null;
};

export const plan = (on: Planning, draft: PlanDraft, others: readonly Earlier[]): Result<Planned> => {
  const people = draft.members.map(({ personId }) => personId);
  if (new Set(people).size < people.length) return refused('team.member_twice');
  if (!draft.members.some(({ role }) => role === 'leader')) return refused('team.no_members');
  if (draft.periodTo < draft.periodFrom) return refused('team.period');
  const days = workingDaysFrom(on.calendar, draft.firstDay, draft.lastDay);
  if (days.length === 0 || days.length > MOST_DAYS) return refused('team.days', { most: MOST_DAYS });
  const year = yearOf(days.map((day) => ({ day })));
  const limit = keepsLimit({ ...draft, teamId: null, year }, others, draft.exception !== null);
  if (!limit.ok) return limit;
  // A ground without need would let the next one pass unseen.
  const exception = limit.value.length === 0 ? null : draft.exception;
  const { unitId, plannerId, plannedFor = null } = on;
  return ok({ draft: { ...draft, exception }, unitId, plannerId, plannedFor, year, days, conflicts: limit.value });
};

export const workingDaysFrom = (calendar: Calendar, first: IsoDate, last: IsoDate): readonly IsoDate[] => {
  const days: IsoDate[] = [];
  for (let day = first; day <= last && days.length <= MOST_DAYS; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day);
  }
  return days;
};

/** The last of so many working days that begin with a given one. */
export const lastOf = (calendar: Calendar, first: IsoDate, count: number): IsoDate =>
  addWorkingDays(calendar, first, count - 1);
