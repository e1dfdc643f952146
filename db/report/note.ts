/** What units add to a report in words: only added; of each unit and kind the last one counts. */
import { type RawBuilder, sql } from 'kysely';
import type { NoteKind, ReportNote } from '#domain/report/note.ts';
import type { ReportKey } from '#domain/report/report.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export const readNotes = async (tx: Tx, key: ReportKey): Promise<readonly ReportNote[]> => {
  const { rows } = await sql<ReportNote>`
    select distinct on ("unitId", kind) * from (${versions(key)}) v order by "unitId", kind, version desc`.execute(tx);
  return rows;
};

/** Everything that a unit has entered, the newest first. */
export const noteHistory = async (tx: Tx, key: ReportKey, unitId: number): Promise<readonly ReportNote[]> => {
  const { rows } = await sql<ReportNote>`
    select * from (${versions(key)}) v where "unitId" = ${unitId} order by at desc, version desc`.execute(tx);
  return rows;
};

const versions = ({ regulationId, kind, to }: ReportKey): RawBuilder<unknown> => sql`
  select unit_id as "unitId", kind, words, person_id as "personId", at,
    row_number() over (partition by unit_id, kind order by id)::int as version
  from report_note where regulation_id = ${regulationId} and period = ${kind} and period_to = ${to}`;

type NewNote = {
  readonly key: ReportKey;
  readonly unitId: number;
  readonly kind: NoteKind;
  readonly words: string;
  readonly personId: number;
  readonly now: Millis;
};

export const addNote = async (tx: Tx, { key, unitId, kind, words, personId, now }: NewNote): Promise<void> => {
  await tx
    .insertInto('report_note')
    .values({
      ...{ regulation_id: key.regulationId, period: key.kind, period_to: key.to, unit_id: unitId },
      ...{ kind, words, person_id: personId, at: new Date(now) },
    })
    .execute();
};
