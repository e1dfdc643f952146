/** The law's terms for what a person asks about his own data (Law 91/2025/QH15, Decree 356/2025/NĐ-CP). */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { type Deadline, deadline } from '#domain/calendar/deadline.ts';
import type { Term } from '#domain/calendar/term.ts';
import type { Millis } from '#domain/time.ts';

export type DataRight = 'correct' | 'delete';

/** The shorter end of what the decree allows; it is acknowledged at once, where two working days are given. */
const TERMS: Readonly<Record<DataRight, Term>> = {
  correct: { amount: 10, unit: 'calendar_day' },
  delete: { amount: 15, unit: 'calendar_day' },
};

export const dataTerm = (calendar: Calendar, kind: DataRight, from: Millis): Deadline =>
  deadline(calendar, { from, term: TERMS[kind] });
