/** The terms of the template in force on a day. */
import { sql } from 'kysely';
import type { TermUnit } from '#domain/calendar/term.ts';
import type { TeamTerms } from '#domain/team/stages.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export const teamTermsOn = async (tx: Tx, day: IsoDate): Promise<TeamTerms> => {
  const { rows } = await sql<{ code: string; amount: number; unit: TermUnit; isSample: boolean }>`
    select distinct on (code) code, amount, unit, is_sample as "isSample" from team_term
    where valid_from <= ${day} order by code, valid_from desc`.execute(tx);
  return new Map(rows.map(({ code, amount, unit, isSample }) => [code, { term: { amount, unit }, isSample }]));
};
