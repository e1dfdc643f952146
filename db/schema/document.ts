/** Texts of generated documents by version, and what was made of them. */
import type { Generated } from 'kysely';
import type { Moment } from './columns.ts';

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
};
