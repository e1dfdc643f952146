/** The report that a button or a sentence asks for, as this person may have it. */
import type { ReportPeriod } from '#domain/duty/period.ts';
import {
  type FoundReport,
  findReport,
  latestBegun,
  periodNamed,
  type ReportKey,
  regulationsIn,
} from '#domain/report/report.ts';
import { type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import { namesYear } from '#reading/names-year.ts';
import { understand } from '#reading/understand.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export const foundFor = ({ reference, person, now }: MemberTurn, key: ReportKey): Result<FoundReport> =>
  findReport(reference, person.id, key, dateOf(now));

/** @returns null where the words name no period */
export const periodIn = async (turn: MemberTurn, words: string): Promise<Result<ReportPeriod> | null> => {
  if (words.trim() === '') return null;
  const { period } = understand(words, await knownTo(turn), 'report');
  if (period === null) return null;
  const found = periodNamed(period);
  if (found === null) return refused('report.period');
  return { ok: true, value: namesYear(words) ? found : latestBegun(found, dateOf(turn.now)) };
};

/** Under the version that governs the end of the period. */
export const keyOf = ({ reference }: MemberTurn, period: ReportPeriod): Result<ReportKey> => {
  const [regulation] = regulationsIn(reference, period);
  if (regulation === undefined) return refused('report.no_regulation');
  return { ok: true, value: { regulationId: regulation.id, kind: period.kind, to: period.to } };
};
