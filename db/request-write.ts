/** Saves what was decided about a request: new values, answers, facts, in the commit of the turn. */
import { sql } from 'kysely';
import type { AnswerDecision, Decision, NewAnswer, PartChange, RequestChange } from '#domain/request/decision.ts';
import type { Filed } from '#domain/request/filing.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';
import { chain, insertFacts, NO_FACTS, type Origin } from './fact.ts';
import { attachFiles } from './file.ts';
import type { LoadedDossier } from './request.ts';

export type Numbered = { readonly id: number; readonly code: string };

/**
 * Takes the year's next number and inserts what carries it. The counter is the last lock of the turn: every filing of
 * the year waits on it, so nothing slow comes after, and a number is never taken without its request.
 */
export const insertRequest = async (tx: Tx, { request }: Filed): Promise<Numbered> => {
  const year = dateOf(request.filedAt).slice(0, 4);
  const result = await sql<{ id: number; code: string }>`
    with number as (
      insert into counter (name, last) values (${`request:${year}`}, 1)
      on conflict (name) do update set last = counter.last + 1
      returning last
    )
    insert into request (code, state, type, field_id, zone_id, enterprise_id, subject, content, urgency, doc_number,
      asking_unit_id, filer_id, regulation_id, filed_at, visible_at, wanted_by, fact_seq, fact_hash)
    select ${`PH-${year}-`} || lpad(last::text, 5, '0'), 'open', ${request.type}, ${request.fieldId}::int,
      ${request.zoneId}::int, ${request.enterpriseId}::int, ${request.subject}, ${request.content},
      ${request.urgency}, ${request.docNumber}, ${request.askingUnitId}::int, ${request.filerId}::int,
      ${request.regulationId}::int, ${new Date(request.filedAt)}::timestamptz,
      ${new Date(request.visibleAt)}::timestamptz, ${dateOrNull(request.wantedBy)}::timestamptz, 0, '\\x'
    from number
    returning id, code`.execute(tx);
  const [row] = result.rows;
  if (row === undefined) throw new Error('the new request did not come back');
  return row;
};

type Filing = { readonly filed: Filed; readonly fileIds: readonly number[]; readonly origin: Origin };

/** The rest of a request that has just got its number, in statements that wait for nothing. */
export const saveFiled = async (tx: Tx, { id, code }: Numbered, { filed, fileIds, origin }: Filing): Promise<void> => {
  const fact = {
    kind: 'filed' as const,
    partId: null,
    data: { code, to: 'open', units: filed.parts.length, urgency: filed.request.urgency },
  };
  const { rows, head } = chain(streamOf(id), NO_FACTS, [fact], origin);
  await Promise.all([
    insertParts(tx, id, filed),
    insertFacts(tx, rows),
    tx.updateTable('request').set({ fact_seq: head.seq, fact_hash: head.hash }).where('id', '=', id).execute(),
    attachFiles(tx, id, fileIds, null),
  ]);
};

const insertParts = async (tx: Tx, requestId: number, filed: Filed): Promise<void> => {
  const rows = filed.parts.map((part) => ({
    ...part,
    askedAt: new Date(part.askedAt),
    receiptDue: new Date(part.receiptDue),
    due: new Date(part.due),
  }));
  await sql`
    insert into part (request_id, ordinal, unit_id, state, asked_at, receipt_due, due, provisional)
    select ${requestId}, ordinal, "unitId", 'awaiting', "askedAt", "receiptDue", due, provisional
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(ordinal smallint, "unitId" int,
      "askedAt" timestamptz, "receiptDue" timestamptz, due timestamptz, provisional boolean)
    order by ordinal`.execute(tx);
};

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
