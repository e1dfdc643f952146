/** Filled drafts for many people: one is filled by talking to the product, the others are copies of its rows. */
import type pg from 'pg';
import type { Someone } from './people.ts';
import type { Rig } from './rig.ts';
import { fillDraft, SEND, tokenOf } from './script.ts';

export type Draft = { readonly userId: number; readonly token: string };
export type Sample = { readonly people: readonly Someone[]; readonly token: string };

/** The first person's draft; he keeps it and files nothing. */
export const draftOnce = async ({ platform }: Rig, people: readonly Someone[]): Promise<Sample> => {
  const [first, ...rest] = people;
  if (first === undefined) throw new Error('nobody is there');
  const script = fillDraft('Kiểm tra an toàn phòng cháy, chữa cháy');
  let next = script.next();
  while (next.done !== true) next = script.next((await platform.say(first.userId, next.value)).answer);
  return { people: rest, token: tokenOf(next.value, SEND) };
};

/** Gives each person a draft and the button that sends it. */
export const addDrafts = async (pool: pg.Pool, { people, token }: Sample): Promise<readonly Draft[]> => {
  const { rows } = await pool.query<Draft>(
    `with sample as (
       select c.*, f.place_key, f.form_id, f.version, f.subject, f.answers, f.updated_at
       from choice c join form f on f.id = (c.params ->> 'form')::bigint where c.token = $1),
     draft as (
       insert into form (person_id, place_key, form_id, version, subject, answers, open, updated_at)
       select a.person_id, s.place_key, s.form_id, s.version, s.subject, s.answers, true, s.updated_at
       from sample s, account a where a.channel = 'telegram' and a.external_id = any($2::text[])
       returning id, person_id),
     button as (
       insert into choice (token, set_id, position, label, action, params, person_id, created_at)
       select gen_random_uuid()::text, s.set_id, s.position, s.label, s.action, jsonb_build_object('form', d.id),
         d.person_id, s.created_at
       from sample s, draft d
       returning token, person_id)
     select a.external_id::int as "userId", b.token from button b join account a on a.person_id = b.person_id`,
    [token, people.map((one) => String(one.userId))],
  );
  if (rows.length !== people.length) throw new Error('not every person has a draft');
  return rows;
};
