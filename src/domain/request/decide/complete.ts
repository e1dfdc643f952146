/**
 * Đề nghị bổ sung → Bổ sung: what is missing is asked for once, and the clock stands until the asking side has given
 * it. Given before receipt, it counts as receipt. A wait longer than the regulation allows cancels the part.
 */

import type { Calendar } from '#domain/calendar/calendar.ts';
import { deadline } from '#domain/calendar/deadline.ts';
import type { Regulation } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import { answerDeadline } from '../clock.ts';
import type { Case, Decision } from '../decision.ts';
import type { Part } from '../request.ts';

export const askCompletion = ({ actor }: Case, part: Part, missing: string): Decision => ({
  parts: [{ id: part.id, state: 'returned', ...(part.holderId === null ? { holderId: actor } : {}) }],
  side: [{ kind: 'pause_begun', partId: part.id, missing }],
  facts: [{ kind: 'completion_asked', partId: part.id, data: { from: part.state, to: 'returned', reason: missing } }],
  told: ['filer'],
});

export const complete = (
  { reference, regulation, dossier, now }: Case,
  part: Part,
  completion: { readonly words: string; readonly fileIds: readonly number[] },
): Decision => {
  const pauses = part.pauses.map((pause) => (pause.to === null ? { ...pause, to: now } : pause));
  const isReceipt = part.termFrom === null;
  const terms = isReceipt ? { termFrom: now, termEvent: 'completed' as const } : {};
  const { due, provisional } = answerDeadline(reference.calendar, regulation, dossier.request, {
    ...part,
    ...terms,
    pauses,
  });
  return {
    parts: [
      {
        id: part.id,
        state: 'accepted',
        ...terms,
        ...(isReceipt ? { receivedAt: now, receivedBy: part.holderId } : {}),
        due,
        provisional,
      },
    ],
    side: [{ kind: 'pause_ended', partId: part.id, completion: completion.words, fileIds: completion.fileIds }],
    facts: [
      {
        kind: 'completed',
        partId: part.id,
        data: { from: part.state, to: 'accepted', due, reason: completion.words, files: completion.fileIds.length },
      },
    ],
    told: ['holder'],
  };
};

/** When the wait for a completion is over; null when nothing is waited for. */
export const pauseEnd = (calendar: Calendar, regulation: Regulation, part: Part): Millis | null => {
  const open = part.pauses.find((pause) => pause.to === null);
  if (part.state !== 'returned' || open === undefined) return null;
  return deadline(calendar, { from: open.from, term: regulation.maxPause }).due;
};

export const endPause = (part: Part): Decision => ({
  parts: [{ id: part.id, state: 'cancelled' }],
  side: [{ kind: 'pause_ended', partId: part.id, completion: null, fileIds: [] }],
  facts: [{ kind: 'pause_over', partId: part.id, data: { from: part.state, to: 'cancelled' } }],
  told: ['filer', 'holder', 'leaders', 'asking_chiefs'],
});
