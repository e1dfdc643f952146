/** Texts of generated documents by version, what was made of them, and reports with their closed figures. */
import type { Generated } from 'kysely';
import type { ReportKind } from '#domain/duty/period.ts';
import type { Counts } from '#domain/figures/counts.ts';
import type { NoteKind } from '#domain/report/note.ts';
import type { ReportPart } from '#domain/report/report.ts';
import type { Day, Json, MaybeMoment, Moment } from './columns.ts';

export type DocumentTables = {
  document_template: { code: string; version: number; text: string; created_at: Moment; channel: string | null };
  made_document: {
    id: Generated<number>;
    template_code: string;
    template_version: number;
    request_id: number | null;
    part_id: number | null;
    person_id: number;
    made_at: Moment;
  };
  report_snapshot: {
    id: Generated<number>;
    regulation_id: number;
    period: ReportKind;
    period_to: Day;
    taken_at: Moment;
    definition: number;
  };
  report_cell: { snapshot_id: number; unit_id: number; asking_id: number; field_id: number; counts: Json<Counts> };
  report_part: { snapshot_id: number; part_id: number; outcome: ReportPart['outcome']; due: Moment };
  report_note: {
    id: Generated<number>;
    regulation_id: number;
    period: ReportKind;
    period_to: Day;
    unit_id: number;
    kind: NoteKind;
    words: string;
    person_id: number;
    at: Moment;
  };
  report_schedule: {
    id: Generated<number>;
    person_id: number | null;
    period: ReportKind;
    channel: string | null;
    address: string | null;
    created_at: Moment;
    ended_at: MaybeMoment;
  };
};
