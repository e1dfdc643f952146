/** A change of the directory: allowed at once, proposed to a second administrator, or refused. */

import { readReference } from '#db/directory/reference.ts';
import { lockStream } from '#db/fact.ts';
import { insertProposal } from '#db/people/proposal.ts';
import { secondsFor } from '#domain/directory/administer.ts';
import type { Step } from '#domain/directory/step.ts';
import { weigh } from '#domain/directory/weigh.ts';
import { type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type MemberTurn, type Notice, type Outcome, pick, type Say } from '#runtime/handler.ts';
import { namedWithOffice } from '#text/people/address.ts';
import { done, proposalLines, proposed, stepWords, texts } from '#text/people/admin.ts';
import { sayRefusal } from '#text/refusals.ts';
import { decideAction, personAction } from './actions.ts';
import { apply } from './apply.ts';
import { record } from './record.ts';

/** Whether the change may be made by this person and makes sense: asked by questions of forms too. */
export const judge = (turn: MemberTurn, step: Step): Result<'at_once' | 'with_second'> => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const may = weigh(turn.reference, turn.person.id, step, day);
  if (!may.ok) return may;
  const personId = 'personId' in step ? step.personId : null;
  const hasSecond = secondsFor(directory, { proposerId: turn.person.id, personId }, day).length > 0;
  return may.value === 'with_second' && !hasSecond ? refused('admin.no_second') : may;
};

export const carryOut = async (turn: MemberTurn, step: Step): Promise<Outcome> => {
  // Changes of the directory go one after the other, and each is judged by what the last one left.
  await lockStream(turn.tx, 'directory');
  const way = judge({ ...turn, reference: await readReference(turn.tx) }, step);
  if (!way.ok) return { say: [{ lines: sayRefusal(way) }] };
  if (way.value === 'with_second') return propose(turn, step);
  const applied = await apply(turn, step, turn.person.id);
  if (!applied.ok) return { say: [{ lines: sayRefusal(applied) }] };
  const { lines, notices } = applied.value;
  const words = stepWords(turn.reference.directory, step, dateOf(turn.now));
  return { say: [{ lines: [...done(words), ...lines], choices: backTo(step) }], notices };
};

export const backTo = (step: Step): NonNullable<Say['choices']> =>
  'personId' in step ? [[pick(personAction, texts.back, { personId: step.personId })]] : [];

const propose = async (turn: MemberTurn, step: Step): Promise<Outcome> => {
  const personId = 'personId' in step ? step.personId : null;
  const proposalId = await insertProposal(turn.tx, { personId, proposerId: turn.person.id, step }, turn.now);
  await record(turn, [{ kind: 'change_proposed', data: { proposalId, change: step.kind, ...of(step) } }]);
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const seconds = secondsFor(directory, { proposerId: turn.person.id, personId }, day);
  const notices = seconds.map(
    (to): Notice => ({
      to,
      class: 'urgent',
      say: proposalSay(turn, { id: proposalId, proposerId: turn.person.id, step }),
    }),
  );
  return { say: [{ lines: proposed(stepWords(directory, step, day)), choices: backTo(step) }], notices };
};

/** The data of the fact: who is concerned, and where. */
const of = (step: Step): Record<string, string | number> => ({
  ...('personId' in step ? { personId: step.personId } : {}),
  ...('unitId' in step ? { unitId: step.unitId, role: step.role } : {}),
});

export const proposalSay = (
  { reference: { directory }, now }: MemberTurn,
  proposal: { readonly id: number; readonly proposerId: number; readonly step: Step },
): Say => {
  const day = dateOf(now);
  const proposer = directory.people.get(proposal.proposerId);
  const by = proposer === undefined ? '' : namedWithOffice(directory, proposer, day);
  const choice = (label: string, agreed: boolean) => pick(decideAction, label, { proposalId: proposal.id, agreed });
  return {
    lines: proposalLines(stepWords(directory, proposal.step, day), by),
    choices: [[choice(texts.agree, true), choice(texts.refuse, false)]],
  };
};
