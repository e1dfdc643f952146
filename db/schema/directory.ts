/** Reference data: units, people, zones, fields, regulations, calendar. */
import type { Generated, JSONColumnType } from 'kysely';
import type { Day, MaybeMoment, Moment } from './columns.ts';

export type DirectoryTables = {
  saved_filter: {
    id: Generated<number>;
    person_id: number;
    list: string;
    name: string;
    plain: string;
    words: string;
    created_at: Moment;
  };
  alias: { id: Generated<number>; kind: string; subject: string; name: string; plain: string };
  reference_change: {
    id: Generated<number>;
    at: Generated<Date>;
    by_role: Generated<string>;
    transaction_id: Generated<string>;
    table_name: string;
    before: JSONColumnType<object, string | null, string | null> | null;
    after: JSONColumnType<object, string | null, string | null> | null;
  };
  field_question: {
    id: Generated<number>;
    field_id: number;
    key: string;
    label: string;
    kind: string;
    choices: string[];
    required: boolean;
    ordinal: number;
    valid_from: Day;
    valid_to: Day | null;
  };
  unit: {
    id: Generated<number>;
    code: string;
    kind: string;
    name: string;
    short_name: string;
    parent_id: number | null;
    valid_from: Day;
    valid_to: Day | null;
    official_code: string | null;
    symbol: string | null;
    head_approves: Generated<boolean>;
  };
  unit_succession: { old_id: number; new_id: number; is_default: boolean };
  unit_group: { code: string; name: string };
  unit_group_member: { group_code: string; unit_id: number };
  person: {
    id: Generated<number>;
    key: string;
    name: string;
    gender: 'nam' | 'nu' | null;
    title: string;
    created_at: Moment;
  };
  membership: {
    id: Generated<number>;
    person_id: number;
    unit_id: number;
    role: string;
    valid_from: Day;
    valid_to: Day | null;
  };
  zone: {
    id: Generated<number>;
    code: string;
    name: string;
    aliases: string[];
    status: string;
    area_ha: string | null;
    note: string | null;
  };
  zone_unit: {
    zone_id: number;
    unit_id: number;
    role: string;
    valid_from: Day;
    valid_to: Day | null;
  };
  field: {
    id: Generated<number>;
    code: string;
    name: string;
    parent_id: number | null;
    aliases: string[];
    valid_from: Day;
    valid_to: Day | null;
  };
  field_unit: { field_id: number; unit_id: number; role: string };
  enterprise: {
    id: Generated<number>;
    tax_code: string;
    name: string;
    zone_id: number | null;
    sector: string | null;
  };
  regulation: {
    id: Generated<number>;
    code: string;
    number: string | null;
    title: string;
    valid_from: Day;
    valid_to: Day | null;
    max_extensions: number;
    extension_share: string;
    max_pause_amount: number;
    max_pause_unit: string;
    silence: string;
    clause: string | null;
    terms_are_proposal: boolean;
  };
  regulation_party: { regulation_id: number; unit_id: number };
  regulation_term: {
    regulation_id: number;
    urgency: string;
    receipt_amount: number;
    receipt_unit: string;
    answer_amount: number;
    answer_unit: string;
  };
  calendar_day: { date: Day; kind: string; reason: string };
  calendar_year: { year: number; confirmed_at: MaybeMoment };
  office_session: { from_minute: number; to_minute: number };
  reference_version: { only_row: Generated<boolean>; version: number };
};
