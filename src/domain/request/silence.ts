/**
 * The date has come and the unit has not answered (DESIGN 3, "At due"): written once for each date, with the outcome of the
 * regulation version and its clause. A legal effect is never invented: consent is deemed only where a clause says so and
 * the unit is known to have had the matter.
 */
import { addWorkingDays, type Calendar } from '#domain/calendar/calendar.ts';
import { endOfDay } from '#domain/calendar/end.ts';
import type { Regulation, SilenceOutcome } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import { endOf } from './clock.ts';
import type { Case, Decision } from './decision.ts';
import { askedExtension, isOwed, type Part } from './request.ts';

/** An undecided extension holds the silence no longer than this. */
const HELD_WORKING_DAYS = 1;

/** When the silence is written; null when nothing is owed or it has been written for this date. */
export const silenceAt = (calendar: Calendar, part: Part): Millis | null => {
  if (!isOwed(part) || part.silenceFor === part.due) return null;
  if (askedExtension(part) === null) return part.due;
  return endOfDay(addWorkingDays(calendar, endOf(part.due).date, HELD_WORKING_DAYS)).due;
};

export const silence = ({ regulation }: Pick<Case, 'regulation'>, part: Part): Decision => {
  const outcome = outcomeOf(regulation, part);
  const ends = outcome === 'deemed_agreed' || outcome === 'proceed_and_report';
  const clause = regulation.clause ?? null;
  return {
    parts: [{ id: part.id, silenceFor: part.due, ...(ends ? { state: 'silent' as const } : {}) }],
    facts: [
      {
        kind: 'silence',
        partId: part.id,
        data: { outcome, clause, due: part.due, ...(ends ? { from: part.state, to: 'silent' } : {}) },
      },
    ],
    // Told in office hours, together with what else is due then.
    told: [],
  };
};

const outcomeOf = ({ silence: outcome, clause }: Regulation, part: Part): SilenceOutcome => {
  const isProved = clause !== null && (part.receivedAt !== null || part.notifiedAt !== null);
  return outcome === 'deemed_agreed' && !isProved ? 'escalate' : outcome;
};
