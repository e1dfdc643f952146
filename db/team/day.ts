/** The days of a team on site. */
import type { TeamDay } from '#domain/team/team.ts';
import type { Tx } from '../client.ts';

/** Who was there on the day before is no longer said of it, and it is reminded of anew. */
export const moveDay = async (tx: Tx, { id, day, minute, place }: TeamDay): Promise<void> => {
  await tx.deleteFrom('team_attendance').where('day_id', '=', id).execute();
  await tx.deleteFrom('team_stage').where('day_id', '=', id).where('done_at', 'is not', null).execute();
  await tx.updateTable('team_day').set({ day, minute, place }).where('id', '=', id).execute();
};
