/**
 * Đề nghị gia hạn · Đồng ý gia hạn · Không đồng ý gia hạn: the unit asks for a later date, the asking side decides; the
 * regulation version says how often. The date moves, and with it all reminders, when it is agreed.
 */
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/calendar.ts';
import { endOfDay } from '#domain/calendar/end.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { answerDeadline, endOf } from '../clock.ts';
import type { Case, Decision } from '../decision.ts';
import { askedExtension, type Part } from '../request.ts';

export const askExtension = (
  { reference: { calendar } }: Case,
  part: Part,
  asked: { readonly until: IsoDate; readonly reason: string },
): Result<Decision> => {
  const { date } = endOf(part.due);
  if (asked.until <= date) return refused('extension.not_later', { date });
  if (!isWorkingDay(calendar, asked.until)) {
    return refused('date.day_off', { date: asked.until, next: nextWorkingDay(calendar, asked.until) });
  }
  const until = endOfDay(asked.until).due;
  return ok({
    side: [{ kind: 'extension_asked', partId: part.id, until, reason: asked.reason }],
    facts: [{ kind: 'extension_asked', partId: part.id, data: { due: part.due, until, reason: asked.reason } }],
    told: ['filer', 'asking_chiefs', 'leaders'],
  });
};

export const agreeExtension = (on: Case, part: Part): Result<Decision> => {
  const asked = askedExtension(part);
  if (asked === null) return refused('extension.none');
  // The date has moved past it since (a lower urgency): agreeing would shorten the term.
  if (asked.until <= part.due) return refused('extension.not_later', { date: endOf(part.due).date });
  const extensions = part.extensions.map((one) =>
    one.id === asked.id ? { ...one, state: 'agreed' as const, decidedAt: on.now } : one,
  );
  const { due, provisional } = answerDeadline(on.reference.calendar, on.regulation, on.dossier.request, {
    ...part,
    extensions,
  });
  return ok({
    parts: [{ id: part.id, due, provisional }],
    side: [{ kind: 'extension_decided', id: asked.id, state: 'agreed' }],
    facts: [{ kind: 'extension_agreed', partId: part.id, data: { due: part.due, until: due } }],
    told: ['holder', 'leaders'],
  });
};

export const refuseExtension = (_on: Case, part: Part): Result<Decision> => {
  const asked = askedExtension(part);
  if (asked === null) return refused('extension.none');
  return ok({
    side: [{ kind: 'extension_decided', id: asked.id, state: 'refused' }],
    facts: [{ kind: 'extension_refused', partId: part.id, data: { due: part.due, until: asked.until } }],
    told: ['holder', 'leaders'],
  });
};
