/**
 * Trả lời → Trình duyệt: the unit's draft, decided by another person; from whoever may approve it is the answer at
 * once. The clock stops at approval; the moment of submission is kept too.
 */
import { inOwnRight } from '#domain/permission/relation.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Case, Decision } from '../decision.ts';
import { type Part, type Position, positionsFor } from '../request.ts';

export type AnswerInput = {
  readonly position: Position;
  readonly words: string;
  readonly fileIds: readonly number[];
};

export const answer = (on: Case, part: Part, input: AnswerInput): Result<Decision> => {
  const { reference, dossier, actor, actingFor, now } = on;
  if (!positionsFor(dossier.request.type).includes(input.position)) return refused('answer.position');
  // As himself, or as the one he stands in for: a draft of his own is not issued by the right of another.
  const issued = inOwnRight({
    directory: reference.directory,
    personId: actingFor ?? actor,
    dossier,
    part,
    day: dateOf(now),
  }).has('approver');
  // An answer after the silence, or in the place of a valid one, has its draft beside it: the state stays (DESIGN 3, 4).
  const isBeside = part.state !== 'accepted';
  const late = now > part.due && part.answer === null;
  const side = [{ kind: 'answer_given' as const, partId: part.id, ...input, late, issued, document: null }];
  const data = { position: input.position, files: input.fileIds.length, late };
  if (issued) {
    const move = isBeside ? {} : { from: part.state, to: 'answered' };
    return ok({
      parts: isBeside ? [] : [{ id: part.id, state: 'answered', submittedAt: now, answeredAt: now }],
      side,
      facts: [{ kind: 'self_issued', partId: part.id, data: { ...move, ...data } }],
      told: ['filer'],
    });
  }
  const kind = part.answer === null ? 'submitted' : 'replacement_submitted';
  const move = isBeside ? {} : { from: part.state, to: 'drafted' };
  return ok({
    parts: isBeside ? [] : [{ id: part.id, state: 'drafted', submittedAt: now }],
    side,
    facts: [{ kind, partId: part.id, data: { ...move, ...data } }],
    told: ['leaders'],
  });
};
