/** Tiếp nhận: the unit takes the part; its answer term begins now, at the latest at the end of the receipt term. */
import { answerDeadline } from '../clock.ts';
import type { Case, Decision } from '../decision.ts';
import type { Part } from '../request.ts';

export const receive = ({ reference, regulation, dossier, actor, now }: Case, part: Part): Decision => {
  const termFrom = Math.min(now, part.receiptDue);
  const { due, provisional } = answerDeadline(reference.calendar, regulation, dossier.request, {
    ...part,
    termFrom,
    termEvent: 'receipt',
  });
  return {
    parts: [
      {
        id: part.id,
        state: 'accepted',
        holderId: actor,
        receivedAt: now,
        receivedBy: actor,
        termFrom,
        due,
        provisional,
      },
    ],
    facts: [
      {
        kind: 'received',
        partId: part.id,
        data: { from: part.state, to: 'accepted', due, late: now > part.receiptDue },
      },
    ],
    told: ['filer'],
  };
};
