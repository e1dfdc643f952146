/** Findings: what the enterprise has to do, until when. The remedy is a duty; its state is that duty's. */
import { sql } from 'kysely';
import type { DutyState } from '#domain/duty/duty.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type Finding = {
  readonly id: number;
  readonly enterpriseId: number;
  readonly words: string;
  readonly due: IsoDate;
  readonly dutyId: number;
  readonly state: DutyState;
};

export const findingsOf = async (tx: Tx, teamId: number): Promise<readonly Finding[]> => {
  const { rows } = await sql<Finding>`
    select f.id, f.enterprise_id as "enterpriseId", f.words, f.due, d.id as "dutyId", d.state
    from finding f join duty d on d.finding_id = f.id
    where f.team_id = ${teamId} order by f.id`.execute(tx);
  return rows;
};

type NewFinding = {
  readonly teamId: number;
  readonly enterpriseId: number;
  readonly words: string;
  readonly due: IsoDate;
  readonly by: number;
  readonly at: Millis;
};

/** @returns its id */
export const insertFinding = async (tx: Tx, finding: NewFinding): Promise<number> => {
  const { id } = await tx
    .insertInto('finding')
    .values({
      ...{ team_id: finding.teamId, enterprise_id: finding.enterpriseId, item_no: null },
      ...{ words: finding.words, due: finding.due, added_by: finding.by, added_at: new Date(finding.at) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};
