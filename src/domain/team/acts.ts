/**
 * The acts on a team as data (DESIGN 4, "Teams"): in which states, and who. `may.ts` is its only reader; it decides for
 * buttons, typed words and forged presses alike.
 */
import type { TeamState } from './team.ts';

/** In the order of their buttons: what moves the matter on comes first. */
export const TEAM_ACTS = [
  'decide',
  'announce',
  'attend',
  'check_item',
  'evidence',
  'add_finding',
  'draft_minutes',
  'read_minutes',
  'rework_minutes',
  'give_opinion',
  'enterprise_opinion',
  'lock_minutes',
  'number_minutes',
  'attach_scan',
  'add_addendum',
  'end',
  'tie',
  'untie',
  'reschedule',
  'change_members',
  'cancel',
  'succeed',
] as const;
export type TeamAct = (typeof TEAM_ACTS)[number];

export type TeamRelation =
  | 'planner'
  /** Leader of the unit that decides. */
  | 'deciding_leader'
  | 'team_leader'
  | 'deputy'
  | 'secretary'
  | 'member'
  | 'coordinator'
  | 'auditor';

export type TeamActRule = { readonly states: readonly TeamState[]; readonly who: readonly TeamRelation[] };

const ANY_MEMBER: readonly TeamRelation[] = ['team_leader', 'deputy', 'secretary', 'member'];
const HEADS: readonly TeamRelation[] = ['team_leader', 'secretary'];
const AT_WORK: readonly TeamState[] = ['decided', 'running'];

export const TEAM_ACT_RULES: Readonly<Record<TeamAct, TeamActRule>> = {
  decide: { states: ['planned'], who: ['deciding_leader'] },
  cancel: { states: ['planned', 'decided'], who: ['planner', 'deciding_leader'] },
  tie: { states: ['decided', 'running', 'minuted'], who: HEADS },
  untie: { states: ['decided', 'running', 'minuted', 'ended'], who: HEADS },
  reschedule: { states: AT_WORK, who: HEADS },
  // Whoever leads the team has left: its deciding unit fills the post.
  change_members: { states: ['planned', 'decided', 'running', 'minuted'], who: ['team_leader', 'deciding_leader'] },
  announce: { states: ['decided'], who: HEADS },
  attend: { states: AT_WORK, who: ANY_MEMBER },
  check_item: { states: ['running'], who: ANY_MEMBER },
  evidence: { states: ['running'], who: ANY_MEMBER },
  add_finding: { states: ['running'], who: ANY_MEMBER },
  // Whoever leads the team locks them, and nobody locks what he drafted.
  draft_minutes: { states: ['running'], who: ['deputy', 'secretary', 'member'] },
  read_minutes: { states: ['running'], who: HEADS },
  rework_minutes: { states: ['running'], who: HEADS },
  give_opinion: { states: ['running'], who: ANY_MEMBER },
  enterprise_opinion: { states: ['running'], who: HEADS },
  lock_minutes: { states: ['running'], who: ['team_leader'] },
  number_minutes: { states: ['running', 'minuted', 'ended'], who: HEADS },
  attach_scan: { states: ['running', 'minuted', 'ended'], who: HEADS },
  add_addendum: { states: ['running', 'minuted'], who: ANY_MEMBER },
  end: { states: ['minuted'], who: ['deciding_leader'] },
  // The unit that decides has ended: whoever counts for the whole regulation names the one that took over.
  succeed: { states: ['planned', 'decided', 'running', 'minuted', 'ended'], who: ['coordinator'] },
};
