/** Who planned a team, or allowed its exception, in whose place: neither of the two allows what either of the two planned. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table team add column planned_for int references person;
    alter table team add column exception_for int references person;
    alter table team add constraint team_exception_not_of_either check (
      exception_by is null or (
        exception_by is distinct from planned_for and exception_for is distinct from planner_id
        and (exception_for is null or exception_for is distinct from planned_for)));
  `.execute(db);
}
