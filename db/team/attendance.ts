/** Who was there on which day. */
import { sql } from 'kysely';
import { TRACES, type Trace } from '#domain/team/attendance.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { teamStream } from './team-write.ts';

export type Attendance = { readonly dayId: number; readonly personId: number; readonly present: boolean };

export const attendanceOf = (tx: Tx, teamId: number): Promise<Attendance[]> =>
  tx
    .selectFrom('team_attendance as a')
    .innerJoin('team_day as d', 'd.id', 'a.day_id')
    .select(['a.day_id as dayId', 'a.person_id as personId', 'a.present'])
    .where('d.team_id', '=', teamId)
    .orderBy('a.at')
    .execute();

export const attend = async (tx: Tx, { dayId, personId, present }: Attendance, now: Millis): Promise<void> => {
  const values = { present, at: new Date(now) };
  await tx
    .insertInto('team_attendance')
    .values({ day_id: dayId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['day_id', 'person_id']).doUpdateSet(values))
    .execute();
};

/** Whatever says that somebody was at work for the team on a day. */
export const tracesOf = async (tx: Tx, teamId: number): Promise<readonly Trace[]> => {
  const [noted, done] = await Promise.all([
    sql<Trace>`
      select a.person_id as "personId", d.day from team_attendance a join team_day d on d.id = a.day_id
      where d.team_id = ${teamId} and a.present`.execute(tx),
    // An hour belongs to one day: a day's work is a handful of rows.
    sql<{ personId: number; at: Millis }>`
      select distinct actor_id as "personId", date_trunc('hour', at) as at from fact
      where stream = ${teamStream(teamId)} and kind = any(${[...TRACES]}::text[]) and actor_id is not null`.execute(tx),
  ]);
  return [...noted.rows, ...done.rows.map(({ personId, at }) => ({ personId, day: dateOf(at) }))];
};
