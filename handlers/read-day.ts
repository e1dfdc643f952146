/** A day as an answer to a question: in figures, or in words (`thứ Sáu tuần sau`). What may be two days is not guessed. */
import type { Calendar } from '#domain/calendar/calendar.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Moment, readTimes, type Time } from '#reading/time/read-times.ts';
import { typed } from '#reading/typed.ts';
import { dateIn } from '#text/date-in.ts';

/** Letters; a longer answer says more than a day. */
const LONGEST = 60;

export type Days = { readonly now: Millis; readonly calendar: Calendar; readonly direction: 'back' | 'forward' };

export const momentIn = (text: string, days: Days): Result<Moment> => {
  const written = dateIn(text, dateOf(days.now));
  if (written.ok) return ok({ date: written.value, minute: null });
  const times = text.length > LONGEST ? [] : readTimes(typed(text), days);
  const [time] = times;
  return time === undefined || times.length > 1 ? written : (momentOfTime(time) ?? written);
};

const momentOfTime = (time: Time): Result<Moment> | null => {
  if (time.kind === 'date') return ok({ date: time.date, minute: time.minute });
  if (time.kind === 'period') return time.isEnd ? ok({ date: time.to, minute: null }) : null;
  const [one, other] = time.candidates;
  return one === undefined || other === undefined
    ? null
    : refused('date.several', { words: time.text, one: one.date, other: other.date });
};
