/** The product's own schedule of reports has one more moment now, before each cut-off: the next sweep finds it. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update due set at = 'epoch' where kind = 'report'
      and subject_id in (select id from report_schedule where person_id is null)`.execute(db);
}
