/**
 * Does an act: load under lock, ask `may`, decide, save, move what is due, say. Every way to an act ends here (button,
 * number, form), so what the table forbids is forbidden on all of them.
 */

import { takeBack } from '#db/chat/outbox.ts';
import { setDue } from '#db/due.ts';
import { dropReminders } from '#db/remind/reminder.ts';
import { moveMoments } from '#db/request/part-moments.ts';
import { type LoadedDossier, lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { actsFor, may } from '#domain/permission/may.ts';
import { regulationOf } from '#domain/reference.ts';
import type { ActName } from '#domain/request/acts.ts';
import { applied, type Case, type Decision, unitAsked, watcherAdded } from '#domain/request/decision.ts';
import type { Part } from '#domain/request/request.ts';
import type { Result } from '#domain/result.ts';
import { refused } from '#domain/result.ts';
import type { MemberTurn, Outcome } from '#runtime/handler.ts';
import { sayRefusal } from '#text/refusals.ts';
import { doneLines } from '#text/request/acts/index.ts';
import { cardChoices } from './card.ts';
import { asImportant } from './important.ts';
import { noticesOf } from './notices.ts';
import { unreceivedChoices } from './unreceived.ts';

export type Subject = { readonly act: ActName; readonly requestId: number; readonly partId: number | null };

export type Ready = { readonly on: Case; readonly dossier: LoadedDossier; readonly part: Part | null };

/** Loads the subject under its lock and asks whether this person may do the act now. */
export const prepare = async (turn: MemberTurn, { act, requestId, partId }: Subject): Promise<Result<Ready>> => {
  const dossier = await lockDossier(turn.tx, requestId);
  if (dossier === null) return refused('request.unknown');
  const part = partId === null ? null : (dossier.parts.find((one) => one.id === partId) ?? null);
  if (partId !== null && part === null) return refused('request.unknown');
  const { reference } = turn;
  const allowed = may(act, { reference, personId: turn.person.id, dossier, part, now: turn.now });
  if (!allowed.ok) return allowed;
  const regulation = regulationOf(reference, dossier.request);
  const actingFor = actsFor(act, { reference, personId: turn.person.id, dossier, part, now: turn.now });
  const on = { reference, regulation, dossier, actor: turn.person.id, actingFor, now: turn.now };
  return { ok: true, value: { on, dossier, part } };
};

/** What is done, and the words given with it. */
type Done = { readonly act: ActName; readonly words: string };

/** Saves a decision and says it. */
export const commitDecision = async (
  turn: MemberTurn,
  { act, words }: Done,
  { on, dossier, part }: Ready,
  decision: Decision,
): Promise<Outcome> => {
  const by = { actorId: turn.person.id, actingFor: on.actingFor ?? null };
  const origin = { ...by, channel: turn.event.channel, at: turn.now };
  await saveDecision(turn.tx, dossier, decision, origin);
  const after = { ...applied(dossier, decision), head: dossier.head };
  const shown = await reload(turn, dossier, decision, after);
  await moveDue(turn, dossier, shown);
  const partAfter = shown.parts.find((one) => one.id === part?.id) ?? null;
  const told = {
    ...{ directory: turn.reference.directory, request: shown.request, part: partAfter, actor: turn.person.id },
    ...{ words, unitId: unitAsked(decision), personId: watcherAdded(decision) },
  };
  const notices = noticesOf({
    reference: turn.reference,
    ...{ act, words, actor: turn.person.id, before: dossier, after: shown, part, decision, now: turn.now },
  });
  const sent = decision.isImportant === true ? await asImportant(turn, shown, partAfter, notices) : notices;
  const waited = decision.isImportant === true ? [await unreceivedChoices(turn, shown)] : [];
  const choices = [...cardChoices(turn, shown), ...waited];
  return { say: [{ lines: doneLines(act, told), choices, inPlace: true }], notices: sent };
};

export const refuse = (refusal: Parameters<typeof sayRefusal>[0]): Outcome => ({
  toast: sayRefusal(refusal).join(' '),
});

/** What gets its id in the database is read again before it is shown. */
const reload = async (
  turn: MemberTurn,
  dossier: LoadedDossier,
  decision: Decision,
  after: LoadedDossier,
): Promise<LoadedDossier> => {
  // A part that is over takes its pause, extension and draft along, in the database.
  const isOver = decision.parts?.some((change) => change.state !== undefined && change.state !== 'accepted') === true;
  if (decision.side === undefined && !isOver) return after;
  return (await lockDossier(turn.tx, dossier.request.id)) ?? after;
};

/** What happens by itself follows the part in the same commit: what no longer holds is taken back, next moments are set. */
const moveDue = async (turn: MemberTurn, before: LoadedDossier, after: LoadedDossier): Promise<void> => {
  const { tx, reference, now } = turn;
  const changed = after.parts.filter(
    (part) => JSON.stringify(part) !== JSON.stringify(before.parts.find((one) => one.id === part.id)),
  );
  const ids = changed.map((part) => part.id);
  await Promise.all([
    moveMoments(tx, { reference, request: after.request, now }, changed),
    dropReminders(tx, ids),
    takeBack(tx, ids),
    after.request.state === 'withdrawn'
      ? setDue(tx, 'publish', [{ subjectId: after.request.id, at: null }])
      : undefined,
  ]);
};
