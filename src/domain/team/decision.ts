/** What an act on a team changes, with the facts that prove it. */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import type { TeamDecision, TeamState } from './team.ts';

export type TeamFactKind =
  | 'planned'
  | 'decided'
  | 'cancelled'
  | 'tied'
  | 'untied'
  | 'group_moved'
  | 'group_renamed'
  | 'group_left'
  | 'member_left'
  | 'members_changed'
  | 'group_rights'
  | 'announced'
  | 'attended'
  | 'rescheduled'
  | 'item_marked'
  | 'item_remarked'
  | 'item_assigned'
  | 'evidence_added'
  | 'finding_added'
  | 'minutes_drafted'
  | 'minutes_read'
  | 'minutes_reworked'
  | 'opinion_given'
  | 'enterprise_opinion'
  | 'minutes_locked'
  | 'minutes_numbered'
  | 'scan_attached'
  | 'addendum_added'
  | 'unit_succeeded'
  | 'member_unit_succeeded'
  | 'ended';

export type TeamFactDraft = {
  readonly kind: TeamFactKind;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

export type TeamChange = {
  readonly unitId?: UnitId;
  /** Null: whoever took over has decided it in its own name. */
  readonly formerUnitId?: UnitId | null;
  readonly state?: TeamState;
  readonly decision?: TeamDecision;
  readonly decidedBy?: PersonId;
  readonly decidedAt?: Millis;
  readonly exceptionBy?: PersonId;
  readonly exceptionFor?: PersonId | null;
  readonly announcedAt?: Millis;
  readonly endedAt?: Millis;
};

export type TeamStep = { readonly team?: TeamChange; readonly facts: readonly TeamFactDraft[] };

export const teamFact = (kind: TeamFactKind, data: TeamFactDraft['data'] = {}): TeamFactDraft => ({ kind, data });
