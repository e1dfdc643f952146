/** Checklist templates: what a team may look at on a day, in the version of that day. */
import { sql } from 'kysely';
import type { IsoDate } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type Template = { readonly id: number; readonly code: string; readonly name: string };

export const templatesOn = async (tx: Tx, day: IsoDate): Promise<readonly Template[]> => {
  const { rows } = await sql<Template>`
    select distinct on (code) id, code, name from checklist_template
    where valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
    order by code, valid_from desc`.execute(tx);
  return rows;
};
