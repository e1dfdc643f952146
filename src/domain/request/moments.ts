/** When something happens about a part by itself. A function of stored facts; the due rows are its cached result. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { Regulation } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import { pauseEnd } from './decide/complete.ts';
import { nextReminder } from './reminders.ts';
import type { Part, Request } from './request.ts';
import { silenceAt } from './silence.ts';

export const PART_MOMENTS = ['remind', 'pause', 'silence'] as const;
export type PartMoment = (typeof PART_MOMENTS)[number];

export type Timing = {
  readonly calendar: Calendar;
  readonly regulation: Regulation;
  readonly request: Pick<Request, 'state' | 'urgency'>;
  readonly now: Millis;
};

export const momentsOf = (timing: Timing, part: Part): Readonly<Record<PartMoment, Millis | null>> => {
  const { calendar, regulation, request, now } = timing;
  // What is over is not spoken of; a late answer after the synthesis has no term.
  if (request.state !== 'open') return { remind: null, pause: null, silence: null };
  return {
    remind: nextReminder({ calendar, urgency: request.urgency }, part, now)?.at ?? null,
    pause: pauseEnd(calendar, regulation, part),
    silence: silenceAt(calendar, part),
  };
};
