/** Duyệt · Trả lại dự thảo: the authorised person makes the draft the unit's answer, or sends it back with a remark. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { Case, Decision } from '../decision.ts';
import type { Part } from '../request.ts';

export const approve = ({ now }: Case, part: Part): Result<Decision> => {
  const { draft } = part;
  if (draft === null) return refused('answer.no_draft');
  const late = now > part.due && part.answer === null;
  const isDrafted = part.state === 'drafted';
  return ok({
    // A late answer to a silent part, and one in the place of another, leave the state as it is.
    parts: isDrafted ? [{ id: part.id, state: 'answered', answeredAt: now }] : [],
    side: [{ kind: 'answer_decided', answerId: draft.id, partId: part.id, state: 'valid', remark: null, late }],
    facts: [
      {
        kind: 'approved',
        partId: part.id,
        data: { ...(isDrafted ? { from: part.state, to: 'answered' } : {}), position: draft.position, late },
      },
    ],
    told: ['author', 'filer'],
  });
};

export const returnDraft = (_on: Case, part: Part, remark: string): Result<Decision> => {
  const { draft } = part;
  if (draft === null) return refused('answer.no_draft');
  const isDrafted = part.state === 'drafted';
  return ok({
    parts: isDrafted ? [{ id: part.id, state: 'accepted', submittedAt: null }] : [],
    side: [
      { kind: 'answer_decided', answerId: draft.id, partId: part.id, state: 'returned', remark, late: draft.late },
    ],
    facts: [
      {
        kind: 'draft_returned',
        partId: part.id,
        data: { ...(isDrafted ? { from: part.state, to: 'accepted' } : {}), reason: remark },
      },
    ],
    told: ['author'],
  });
};
