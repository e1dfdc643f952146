/** Shown choices: what each button or number does, kept so that any process can answer a press at any later time. */

import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from './client.ts';
import { moment } from './moment.ts';

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

const choices = (tx: Tx) =>
  tx
    .selectFrom('choice')
    .select(['token', 'set_id as setId', 'position', 'label', 'action', 'params', 'person_id as personId']);

export const forgetChoices = async (db: Db, before: Millis): Promise<void> => {
  await db.query.deleteFrom('choice').where('created_at', '<', moment(before)).execute();
};
