/** Who was there on which day. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

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
