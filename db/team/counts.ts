/** What a team has done so far, in numbers. */
import { sql } from 'kysely';
import type { Tx } from '../client.ts';

export type Counts = {
  readonly items: number;
  readonly checked: number;
  readonly failed: number;
  readonly evidence: number;
  readonly findings: number;
  readonly findingsOpen: number;
};

export const countsOf = async (tx: Tx, teamId: number): Promise<Counts> => {
  const { rows } = await sql<Counts>`
    select count(*)::int as items, (count(*) filter (where state <> 'open'))::int as checked,
      (count(*) filter (where state = 'fail'))::int as failed,
      (select count(*) from evidence where team_id = ${teamId})::int as evidence,
      (select count(*) from finding where team_id = ${teamId})::int as findings,
      (select count(*) from duty where team_id = ${teamId} and state in ('open', 'proved'))::int as "findingsOpen"
    from checklist_item where team_id = ${teamId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate has a row');
  return row;
};
