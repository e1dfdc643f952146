/** What the questions of an act on a team need to know. */
import type { LoadedTeam } from '#db/team/team.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import { bothOf } from '#domain/permission/team.ts';
import type { Reference } from '#domain/reference.ts';
import type { TeamAct } from '#domain/team/acts.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export type TeamSubject = { readonly act: TeamAct; readonly teamId: number; readonly target: string };

export type TeamActContext = {
  readonly reference: Reference;
  readonly act: TeamAct;
  readonly target: string;
  readonly team: LoadedTeam;
  /** Whoever acts, and those for whom he stands in. */
  readonly both: readonly PersonId[];
  readonly actorName: string;
  readonly now: Millis;
  readonly day: IsoDate;
};

/** The team is under its lock, and the person may do the act. */
export type TeamReady = {
  readonly turn: MemberTurn;
  readonly team: LoadedTeam;
  readonly subject: TeamSubject;
  readonly answers: Answers;
  /** In whose place the person acts; null: in his own right. */
  readonly actingFor: PersonId | null;
};

export const contextOf = (turn: MemberTurn, team: LoadedTeam, { act, target }: TeamSubject): TeamActContext => ({
  reference: turn.reference,
  ...{ act, target, team, now: turn.now, day: dateOf(turn.now) },
  both: bothOf({ directory: turn.reference.directory, personId: turn.person.id, team, day: dateOf(turn.now) }),
  actorName: `${turn.person.name}, ${turn.person.title}`,
});

export const textIn = (answers: Answers, key: string): string =>
  typeof answers[key] === 'string' ? String(answers[key]) : '';
