/** When something is promised next, by the pure functions; kept as long as what it is a function of stays. */
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { nextWorkingMoment } from '#domain/calendar/working-time.ts';
import type { Duty } from '#domain/duty/duty.ts';
import { nextDutyReminder } from '#domain/duty/reminders.ts';
import { nextDigest } from '#domain/request/digest.ts';
import { hasBegun } from '#domain/request/hands.ts';
import { nextReminder } from '#domain/request/reminders.ts';
import type { Part, Request } from '#domain/request/request.ts';
import { silenceAt } from '#domain/request/silence.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Books } from './books.ts';

const NEVER = Number.MAX_SAFE_INTEGER;

export const createMoments = (books: Books, start: Millis) => {
  let since = start;
  let digestAt = nextDigest(books.reference.calendar, start);
  let ofParts = new WeakMap<Part, Millis>();
  const ofDuties = new Map<string, Millis>();

  const ofPart = ({ reference: { calendar, directory } }: Books, { urgency }: Request, part: Part): Millis => {
    const known = ofParts.get(part);
    if (known !== undefined && known > since) return known;
    // It may be past: what held it was refused just now.
    const silence = hasBegun(directory, part, dateOf(since)) ? silenceAt(calendar, part) : null;
    const at = Math.min(nextReminder({ calendar, urgency }, part, since)?.at ?? NEVER, silence ?? NEVER);
    ofParts.set(part, at);
    return at;
  };
  const ofDuty = ({ reference: { calendar } }: Books, duty: Duty): Millis => {
    const key = `${duty.id} ${duty.state} ${duty.due}`;
    const known = ofDuties.get(key);
    if (known !== undefined && known > since) return known;
    const at = nextDutyReminder(calendar, duty, since) ?? NEVER;
    ofDuties.set(key, at);
    return at;
  };

  return {
    isDue: (on: Books, request: Request, part: Part, now: Millis): boolean => ofPart(on, request, part) <= now,
    isDutyDue: (on: Books, duty: Duty, now: Millis): boolean => ofDuty(on, duty) <= now,
    /** All up to then is written down. */
    passed: (now: Millis): void => {
      since = now;
    },
    since: (): Millis => since,
    nextAt: (on: Books): Millis => {
      let first = digestAt;
      for (const { request, parts, head } of on.dossiers.values()) {
        if (head.seq > 1) for (const part of parts) first = Math.min(first, ofPart(on, request, part));
      }
      for (const duty of on.duties) first = Math.min(first, ofDuty(on, duty));
      for (const { at } of on.own) first = Math.min(first, at);
      return first;
    },
    changeCalendar: ({ reference: { calendar } }: Books, now: Millis): void => {
      ofParts = new WeakMap();
      ofDuties.clear();
      if (digestAt > now) digestAt = nextDigest(calendar, now);
    },
    /** @returns whether the morning list is made now; after an outage it is not made late, the next morning has its own */
    takeDigest: ({ reference: { calendar } }: Books, now: Millis): boolean => {
      if (digestAt > now) return false;
      digestAt = nextDigest(calendar, now);
      return isWorkingDay(calendar, dateOf(now)) && dateOf(nextWorkingMoment(calendar, now)) === dateOf(now);
    },
  };
};
