/** Shown choices: what each button or number does, kept so that any process can answer a press at any later time. */

import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Message } from '#message/outbound.ts';
import type { Db, Tx } from '../client.ts';
import { moment } from '../moment.ts';

export type StoredChoice = {
  readonly token: string;
  readonly setId: number;
  readonly position: number;
  readonly label: string;
  readonly action: string;
  readonly params: object;
  readonly personId: number | null;
};

export const saveChoices = async (tx: Tx, choices: readonly StoredChoice[], now: Millis): Promise<void> => {
  if (choices.length === 0) return;
  // One parameter for all rows: the statement is the same text whatever their number, so it stays prepared.
  await sql`
    insert into choice (token, set_id, position, label, action, params, person_id, created_at)
    select token, "setId", position, label, action, params, "personId", ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb)
      as t(token text, "setId" bigint, position smallint, label text, action text, params jsonb, "personId" int)
  `.execute(tx);
};

export const choiceByToken = async (tx: Tx, token: string): Promise<StoredChoice | null> => {
  const row = await choices(tx).where('token', '=', token).executeTakeFirst();
  return row ?? null;
};

/** The choices shown together, in order. */
export const choicesOfSet = (tx: Tx, setId: number): Promise<StoredChoice[]> =>
  choices(tx).where('set_id', '=', setId).orderBy('position').execute();

/** The set that a message of a group shows to everybody there; what was for one person is not found this way. */
export const setShownBy = async (
  tx: Tx,
  message: { readonly channel: string; readonly address: string; readonly ref: string },
): Promise<number | null> => {
  const row = await tx
    .selectFrom('outbox')
    .select('shown_set')
    .where('channel', '=', message.channel)
    .where('address', '=', message.address)
    .where('platform_ref', '=', message.ref)
    .where('person_id', 'is', null)
    .where('shown_set', 'is not', null)
    .executeTakeFirst();
  return row?.shown_set ?? null;
};

/** The set that was shown last in a group, to everybody there or to this person. */
export const setShownLately = async (
  tx: Tx,
  { channel, address, personId }: { readonly channel: string; readonly address: string; readonly personId: number },
): Promise<number | null> => {
  const row = await tx
    .selectFrom('outbox')
    .select('shown_set')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('shown_set', 'is not', null)
    .where('state', '=', 'sent')
    .where(({ or, eb }) => or([eb('person_id', 'is', null), eb('person_id', '=', personId)]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.shown_set ?? null;
};

/** What a message of ours says; null: it is none of ours. Those long sent are forgotten. */
export const ourMessage = async (
  tx: Tx,
  { channel, address, ref }: { readonly channel: string; readonly address: string; readonly ref: string },
): Promise<Message | null> => {
  const row = await tx
    .selectFrom('outbox')
    .select('message')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('platform_ref', '=', ref)
    .executeTakeFirst();
  return row?.message ?? null;
};

const choices = (tx: Tx) =>
  tx
    .selectFrom('choice')
    .select(['token', 'set_id as setId', 'position', 'label', 'action', 'params', 'person_id as personId']);

export const forgetChoices = async (db: Db, before: Millis): Promise<void> => {
  await db.query.deleteFrom('choice').where('created_at', '<', moment(before)).execute();
};
