/** Counts over teams that a person sees. */
import { sql } from 'kysely';
import type { TeamWork } from '#domain/team/may.ts';
import type { TeamState } from '#domain/team/team.ts';
import type { Tx } from '../client.ts';
import { isWorkOf } from './list.ts';

type States = { state: TeamState; teams: number };
type Enterprises = { id: number; teams: number; failed: number; findings: number };
type Topics = { name: string; checked: number; failed: number };

export type Seen = TeamWork & { readonly all: boolean; readonly personId: number };

/** @param seen whose teams are counted: everything, or one's own and those of the units one leads */
export const figuresOf = async (tx: Tx, year: number, seen: Seen) => {
  const teams = sql`(select * from team t where t.year = ${year} and t.state <> 'cancelled' and (${seen.all}::boolean
    or ${isWorkOf(seen)}
    or exists (select 1 from team_member m where m.team_id = t.id and m.person_id = ${seen.personId})))`;
  const [states, enterprises, topics] = await Promise.all([
    sql<States>`select state, count(*)::int as teams from ${teams} s group by state order by 1`.execute(tx),
    sql<Enterprises>`
      select e.enterprise_id as id, count(*)::int as teams,
        (coalesce(sum((select count(*) from checklist_item i where i.team_id = s.id and i.enterprise_id = e.enterprise_id
          and i.state = 'fail')), 0))::int as failed,
        (coalesce(sum((select count(*) from finding f where f.team_id = s.id and f.enterprise_id = e.enterprise_id)), 0))::int
          as findings
      from ${teams} s join team_enterprise e on e.team_id = s.id
      group by e.enterprise_id order by 3 desc, 1`.execute(tx),
    sql<Topics>`
      select c.name, (count(*) filter (where i.state <> 'open'))::int as checked,
        (count(*) filter (where i.state = 'fail'))::int as failed
      from ${teams} s join checklist_item i on i.team_id = s.id join checklist_template c on c.id = i.template_id
      group by c.name order by 1`.execute(tx),
  ]);
  return { states: states.rows, enterprises: enterprises.rows, topics: topics.rows };
};
