/** Open and set-aside forms: the answers of a person in a place, whatever channel they came by. */

import type { Millis } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import type { Tx } from '../client.ts';

export type StoredForm = {
  readonly id: number;
  readonly formId: string;
  readonly subject: string;
  readonly answers: Answers;
  readonly open: boolean;
  readonly updatedAt: Millis;
};

/** Locks the person's forms of a place: two channels may answer at once. After the conversation in the lock order. */
export const lockForms = async (tx: Tx, personId: number, placeKey: string): Promise<StoredForm[]> => {
  const rows = await tx
    .selectFrom('form')
    .select(['id', 'form_id', 'subject', 'answers', 'open', 'updated_at'])
    .where('person_id', '=', personId)
    .where('place_key', '=', placeKey)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    formId: row.form_id,
    subject: row.subject,
    // Checked on use: a value that no longer parses counts as missing (forms/engine).
    answers: row.answers as Answers,
    open: row.open,
    updatedAt: row.updated_at,
  }));
};

type Place = { readonly personId: number; readonly placeKey: string; readonly now: Millis };

/** Opens a form and sets the others aside; one that was begun on the same subject goes on with `answers`. */
export const openForm = async (
  tx: Tx,
  at: Place,
  form: { formId: string; version: number; subject: string; answers: Answers },
): Promise<number> => {
  await setAside(tx, at);
  const values = {
    version: form.version,
    answers: JSON.stringify(form.answers),
    open: true,
    updated_at: new Date(at.now),
  };
  const row = await tx
    .insertInto('form')
    .values({
      person_id: at.personId,
      place_key: at.placeKey,
      form_id: form.formId,
      subject: form.subject,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'place_key', 'form_id', 'subject']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

export const setAside = async (tx: Tx, at: Place): Promise<void> => {
  await tx
    .updateTable('form')
    .set({ open: false })
    .where('person_id', '=', at.personId)
    .where('place_key', '=', at.placeKey)
    .where('open', '=', true)
    .execute();
};

export const resumeForm = async (tx: Tx, at: Place, id: number): Promise<void> => {
  await setAside(tx, at);
  await tx
    .updateTable('form')
    .set({ open: true, updated_at: new Date(at.now) })
    .where('id', '=', id)
    .execute();
};

export const updateForm = async (tx: Tx, id: number, answers: Answers, now: Millis): Promise<void> => {
  await tx
    .updateTable('form')
    .set({ answers: JSON.stringify(answers), open: true, updated_at: new Date(now) })
    .where('id', '=', id)
    .execute();
};

export const endForm = async (tx: Tx, id: number): Promise<void> => {
  await tx.deleteFrom('form').where('id', '=', id).execute();
};
