/** Phân công: another person of the unit or its sections holds the part. */
import { type PersonId, staffOf } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Case, Decision } from '../decision.ts';
import type { Part } from '../request.ts';

export const assign = ({ reference, now }: Case, part: Part, to: PersonId): Result<Decision> => {
  if (!staffOf(reference.directory, part.unitId, dateOf(now)).includes(to)) return refused('assign.not_of_unit');
  if (part.holderId === to) return refused('assign.already_holds');
  return ok({
    parts: [{ id: part.id, holderId: to }],
    facts: [{ kind: 'assigned', partId: part.id, data: { from: part.holderId, to } }],
    told: ['holder', 'previous_holder'],
  });
};
