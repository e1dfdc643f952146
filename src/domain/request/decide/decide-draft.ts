/** Duyệt · Trả lại dự thảo: the authorised person makes the draft the unit's answer, or sends it back with a remark. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { Case, Decision } from '../decision.ts';
import type { Part } from '../request.ts';

export const approve = ({ now }: Case, part: Part): Result<Decision> => {
  const draft = part.answer;
  if (draft?.state !== 'submitted') return refused('answer.no_draft');
  const late = now > part.due;
  return ok({
    parts: [{ id: part.id, state: 'answered', answeredAt: now }],
    answer: { answerId: draft.id, state: 'valid', remark: null },
    facts: [
      { kind: 'approved', partId: part.id, data: { from: part.state, to: 'answered', position: draft.position, late } },
    ],
    told: ['author', 'filer'],
  });
};

export const returnDraft = (_on: Case, part: Part, remark: string): Result<Decision> => {
  const draft = part.answer;
  if (draft?.state !== 'submitted') return refused('answer.no_draft');
  return ok({
    parts: [{ id: part.id, state: 'accepted', submittedAt: null }],
    answer: { answerId: draft.id, state: 'returned', remark },
    facts: [{ kind: 'draft_returned', partId: part.id, data: { from: part.state, to: 'accepted', reason: remark } }],
    told: ['author'],
  });
};
