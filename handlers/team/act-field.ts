/** Fields of the one form of acts on a team: asked only when the act asks for them. */
import type { TeamAct } from '#domain/team/acts.ts';
import type { Answers, Field } from '#forms/define.ts';
import type { TeamActContext } from './act-context.ts';

const ASKS: Partial<Readonly<Record<TeamAct, readonly string[]>>> = {
  decide: ['number', 'date', 'signer'],
  cancel: ['words'],
  reschedule: ['day', 'newDay', 'hour', 'place', 'words'],
  change_members: ['change', 'old', 'person', 'role', 'words'],
  add_finding: ['words', 'due'],
  draft_minutes: ['began', 'ended', 'place', 'representative'],
  enterprise_opinion: ['words', 'signs', 'reason', 'witness'],
  number_minutes: ['number', 'date'],
  attach_scan: ['files'],
  add_addendum: ['words'],
  end: ['words'],
  succeed: ['words'],
};

/** Which ask something is decided by the act; of an opinion by what it is. */
export const asksOf = (act: TeamAct, target: string): readonly string[] => {
  if (act === 'give_opinion') return target.endsWith(':no') ? ['words'] : [];
  return ASKS[act] ?? [];
};

export type Rest = Omit<Field<TeamActContext>, 'key' | 'when'> & {
  readonly when?: (answers: Answers, context: TeamActContext) => boolean;
};

export const field = (key: string, { when, ...rest }: Rest): Field<TeamActContext> => ({
  key,
  ...rest,
  when: (answers, context) =>
    asksOf(context.act, context.target).includes(key) && (when === undefined || when(answers, context)),
});
