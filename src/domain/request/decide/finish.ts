/** Tổng hợp · Kết thúc · Hoàn tác: the asking side gathers the positions, closes, or takes back what nobody has seen. */
import type { Case, Decision } from '../decision.ts';

export const synthesise = ({ dossier, now }: Case, remarks: string): Decision => ({
  request: { state: 'synthesised', synthesis: remarks, synthesisedAt: now },
  facts: [
    {
      kind: 'synthesised',
      partId: null,
      data: { from: dossier.request.state, to: 'synthesised', parts: dossier.parts.length, reason: remarks },
    },
  ],
  told: ['asking_chiefs'],
});

export const close = ({ dossier, actor, now }: Case, result: string): Decision => ({
  request: { state: 'closed', result, closedAt: now, closedBy: actor },
  parts: dossier.parts.filter((part) => part.state === 'answered').map((part) => ({ id: part.id, state: 'closed' })),
  facts: [{ kind: 'closed', partId: null, data: { from: dossier.request.state, to: 'closed', reason: result } }],
  told: ['all'],
});

export const undo = ({ dossier }: Case): Decision => ({
  request: { state: 'withdrawn' },
  parts: dossier.parts.map((part) => ({ id: part.id, state: 'cancelled' })),
  facts: [{ kind: 'undone', partId: null, data: { from: dossier.request.state, to: 'withdrawn' } }],
  told: [],
});
