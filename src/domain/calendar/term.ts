/** A length of time as a regulation states it. Only days have a calendar form; hours and minutes are office hours. */
import type { Result } from '../result.ts';
import { ok, refused } from '../result.ts';

export type TermUnit = 'working_day' | 'working_hour' | 'working_minute' | 'calendar_day';
export type Term = { readonly amount: number; readonly unit: TermUnit };

/** More than a year and a half of work is a slip of the finger; the limit also bounds the counting of days. */
const longestTerm: Readonly<Record<TermUnit, number>> = {
  working_day: 400,
  working_hour: 400 * 8,
  working_minute: 400 * 8 * 60,
  calendar_day: 600,
};

export const checkTerm = (term: Term): Result<Term> => {
  const max = longestTerm[term.unit];
  if (Number.isInteger(term.amount) && term.amount >= 1 && term.amount <= max) return ok(term);
  return refused('term.out_of_range', { amount: term.amount, unit: term.unit, max });
};
