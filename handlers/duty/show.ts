/** The card of a duty, its history, its files. */

import type { LoadedDuty } from '#db/duty/duty.ts';
import { filesOfDuty } from '#db/duty/file.ts';
import { factsOf } from '#db/fact.ts';
import { hasStandingRole, worksFor } from '#domain/directory/directory.ts';
import { type DutyFactKind, dutyStream } from '#domain/duty/decide.ts';
import { plansFor } from '#domain/team/may.ts';
import { dateOf } from '#domain/time.ts';
import { type MemberTurn, on, pick, type Say } from '#runtime/handler.ts';
import { dutyActChoices, dutyFilesAction, dutyHistoryAction, showDutyAction } from '#src/notice/duty.ts';
import { followFindingAction } from '#src/notice/team.ts';
import { dutyCard } from '#text/duty/card.ts';
import { dutyHistory } from '#text/duty/history.ts';
import { dutyTexts } from '#text/duty/words.ts';
import { sayRefusal } from '#text/refusals.ts';
import { followTexts } from '#text/team/follow.ts';
import { askedBy, loadDuty } from './load.ts';

export const sayDuty = async (turn: MemberTurn, duty: LoadedDuty): Promise<Say> => {
  const files = await filesOfDuty(turn.tx, duty.id);
  const dutyId = duty.id;
  const open = files.length === 0 ? [] : [pick(dutyFilesAction, dutyTexts.files(files.length), { dutyId })];
  return {
    lines: dutyCard(turn.reference.directory, duty, turn.now),
    choices: [
      dutyActChoices(askedBy(turn, duty)),
      followChoice(turn, duty),
      [pick(dutyHistoryAction, dutyTexts.history, { dutyId }), ...open],
    ],
  };
};

/** A finding is looked at again by a team of its own, planned by whoever may plan one. */
const followChoice = ({ reference, person, now }: MemberTurn, { findingId, state }: LoadedDuty) =>
  findingId === null ||
  (state !== 'open' && state !== 'proved') ||
  plansFor(reference.directory, person.id, dateOf(now)) === null
    ? []
    : [pick(followFindingAction, followTexts.followOne, { findingId })];

export const showDuty = on(showDutyAction, async (turn, { dutyId }) => {
  const found = await loadDuty(turn, dutyId);
  return found.ok
    ? { say: [await sayDuty(turn, found.value)], inPrivate: true }
    : { toast: sayRefusal(found).join(' ') };
});

export const showDutyHistory = on(dutyHistoryAction, async (turn, { dutyId }) => {
  const found = await loadDuty(turn, dutyId);
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const isInside = seesInside(turn, found.value);
  const facts = (await factsOf(turn.tx, dutyStream(dutyId)))
    .map((fact) => ({ ...fact, kind: fact.kind as DutyFactKind })) // written by the acts only
    .filter(({ kind }) => isInside || !INNER.has(kind));
  const lines = dutyHistory(turn.reference.directory, found.value.title, facts);
  return { say: [{ lines, choices: [[pick(showDutyAction, dutyTexts.open, { dutyId })]] }], inPrivate: true };
});

/** Of the unit that owes it, as of a part: the other side reads neither who was given it nor who is silent about it. */
const INNER: ReadonlySet<DutyFactKind> = new Set(['duty_assigned', 'duty_muted', 'duty_postponed', 'duty_unmuted']);

const seesInside = ({ reference: { directory }, person, now }: MemberTurn, { unitId }: LoadedDuty): boolean =>
  worksFor(directory, person.id, unitId, dateOf(now)) || hasStandingRole(directory, person.id, 'auditor', dateOf(now));

export const showDutyFiles = on(dutyFilesAction, async (turn, { dutyId }) => {
  const found = await loadDuty(turn, dutyId);
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const stored = (await filesOfDuty(turn.tx, dutyId)).filter(({ state }) => state === 'stored');
  if (stored.length === 0) return { toast: dutyTexts.noFiles };
  const files = stored.map(({ id: fileId, name, mime, size }) => ({
    ...{ fileId, name, mime, size, picture: mime.startsWith('image/') },
  }));
  return { say: [{ lines: [dutyTexts.filesOf], files }], inPrivate: true };
});
