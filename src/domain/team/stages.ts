/**
 * What happens to a team by itself, as a function of stored facts: reminders the working day before a day on site and in
 * its morning, and the terms that follow the decision and the last day. The terms are data of a template.
 */
import { type Calendar, workingDaysBefore } from '#domain/calendar/calendar.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import type { Term } from '#domain/calendar/term.ts';
import { DAY, dateOf, type IsoDate, type Millis, momentOf } from '#domain/time.ts';
import type { Team } from './team.ts';

export type StageKind = 'day_before' | 'day_morning' | 'notice' | 'report' | 'remarks';

export type StageMoment = {
  readonly kind: StageKind;
  readonly dayId: number | null;
  readonly at: Millis;
  /** In a year whose calendar is not confirmed. */
  readonly provisional: boolean;
};

export type TeamTerms = ReadonlyMap<string, { readonly term: Term; readonly isSample: boolean }>;

/** Noon breaks a day before in two: whoever reads it in the afternoon can still prepare. */
const AFTERNOON = 13 * 60 + 30;
const MORNING = 8 * 60;

type On = { readonly calendar: Calendar; readonly terms: TeamTerms; readonly now: Millis };

/** Of days still to come, and of terms that have begun. */
export const stagesFor = (team: Team, { calendar, terms, now }: On): readonly StageMoment[] => {
  if (team.state === 'planned' || team.state === 'cancelled' || team.state === 'ended') return [];
  const isOnSite = team.state !== 'minuted';
  const days = isOnSite ? team.days.flatMap(({ id, day }) => dayMoments(calendar, id, day)) : [];
  const last = team.days.at(-1)?.day ?? dateOf(now);
  const report = termEnd(calendar, terms, 'report', last);
  return [
    ...days.filter(({ at }) => at > now),
    ...(isOnSite ? termEnd(calendar, terms, 'notice', team.decision?.date ?? last) : []),
    ...report,
    ...report.flatMap(({ at }) => termEnd(calendar, terms, 'remarks', dateOf(at - DAY / 2))),
  ];
};

const dayMoments = (calendar: Calendar, dayId: number, day: IsoDate): readonly StageMoment[] => [
  { kind: 'day_before', dayId, at: momentOf(workingDaysBefore(calendar, day, 1), AFTERNOON), provisional: false },
  { kind: 'day_morning', dayId, at: momentOf(day, MORNING), provisional: false },
];

const termEnd = (
  calendar: Calendar,
  terms: TeamTerms,
  kind: 'notice' | 'report' | 'remarks',
  from: IsoDate,
): readonly StageMoment[] => {
  const found = terms.get(kind);
  if (found === undefined) return [];
  const end = deadline(calendar, { from: momentOf(from, 1440), fromDate: from, term: found.term });
  return [{ kind, dayId: null, at: end.due, provisional: end.provisional }];
};
