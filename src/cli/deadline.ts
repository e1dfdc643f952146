/**
 * `cli deadline`: one JSON line `{"from": "2026-11-23" | "2026-11-23 16:30", "term": "5 ngày làm việc"}` to one
 * answer. A date without an hour starts hour terms at the first office hour of that day.
 */
import { z } from 'zod';
import type { Calendar } from '#domain/calendar/calendar.ts';
import type { DeadlineInput } from '#domain/calendar/deadline.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import type { End } from '#domain/calendar/end.ts';
import type { Result } from '#domain/result.ts';
import { ok, refused } from '#domain/result.ts';
import { momentOf } from '#domain/time.ts';
import { formatTime } from '#text/calendar/dates.ts';
import { explain } from '#text/calendar/explain.ts';
import { parseTerm } from '#text/calendar/term.ts';

export type DeadlineAnswer = {
  /** `2026-12-01` for the end of that day, `2026-11-25 11:00` for a moment. */
  readonly due: string;
  readonly provisional: boolean;
  readonly explanation: readonly string[];
};

export const answerDeadline = (calendar: Calendar, line: string): Result<DeadlineAnswer> => {
  const question = Question.safeParse(readJson(line));
  if (!question.success) return refused('deadline.line_unreadable', { line });
  const start = parseStart(question.data.from);
  if (!start.ok) return start;
  const term = parseTerm(question.data.term);
  if (!term.ok) return term;
  const result = deadline(calendar, { ...start.value, term: term.value });
  return ok({ due: isoDue(result), provisional: result.provisional, explanation: explain(result) });
};

const Question = z.object({ from: z.string(), term: z.string() });
/** Real days of a century that a calendar may know something about. */
const StartDate = z.iso.date().refine((date) => date >= '2000-01-01' && date <= '2100-12-31');

const readJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // no JSON is no question either; the schema refuses both
  }
};

const parseStart = (text: string): Result<Pick<DeadlineInput, 'from' | 'fromDate'>> => {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)(?:[ T]([01]\d|2[0-3]):([0-5]\d))?$/.exec(text.trim()) ?? [];
  const date = StartDate.safeParse(day);
  if (!date.success) return refused('deadline.from_unreadable', { text });
  if (hour === undefined) return ok({ from: momentOf(date.data, 0), fromDate: date.data });
  return ok({ from: momentOf(date.data, Number(hour) * 60 + Number(minute)) });
};

const isoDue = ({ date, dayTerm, due }: End): string => (dayTerm ? date : `${date} ${formatTime(due)}`);
