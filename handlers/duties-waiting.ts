/** The duties that wait for a person, a page of them: under /viec, and by themselves. */
import { dutiesWaiting } from '#db/duty/list.ts';
import { PAGE } from '#db/request/list.ts';
import { hasStandingRole, membershipsOf, withSections } from '#domain/directory/directory.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, type MemberTurn, pick } from '#runtime/handler.ts';
import { dutyPageAction, openDuty } from '#src/notice/duty.ts';
import { dutiesHead, dutyLines } from '#text/duty/card.ts';
import { dutyTexts } from '#text/duty/words.ts';
import { unitLabel } from '#text/request/card.ts';

export type WaitingDuties = { readonly lines: readonly Line[]; readonly choices: readonly (readonly Choice[])[] };

/** Null: none. */
export const waitingDuties = async (turn: MemberTurn, offset: number): Promise<WaitingDuties | null> => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const reach = {
    scope: scopeOf(directory, turn.person.id, day),
    leads: membershipsOf(directory, turn.person.id, day)
      .filter(({ role }) => role === 'head' || role === 'leader')
      .flatMap(({ unitId }) => withSections(directory, unitId)),
    coordinates: hasStandingRole(directory, turn.person.id, 'coordinator', day),
  };
  const { rows, total } = await dutiesWaiting(turn.tx, reach, offset);
  if (rows.length === 0) return null;
  const lines = rows.flatMap((duty): Line[] => ['', ...dutyLines(directory, duty, turn.now)]);
  const more = offset + PAGE < total ? [[pick(dutyPageAction, dutyTexts.more, { offset: offset + PAGE })]] : [];
  const units = new Set(rows.map(({ unitId }) => unitId));
  const open = rows.map((duty) => [openDuty(duty, units.size > 1 ? unitLabel(directory, duty.unitId) : null)]);
  return { lines: [dutiesHead(total, offset), ...lines], choices: [...open, ...more] };
};
