/** What is to be said to people of what belongs to no request: it waits as a reminder does, and leaves with them. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

/** A duty's: on its ladder, put off by its reader, and in his morning list. */
export type OwnReminderKind = 'duty' | 'duty_later' | 'duty_listed' | 'personal';

export type OwnReminder = {
  readonly personId: number;
  readonly kind: OwnReminderKind;
  readonly subjectId: number;
  readonly notBefore: Millis;
};

/** One row a person and subject: said again before it went out, it is the same. */
export const addOwnReminders = async (tx: Tx, rows: readonly OwnReminder[]): Promise<void> => {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, notBefore: new Date(row.notBefore) }));
  await sql`
    insert into own_reminder (person_id, kind, subject_id, not_before)
    select distinct on ("personId", kind, "subjectId") "personId", kind, "subjectId", "notBefore"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as t("personId" int, kind text, "subjectId" bigint,
      "notBefore" timestamptz)
    order by "personId", kind, "subjectId", "notBefore"
    on conflict (person_id, kind, subject_id)
      -- What the person put off himself is said when he said so last.
      do update set not_before = case when excluded.kind = 'duty_later' then excluded.not_before
        else least(own_reminder.not_before, excluded.not_before) end`.execute(tx);
};

/** What has not been said, in the commit that makes it untrue. */
export const dropOwnReminders = async (tx: Tx, kind: OwnReminderKind, subjectIds: readonly number[]): Promise<void> => {
  if (subjectIds.length === 0) return;
  await tx
    .deleteFrom('own_reminder')
    .where('kind', '=', kind)
    .where('subject_id', 'in', [...subjectIds])
    .execute();
};
