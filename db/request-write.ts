/** Saves what was decided about a request: new values, answers, facts, in the commit of the turn. */
import type { AnswerDecision, Decision, NewAnswer, PartChange, RequestChange } from '#domain/request/decision.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';
import { chain, type Head, insertFacts, type Origin } from './fact.ts';
import { attachFiles } from './file.ts';
import type { LoadedDossier } from './request.ts';
import { saveSide } from './request-side.ts';

/** @returns the new head of the request's chain of facts */
export const saveDecision = async (
  tx: Tx,
  dossier: LoadedDossier,
  decision: Decision,
  origin: Origin,
): Promise<Head> => {
  const requestId = dossier.request.id;
  const { rows, head } = chain(streamOf(requestId), dossier.head, decision.facts, origin);
  await Promise.all([
    updateRequest(tx, requestId, decision.request ?? {}, head),
    ...(decision.parts ?? []).map((change) => updatePart(tx, change)),
    decision.newAnswer === undefined ? undefined : insertAnswer(tx, requestId, decision.newAnswer, origin),
    decision.answer === undefined ? undefined : decideAnswer(tx, decision.answer, origin),
    saveSide(tx, requestId, decision, origin),
    insertFacts(tx, rows),
  ]);
  return head;
};

export const streamOf = (requestId: number): string => `request:${requestId}`;

const updateRequest = async (
  tx: Tx,
  id: number,
  change: RequestChange,
  head: { readonly seq: number; readonly hash: Buffer },
): Promise<void> => {
  await tx
    .updateTable('request')
    .set({
      fact_seq: head.seq,
      fact_hash: head.hash,
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.urgency === undefined ? {} : { urgency: change.urgency }),
      ...(change.wasUndone === undefined ? {} : { was_undone: change.wasUndone }),
      ...(change.synthesis === undefined ? {} : { synthesis: change.synthesis }),
      ...(change.synthesisedAt === undefined ? {} : { synthesised_at: new Date(change.synthesisedAt) }),
      ...(change.result === undefined ? {} : { result: change.result }),
      ...(change.closedAt === undefined ? {} : { closed_at: dateOrNull(change.closedAt) }),
      ...(change.closedBy === undefined ? {} : { closed_by: change.closedBy }),
    })
    .where('id', '=', id)
    .execute();
};

const updatePart = async (tx: Tx, change: PartChange): Promise<void> => {
  const { id, ...rest } = change;
  await tx
    .updateTable('part')
    .set({
      ...(rest.state === undefined ? {} : { state: rest.state }),
      ...(rest.holderId === undefined ? {} : { holder_id: rest.holderId }),
      ...(rest.receivedAt === undefined ? {} : { received_at: dateOrNull(rest.receivedAt) }),
      ...(rest.receivedBy === undefined ? {} : { received_by: rest.receivedBy }),
      ...(rest.receiptDue === undefined ? {} : { receipt_due: new Date(rest.receiptDue) }),
      ...(rest.termEvent === undefined ? {} : { term_event: rest.termEvent }),
      ...(rest.urgedAt === undefined ? {} : { urged_at: dateOrNull(rest.urgedAt) }),
      ...(rest.termFrom === undefined ? {} : { term_from: dateOrNull(rest.termFrom) }),
      ...(rest.due === undefined ? {} : { due: new Date(rest.due) }),
      ...(rest.provisional === undefined ? {} : { provisional: rest.provisional }),
      ...(rest.submittedAt === undefined ? {} : { submitted_at: dateOrNull(rest.submittedAt) }),
      ...(rest.answeredAt === undefined ? {} : { answered_at: dateOrNull(rest.answeredAt) }),
    })
    .where('id', '=', id)
    .execute();
};

const insertAnswer = async (tx: Tx, requestId: number, answer: NewAnswer, { actorId, at }: Origin): Promise<void> => {
  if (actorId === null) throw new Error('an answer has a person behind it');
  if (answer.issued) await replaceValid(tx, answer.partId);
  const row = await tx
    .insertInto('answer')
    .values({
      part_id: answer.partId,
      state: answer.issued ? 'valid' : 'submitted',
      position: answer.position,
      words: answer.words,
      author_id: actorId,
      submitted_at: new Date(at),
      decided_by: answer.issued ? actorId : null,
      decided_at: answer.issued ? new Date(at) : null,
      remark: null,
      late: answer.late,
      self_issued: answer.issued,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await attachFiles(tx, requestId, answer.fileIds, row.id);
};

const decideAnswer = async (tx: Tx, decision: AnswerDecision, { actorId, at }: Origin): Promise<void> => {
  if (decision.state === 'valid') await replaceValid(tx, decision.partId);
  const { state, remark, late } = decision;
  await tx
    .updateTable('answer')
    .set({ state, decided_by: actorId, decided_at: new Date(at), remark, late })
    .where('id', '=', decision.answerId)
    .execute();
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

const dateOrNull = (at: Millis | null): Date | null => (at === null ? null : new Date(at));
