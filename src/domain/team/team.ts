/** An inspection team: what was planned, who is in it, when it goes where. Words of DESIGN: team, finding. */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { DocNumber } from '#domain/document/number.ts';
import type { IsoDate, Millis } from '#domain/time.ts';

export type TeamState = 'planned' | 'decided' | 'running' | 'minuted' | 'ended' | 'cancelled';

/** Thanh tra and kiểm tra: the law counts each for itself. */
export const TEAM_KINDS = ['check', 'inspection'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

export const TEAM_ROLES = ['leader', 'deputy', 'secretary', 'member'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export type Member = { readonly personId: PersonId; readonly unitId: UnitId; readonly role: TeamRole };

/** What is looked at: the code of a checklist template, whatever its version. */
export type Topic = string;

/** One day on site. */
export type TeamDay = {
  readonly id: number;
  readonly day: IsoDate;
  /** Of the day. */
  readonly minute: number;
  readonly place: string;
  /** Documents to bring; empty: none. */
  readonly bring: string;
};

/** The decision to inspect, as its paper says. */
export type TeamDecision = { readonly number: DocNumber; readonly date: IsoDate; readonly signer: string };

/** Why a second one in a year is lawful: clear signs of a violation, in words, with the document that says so. */
export type YearlyException = {
  readonly ground: string;
  readonly number: DocNumber;
  /** Null: not allowed yet. */
  readonly allowedBy: PersonId | null;
};

export type TiedGroup = { readonly channel: string; readonly address: string; readonly title: string };

export type Team = {
  readonly id: number;
  readonly code: string;
  readonly state: TeamState;
  readonly kind: TeamKind;
  readonly topics: readonly Topic[];
  /** The unit that decides. */
  readonly unitId: UnitId;
  /** That planned and decided it, where another has taken its place since. */
  readonly formerUnitId: UnitId | null;
  readonly plannerId: PersonId;
  /** In whose place he planned it; null: in his own right. */
  readonly plannedFor: PersonId | null;
  /** The period examined. */
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  readonly enterpriseIds: readonly number[];
  readonly members: readonly Member[];
  readonly days: readonly TeamDay[];
  readonly decision: TeamDecision | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Millis | null;
  readonly exception: YearlyException | null;
  readonly group: TiedGroup | null;
  readonly announcedAt: Millis | null;
  readonly endedAt: Millis | null;
  /** The finding of another team that it looks at again. */
  readonly followsFinding: number | null;
};

export const memberOf = ({ members }: Pick<Team, 'members'>, personId: PersonId): Member | null =>
  members.find((member) => member.personId === personId) ?? null;

export const leaderOf = ({ members }: Pick<Team, 'members'>): Member | null =>
  members.find((member) => member.role === 'leader') ?? null;

/** Those who answer for the team: they hear first of what happens to it. */
export const headsOfTeam = ({ members }: Pick<Team, 'members'>): readonly PersonId[] =>
  members.filter(({ role }) => role === 'leader' || role === 'secretary').map(({ personId }) => personId);

export const dayOn = ({ days }: Pick<Team, 'days'>, day: IsoDate): TeamDay | null =>
  days.find((one) => one.day === day) ?? null;

/** The calendar year it counts for. */
export const yearOf = (days: readonly { readonly day: IsoDate }[]): number => Number((days[0]?.day ?? '0').slice(0, 4));
