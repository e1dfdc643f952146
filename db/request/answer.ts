/** The answers of units: given, decided, replaced, numbered. None is ever deleted. */
import type { AnswerDecision, NewAnswer } from '#domain/request/decision.ts';
import type { OfficialDocument } from '#domain/request/request.ts';
import type { Tx } from '../client.ts';
import { byPerson, type Origin } from '../fact.ts';
import { attachFiles } from '../file.ts';

export const insertAnswer = async (tx: Tx, requestId: number, answer: NewAnswer, origin: Origin): Promise<void> => {
  const { issued, document, partId } = answer;
  const authorId = byPerson(origin);
  const actingFor = origin.actingFor ?? null;
  const at = new Date(origin.at);
  if (issued) await standDown(tx, partId);
  const row = await tx
    .insertInto('answer')
    .values({
      part_id: partId,
      state: issued ? 'valid' : 'submitted',
      position: answer.position,
      words: answer.words,
      author_id: authorId,
      author_for: actingFor,
      submitted_at: at,
      decided_by: issued ? authorId : null,
      decided_for: issued ? actingFor : null,
      decided_at: issued ? at : null,
      remark: null,
      late: answer.late,
      self_issued: issued,
      doc_number: document?.number ?? null,
      doc_date: document?.date ?? null,
      signer: document?.signer ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await attachFiles(tx, requestId, answer.fileIds, { answerId: row.id });
};

export const decideAnswer = async (tx: Tx, decision: AnswerDecision, origin: Origin): Promise<void> => {
  const { actorId, actingFor = null, at } = origin;
  const { state, remark, late } = decision;
  if (state === 'valid') await replaceValid(tx, decision.partId);
  await tx
    .updateTable('answer')
    .set({ state, decided_by: actorId, decided_for: actingFor, decided_at: new Date(at), remark, late })
    .where('id', '=', decision.answerId)
    .execute();
};

export const numberAnswer = async (
  tx: Tx,
  answerId: number,
  { number, date, signer }: OfficialDocument,
): Promise<void> => {
  await tx
    .updateTable('answer')
    .set({ doc_number: number, doc_date: date, signer })
    .where('id', '=', answerId)
    .execute();
};

/** An answer valid at once takes the place of the one before, and of a draft (a letter came while it was decided on). */
const standDown = async (tx: Tx, partId: number): Promise<void> => {
  await Promise.all([
    replaceValid(tx, partId),
    tx
      .updateTable('answer')
      .set({ state: 'returned' })
      .where('part_id', '=', partId)
      .where('state', '=', 'submitted')
      .execute(),
  ]);
};

/** The answer before is kept; one is valid (an index holds it to that, so the old one goes first). */
const replaceValid = async (tx: Tx, partId: number): Promise<void> => {
  await tx
    .updateTable('answer')
    .set({ state: 'replaced' })
    .where('part_id', '=', partId)
    .where('state', '=', 'valid')
    .execute();
};
