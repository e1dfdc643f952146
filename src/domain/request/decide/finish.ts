/**
 * Tổng hợp · Kết thúc · Rút đề nghị · Mở lại · Hoàn tác: the asking side gathers the positions, closes, takes back, or
 * goes on with what was over.
 */
import { ok, type Result, refused } from '#domain/result.ts';
import type { Case, Decision, FactDraft } from '../decision.ts';
import { isSettled, type Part, type PartId } from '../request.ts';
import { again } from './change.ts';

export type Synthesis = {
  readonly remarks: string;
  /** Why units that have not answered are waited for no longer. */
  readonly leftOut: string;
};

/** A part left out is silent when its date is past, else cancelled. */
export const synthesise = ({ dossier, now }: Case, { remarks, leftOut }: Synthesis): Result<Decision> => {
  const open = dossier.parts.filter((part) => !isSettled(part));
  if (open.length > 0 && leftOut === '') return refused('act.parts_open', { count: open.length });
  const outcome = (part: Part): 'silent' | 'cancelled' => (now >= part.due ? 'silent' : 'cancelled');
  return ok({
    request: { state: 'synthesised', synthesis: remarks, synthesisedAt: now },
    parts: open.map((part) => ({ id: part.id, state: outcome(part) })),
    facts: [
      ...open.map(
        (part): FactDraft => ({
          kind: 'left_out',
          partId: part.id,
          data: { from: part.state, to: outcome(part), reason: leftOut },
        }),
      ),
      {
        kind: 'synthesised',
        partId: null,
        data: { from: dossier.request.state, to: 'synthesised', parts: dossier.parts.length, reason: remarks },
      },
    ],
    told: ['asking_chiefs', 'changed_parts'],
  });
};

export const close = ({ dossier, actor, actingFor = null, now }: Case, result: string): Decision => ({
  request: { state: 'closed', result, closedAt: now, closedBy: actor, closedFor: actingFor },
  parts: dossier.parts.filter((part) => part.state === 'answered').map((part) => ({ id: part.id, state: 'closed' })),
  facts: [{ kind: 'closed', partId: null, data: { from: dossier.request.state, to: 'closed', reason: result } }],
  told: ['all'],
});

export const undo = ({ dossier }: Case): Decision => ({
  request: { state: 'withdrawn', wasUndone: true },
  parts: dossier.parts.map((part) => ({ id: part.id, state: 'cancelled' })),
  facts: [{ kind: 'undone', partId: null, data: { from: dossier.request.state, to: 'withdrawn' } }],
  told: [],
});

export const withdraw = ({ dossier }: Case, reason: string): Decision => ({
  request: { state: 'withdrawn' },
  parts: dossier.parts.filter((part) => !isSettled(part)).map((part) => ({ id: part.id, state: 'cancelled' })),
  facts: [{ kind: 'withdrawn', partId: null, data: { from: dossier.request.state, to: 'withdrawn', reason } }],
  told: ['all'],
});

/** The chosen parts are owed again under the same regulation version; the others keep their date and result. */
export const reopen = (on: Case, partIds: readonly PartId[], reason: string): Result<Decision> => {
  const { request, parts } = on.dossier;
  const chosen = parts.filter((part) => partIds.includes(part.id));
  if (chosen.length === 0) return refused('reopen.no_part');
  return ok({
    request: { state: 'open', closedAt: null, closedBy: null },
    parts: chosen.map((part) => ({ ...again(on, part, 'reopened'), submittedAt: null, answeredAt: null })),
    facts: [
      { kind: 'reopened', partId: null, data: { from: request.state, to: 'open', parts: chosen.length, reason } },
    ],
    told: ['all'],
  });
};
