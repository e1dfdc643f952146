/** Saves what was decided about a request: new values, answers, facts, in the commit of the turn. */
import type { AnswerDecision, Decision, NewAnswer, PartChange, RequestChange } from '#domain/request/decision.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';
import { chain, insertFacts, type Origin } from './fact.ts';
import { attachFiles } from './file.ts';
import type { LoadedDossier } from './request.ts';

export const saveDecision = async (
  tx: Tx,
  dossier: LoadedDossier,
  decision: Decision,
  origin: Origin,
): Promise<void> => {
  const requestId = dossier.request.id;
  const { rows, head } = chain(streamOf(requestId), dossier.head, decision.facts, origin);
  await Promise.all([
    updateRequest(tx, requestId, decision.request ?? {}, head),
    ...(decision.parts ?? []).map((change) => updatePart(tx, change)),
    decision.newAnswer === undefined ? undefined : insertAnswer(tx, requestId, decision.newAnswer, origin),
    decision.answer === undefined ? undefined : decideAnswer(tx, decision.answer, origin),
    insertFacts(tx, rows),
  ]);
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
  await tx
    .updateTable('answer')
    .set({ state: decision.state, decided_by: actorId, decided_at: new Date(at), remark: decision.remark })
    .where('id', '=', decision.answerId)
    .execute();
};

const dateOrNull = (at: Millis | null): Date | null => (at === null ? null : new Date(at));
