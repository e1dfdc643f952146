/** What units add to a report in words: only added; of each unit and kind the last one counts. */
import { sql } from 'kysely';
import type { NoteKind, ReportKey, ReportNote } from '#domain/report/report.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export const readNotes = async (tx: Tx, { regulationId, kind, to }: ReportKey): Promise<readonly ReportNote[]> => {
  const { rows } = await sql<ReportNote>`
    select distinct on (unit_id, kind) unit_id as "unitId", kind, words from report_note
    where regulation_id = ${regulationId} and period = ${kind} and period_to = ${to}
    order by unit_id, kind, id desc`.execute(tx);
  return rows;
};

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
