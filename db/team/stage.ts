/** What is due about a team: reminders of its days, ends of its terms. */
import { sql } from 'kysely';
import type { StageKind, StageMoment } from '#domain/team/stages.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { setDue } from '../due.ts';

export type Stage = {
  readonly id: number;
  readonly teamId: number;
  readonly kind: StageKind;
  readonly dayId: number | null;
  readonly at: Millis;
};

/** Sets the moments that hold now; those of days or terms that are no more are taken away. */
export const setStages = async (
  tx: Tx,
  teamId: number,
  moments: readonly StageMoment[],
  now: Millis,
): Promise<void> => {
  const old = await tx
    .deleteFrom('team_stage')
    .where('team_id', '=', teamId)
    .where('done_at', 'is', null)
    .returning('id')
    .execute();
  await setDue(
    tx,
    'stage',
    old.map(({ id }) => ({ subjectId: id, at: null })),
  );
  // What is past by the time it is set has nothing more to remind of; an end of a term is still shown.
  if (moments.length === 0) return;
  const rows = await tx
    .insertInto('team_stage')
    .values(
      moments.map(({ kind, dayId, at, provisional }) => ({
        ...{ team_id: teamId, kind, day_id: dayId, at: new Date(at), done_at: null, provisional },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'at'])
    .execute();
  await setDue(
    tx,
    'stage',
    rows.filter(({ at }) => at > now).map(({ id, at }) => ({ subjectId: id, at })),
  );
};

/** The terms of a team, the next one first. */
export const termStagesOf = (tx: Tx, teamId: number): Promise<StageMoment[]> =>
  sql<StageMoment>`
    select kind, day_id as "dayId", at, provisional from team_stage
    where team_id = ${teamId} and day_id is null order by at, id`
    .execute(tx)
    .then(({ rows }) => rows);

/** Locks the teams of these stages; what a turn holds is left for the next second. @returns the stages that are now ours */
export const lockStages = async (tx: Tx, ids: readonly number[]): Promise<readonly number[]> => {
  const { rows } = await sql<{ id: number }>`
    select s.id from team t join team_stage s on s.team_id = t.id
    where s.id = any(${[...ids]}::bigint[]) for update of t skip locked`.execute(tx);
  return rows.map(({ id }) => id);
};

export const stagesById = async (tx: Tx, ids: readonly number[]): Promise<readonly Stage[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Stage>`
    select id, team_id as "teamId", kind, day_id as "dayId", at from team_stage
    where id = any(${[...ids]}::bigint[]) order by id`.execute(tx);
  return rows;
};

export const endStages = async (tx: Tx, ids: readonly number[], now: Millis): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable('team_stage')
    .set({ done_at: new Date(now) })
    .where('id', 'in', [...ids])
    .execute();
};
