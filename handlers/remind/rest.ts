/** What a message of reminders counted and did not list, as it stands now, a page at a time. */
import { dutiesById } from '#db/duty/duty.ts';
import { PAGE } from '#db/request/list.ts';
import { dossiersById } from '#db/request/request.ts';
import { canSeeDuty } from '#domain/duty/may.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, type MemberTurn, on, pick } from '#runtime/handler.ts';
import { showAction, workPageAction } from '#src/notice/actions.ts';
import { openDuty } from '#src/notice/duty.ts';
import { type MatterRef, restAction } from '#src/notice/remind.ts';
import { dutyDigestLine } from '#text/duty/reminders.ts';
import { digestLine, restHead } from '#text/request/reminders.ts';
import { texts } from '#text/request/screens.ts';

export const rest = on(restAction, async (turn, { matters, beyond }) => {
  const later = matters.slice(PAGE);
  const shown = await shownOf(turn, matters.slice(0, PAGE));
  const lines = shown.flatMap(({ line }): Line[] => ['', line]);
  const choices = [...shown.map(({ open }) => [open]), ...onwards(later, beyond)];
  return { say: [{ lines: [restHead(matters.length + beyond), ...lines], choices }], inPrivate: true };
});

/** Behind the last of them the whole list of work, the latest first. */
const onwards = (later: MatterRef[], beyond: number): readonly (readonly Choice[])[] => {
  if (later.length > 0) return [[pick(restAction, texts.older, { matters: later, beyond })]];
  return beyond === 0 ? [] : [[pick(workPageAction, texts.older, { offset: 0 })]];
};

type Shown = { readonly line: Line; readonly open: Choice };

/** What he may see no more is left out: he has moved since. */
const shownOf = async (turn: MemberTurn, matters: readonly MatterRef[]): Promise<readonly Shown[]> => {
  const { directory } = turn.reference;
  const scope = scopeOf(directory, turn.person.id, dateOf(turn.now));
  const ids = { requests: new Set<number>(), duties: new Set<number>() };
  for (const one of matters) {
    if ('dutyId' in one) ids.duties.add(one.dutyId);
    else ids.requests.add(one.requestId);
  }
  const [dossiers, duties] = await Promise.all([
    dossiersById(turn.tx, [...ids.requests]),
    dutiesById(turn.tx, [...ids.duties]),
  ]);
  return matters.flatMap((one): Shown[] => {
    if ('dutyId' in one) {
      const duty = duties.find(({ id }) => id === one.dutyId);
      if (duty === undefined || !canSeeDuty(scope, duty)) return [];
      return [{ line: dutyDigestLine(directory, duty), open: openDuty(duty) }];
    }
    const dossier = dossiers.find(({ request }) => request.id === one.requestId);
    const part = dossier?.parts.find(({ id }) => id === one.partId);
    if (dossier === undefined || part === undefined || !canSee(scope, dossier, turn.now)) return [];
    const { id: requestId, code } = dossier.request;
    return [{ line: digestLine(directory, dossier.request, part), open: pick(showAction, code, { requestId }) }];
  });
};
