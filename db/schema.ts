/**
 * Row types, by hand; a medium test holds them against the live database. Moments are read as milliseconds and
 * written as `Date`; local dates are `YYYY-MM-DD` strings both ways.
 */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ImportantKind } from '#domain/request/important.ts';
import type { ExtraAnswer } from '#domain/request/own-form.ts';
import type { Message } from '#message/outbound.ts';

type Moment = ColumnType<number, Date, Date>;
type MaybeMoment = ColumnType<number | null, Date | null | undefined, Date | null>;
type Json<T extends object> = JSONColumnType<T, string, string>;
type Day = string;

export type Database = {
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

  account: {
    id: Generated<number>;
    channel: string;
    external_id: string;
    person_id: number | null;
    display_name: string;
    address: string | null;
    blocked_at: MaybeMoment;
    linked_at: MaybeMoment;
    seen_at: Moment;
  };
  invitation: {
    code_hash: Buffer;
    person_id: number;
    kind: 'invite' | 'link';
    created_at: Moment;
    expires_at: Moment;
    used_at: MaybeMoment;
    used_by: number | null;
  };
  data_notice: {
    person_id: number;
    version: string;
    ground: string;
    shown_at: Moment;
    channel: string;
  };
  conversation: {
    id: Generated<number>;
    channel: string;
    address: string;
    account_id: number;
    place: 'private' | 'group';
    shown_set: number | null;
    flood_from: MaybeMoment;
    flood_count: Generated<number>;
    created_at: Moment;
  };
  inbox: {
    id: Generated<number>;
    channel: string;
    event_id: string;
    conversation_id: number;
    received_at: Moment;
    event: JSONColumnType<object, string | null, string | null>;
    state: 'new' | 'done' | 'parked';
    attempts: Generated<number>;
  };
  choice: {
    token: string;
    set_id: number;
    position: number;
    label: string;
    action: string;
    params: Json<object>;
    person_id: number | null;
    created_at: Moment;
  };
  form: {
    id: Generated<number>;
    person_id: number;
    place_key: string;
    form_id: string;
    version: number;
    subject: Generated<string>;
    answers: Json<object>;
    open: boolean;
    updated_at: Moment;
  };
  outbox: {
    id: Generated<number>;
    class: number;
    channel: string;
    address: string;
    person_id: number | null;
    message: Json<Message>;
    shown_set: number | null;
    conversation_id: number | null;
    edit_ref: string | null;
    reply_ref: string | null;
    not_before: Moment;
    dedupe_key: string | null;
    part_id: number | null;
    state: 'queued' | 'sending' | 'sent' | 'failed' | 'cancelled';
    attempts: Generated<number>;
    lease_owner: string | null;
    lease_until: MaybeMoment;
    ambiguous: Generated<number>;
    error: string | null;
    platform_ref: string | null;
    created_at: Moment;
    sent_at: MaybeMoment;
  };
  send_slot: { channel: string; address: string; next_at: Moment; recent: Generated<number[]> };
  due: { kind: string; subject_id: number; at: Moment; step: Generated<string> };
  product_clock: { only_row: Generated<boolean>; real_at: Moment; product_at: Moment; speed: string };
  credential: { name: string; value: Buffer; updated_at: Moment };
  heartbeat: { name: string; at: Moment; detail: string | null };

  counter: { name: string; last: number };
  request: {
    id: Generated<number>;
    code: string;
    state: string;
    type: string;
    field_id: number;
    zone_id: number | null;
    enterprise_id: number | null;
    subject: string;
    content: string;
    urgency: string;
    doc_number: string | null;
    doc_date: Day | null;
    signer_id: number | null;
    extra: Json<readonly ExtraAnswer[]>;
    asking_unit_id: number;
    filer_id: number;
    regulation_id: number;
    filed_at: Moment;
    visible_at: Moment;
    wanted_by: MaybeMoment;
    synthesis: string | null;
    synthesised_at: MaybeMoment;
    result: string | null;
    closed_at: MaybeMoment;
    closed_by: number | null;
    was_undone: Generated<boolean>;
    fact_seq: number;
    fact_hash: Buffer;
  };
  part: {
    id: Generated<number>;
    request_id: number;
    ordinal: number;
    unit_id: number;
    state: string;
    holder_id: number | null;
    asked_at: Moment;
    receipt_due: Moment;
    received_at: MaybeMoment;
    received_by: number | null;
    term_from: MaybeMoment;
    due: Moment;
    provisional: boolean;
    submitted_at: MaybeMoment;
    answered_at: MaybeMoment;
    term_event: Generated<string>;
    hand_count: Generated<number>;
    urged_at: MaybeMoment;
    silence_for: MaybeMoment;
    notified_at: MaybeMoment;
  };
  pause: {
    id: Generated<number>;
    part_id: number;
    from_at: Moment;
    to_at: MaybeMoment;
    missing: string;
    asked_by: number;
    completion: string | null;
    completed_by: number | null;
  };
  extension: {
    id: Generated<number>;
    part_id: number;
    until_at: Moment;
    reason: string;
    asked_by: number;
    asked_at: Moment;
    state: 'asked' | 'agreed' | 'refused' | 'void';
    decided_by: number | null;
    decided_at: MaybeMoment;
  };
  handover: {
    id: Generated<number>;
    part_id: number;
    to_unit_id: number;
    reason: string;
    asked_by: number;
    asked_at: Moment;
    state: 'asked' | 'agreed' | 'refused' | 'void';
    decided_by: number | null;
    decided_at: MaybeMoment;
  };
  answer: {
    id: Generated<number>;
    part_id: number;
    state: 'submitted' | 'returned' | 'valid' | 'replaced';
    position: string;
    words: string;
    author_id: number;
    submitted_at: Moment;
    decided_by: number | null;
    decided_at: MaybeMoment;
    remark: string | null;
    late: Generated<boolean>;
    self_issued: Generated<boolean>;
    doc_number: string | null;
    doc_date: string | null;
    signer: string | null;
  };
  file: {
    id: Generated<number>;
    channel: string;
    ref: string;
    name: string;
    mime: string;
    size: number;
    sha256: Buffer | null;
    state: 'pending' | 'stored' | 'failed';
    error: string | null;
    attempts: Generated<number>;
    retry_at: MaybeMoment;
    uploaded_by: number;
    created_at: Moment;
  };
  file_chunk: { file_id: number; no: number; bytes: Buffer };
  request_file: { request_id: number; file_id: number; answer_id: number | null; part_id: number | null };
  request_watcher: { request_id: number; person_id: number; added_by: number; added_at: Moment };
  search_entry: { request_id: number; kind: 'party' | 'answer' | 'watcher'; part_id: Generated<number>; words: string };
  search_word: { word: string };
  exchange: { id: Generated<number>; part_id: number; author_id: number; at: Moment; words: string };
  fact: {
    stream: string;
    seq: number;
    at: Moment;
    kind: string;
    actor_id: number | null;
    channel: string | null;
    part_id: number | null;
    data: Json<object>;
    prev: Buffer;
    hash: Buffer;
  };
  reminder: {
    person_id: number;
    part_id: number;
    kind: string;
    request_id: number;
    notice_id: number | null;
    not_before: Moment;
  };
  seal: {
    seq: number;
    at: Moment;
    heads: Json<readonly (readonly [stream: string, seq: number, hash: string])[]>;
    prev: Buffer;
    hash: Buffer;
  };
  important_notice: {
    id: Generated<number>;
    person_id: number;
    request_id: number;
    part_id: number;
    kind: ImportantKind;
    created_at: Moment;
    received_at: MaybeMoment;
  };
};
