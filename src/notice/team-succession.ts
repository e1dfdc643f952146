/** A team has gone on to the unit that took over from the one that decided it: those concerned hear of it. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Duty } from '#domain/duty/duty.ts';
import { decidersOf } from '#domain/duty/hands.ts';
import type { Reference } from '#domain/reference.ts';
import { handsOf } from '#domain/request/hands.ts';
import type { Team } from '#domain/team/team.ts';
import { answerableFor } from '#domain/team/told.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Notice, type Post, pick } from '#runtime/handler.ts';
import { passedDutyLines } from '#text/duty/card.ts';
import { teamTexts } from '#text/team/card.ts';
import { teamPassedLines } from '#text/team/succession.ts';
import { dutyChoices } from './duty.ts';
import { showTeamAction } from './team.ts';

type PassedTeam = {
  readonly before: Team;
  readonly after: Team;
  /** What its findings ask for, and is owed to another unit now. */
  readonly duties: readonly { readonly before: Duty; readonly after: Duty }[];
};

type Told = {
  readonly reference: Reference;
  readonly now: Millis;
  /** Hears of it as the answer to what he did; null: by rule. */
  readonly actor: PersonId | null;
  readonly reason: string | null;
};

export const teamPassedNotices = (passed: PassedTeam, told: Told): readonly (Notice | Post)[] => {
  const { before, after, duties } = passed;
  const { reference, now, actor } = told;
  const { directory } = reference;
  const day = dateOf(now);
  const lines = teamPassedLines(directory, { code: after.code, from: before.unitId, to: after.unitId }, told.reason);
  const people = [...after.members.map(({ personId }) => personId), ...answerableFor(directory, after, day)];
  const choices = [[pick(showTeamAction, teamTexts.open, { teamId: after.id })]];
  return [
    ...[...new Set(people)]
      .filter((to) => to !== actor)
      .map((to): Notice => ({ to, class: 'urgent', say: { lines, choices } })),
    ...(after.group === null
      ? []
      : [
          {
            place: { channel: after.group.channel, address: after.group.address },
            class: 'urgent',
            say: { lines },
          } satisfies Post,
        ]),
    ...duties.flatMap((duty) =>
      [...new Set([...handsOf(directory, duty.after, day), ...decidersOf(directory, duty.after, day)])].map(
        (to): Notice => ({
          ...{ to, class: 'urgent' },
          say: {
            lines: passedDutyLines(directory, duty.before, duty.after),
            choices: dutyChoices(to, { directory, duty: duty.after, now }),
          },
        }),
      ),
    ),
  ];
};
