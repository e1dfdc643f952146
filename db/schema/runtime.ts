/** Accounts, conversations, events, messages, and what happens at a moment. */
import type { Generated, JSONColumnType } from 'kysely';
import type { Message } from '#message/outbound.ts';
import type { Json, MaybeMoment, Moment } from './columns.ts';

export type RuntimeTables = {
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
    banned_at: MaybeMoment;
    waits_for: Generated<number | null>;
    preferred: Generated<boolean>;
    named_at: MaybeMoment;
  };
  directory_proposal: {
    id: Generated<number>;
    person_id: number | null;
    step: Json<object>;
    proposed_by: number;
    proposed_at: Moment;
    state: 'asked' | 'agreed' | 'refused' | 'void';
    decided_by: number | null;
    decided_at: MaybeMoment;
  };
  wrong_code: { id: Generated<number>; account_id: number; channel: string; at: Moment };
  data_request: {
    id: Generated<number>;
    person_id: number;
    kind: 'correct' | 'delete';
    words: string | null;
    reply: string | null;
    asked_at: Moment;
    due: Moment;
    handled_by: number | null;
    handled_at: MaybeMoment;
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
  private_phone: { person_id: number; sealed: Buffer; agreed_at: Moment };
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
    state: 'queued' | 'sending' | 'unsure' | 'sent' | 'failed' | 'cancelled';
    attempts: Generated<number>;
    lease_owner: string | null;
    lease_until: MaybeMoment;
    ambiguous: Generated<number>;
    error: string | null;
    platform_ref: string | null;
    created_at: Moment;
    sent_at: MaybeMoment;
    whole: Json<Message> | null;
    notice_key: string | null;
    tried: Generated<string[]>;
    template: Generated<boolean>;
    sender_id: number | null;
    cost: Generated<'free' | 'billed' | 'template'>;
  };
  channel_use: { channel: string; month: string; kind: 'free' | 'billed' | 'template'; slot: number; count: number };
  channel_warning: { channel: string; month: string; kind: string; threshold: number; told_at: Moment };
  send_slot: { channel: string; address: string; next_at: Moment; recent: Generated<number[]> };
  due: { kind: string; subject_id: number; at: Moment; step: Generated<string> };
  production: {
    id: Generated<number>;
    kind: string;
    params: Json<object>;
    person_id: number;
    channel: string | null;
    address: string | null;
    state: 'waiting' | 'made' | 'failed';
    attempts: Generated<number>;
    not_before: Moment;
    created_at: Moment;
  };
  product_clock: { only_row: Generated<boolean>; real_at: Moment; product_at: Moment; speed: string };
  credential: { name: string; value: Buffer; updated_at: Moment };
  heartbeat: {
    name: string;
    at: Moment;
    detail: string | null;
    real_at: MaybeMoment;
    warned_at: MaybeMoment;
  };
};
