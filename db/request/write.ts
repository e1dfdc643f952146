/** Saves what was decided about a request: new values, answers, facts, in the commit of the turn. */
import { sql } from 'kysely';
import type { Decision, PartChange, RequestChange } from '#domain/request/decision.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { chain, type Head, insertFacts, type Origin } from '../fact.ts';
import type { LoadedDossier } from './request.ts';
import { dropUnfinished, saveSide } from './side.ts';

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
    ...(decision.side ?? []).map((change) => saveSide(tx, requestId, change, origin)),
    // Behind what the act itself says of a pause or a draft.
    dropUnfinished(tx, decision, origin),
    insertFacts(tx, rows),
  ]);
  return head;
};

/** Facts that change nothing else, of many requests in two statements. @returns the dossiers with their new heads */
export const saveFacts = async (
  tx: Tx,
  all: readonly { readonly dossier: LoadedDossier; readonly facts: Decision['facts'] }[],
  origin: Origin,
): Promise<LoadedDossier[]> => {
  const chained = all
    .filter(({ facts }) => facts.length > 0)
    .map(({ dossier, facts }) => ({ dossier, ...chain(streamOf(dossier.request.id), dossier.head, facts, origin) }));
  const heads = chained.map(({ dossier, head }) => ({
    id: dossier.request.id,
    seq: head.seq,
    hash: head.hash.toString('hex'),
  }));
  if (heads.length === 0) return [];
  await Promise.all([
    sql`
      update request r set fact_seq = h.seq, fact_hash = decode(h.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as h(id bigint, seq int, hash text)
      where r.id = h.id`.execute(tx),
    insertFacts(
      tx,
      chained.flatMap(({ rows }) => rows),
    ),
  ]);
  return chained.map(({ dossier, head }) => ({ ...dossier, head }));
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
      ...(change.askingUnitId === undefined ? {} : { asking_unit_id: change.askingUnitId }),
      ...(change.filedUnitId === undefined ? {} : { filed_unit_id: change.filedUnitId }),
      ...(change.wasUndone === undefined ? {} : { was_undone: change.wasUndone }),
      ...(change.synthesis === undefined ? {} : { synthesis: change.synthesis }),
      ...(change.synthesisedAt === undefined ? {} : { synthesised_at: new Date(change.synthesisedAt) }),
      ...(change.docNumber === undefined ? {} : { doc_number: change.docNumber }),
      ...(change.docDate === undefined ? {} : { doc_date: change.docDate }),
      ...(change.result === undefined ? {} : { result: change.result }),
      ...(change.closedAt === undefined ? {} : { closed_at: dateOrNull(change.closedAt) }),
      ...(change.closedBy === undefined ? {} : { closed_by: change.closedBy, closed_for: change.closedFor ?? null }),
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
      ...(rest.receiptFrom === undefined ? {} : { receipt_from: new Date(rest.receiptFrom) }),
      ...(rest.receiptDue === undefined ? {} : { receipt_due: new Date(rest.receiptDue) }),
      ...(rest.termEvent === undefined ? {} : { term_event: rest.termEvent }),
      ...(rest.urgency === undefined ? {} : { urgency: rest.urgency }),
      ...(rest.silenceFor === undefined ? {} : { silence_for: dateOrNull(rest.silenceFor) }),
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

const dateOrNull = (at: Millis | null): Date | null => (at === null ? null : new Date(at));
