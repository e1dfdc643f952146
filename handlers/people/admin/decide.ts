/** The second administrator: agrees to what another has proposed, or does not; never his own, never about himself. */

import { readReference } from '#db/directory/reference.ts';
import { lockStream } from '#db/fact.ts';
import { decideProposal, lockProposal, openProposals } from '#db/people/proposal.ts';
import { mayConfirm } from '#domain/directory/administer.ts';
import type { Step } from '#domain/directory/step.ts';
import { weigh } from '#domain/directory/weigh.ts';
import { type Refusal, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type MemberTurn, type Notice, type Outcome, on } from '#runtime/handler.ts';
import { decided, decidedByMe, stepWords, texts } from '#text/people/admin.ts';
import { sayRefusal } from '#text/refusals.ts';
import { decideAction, proposalsAction } from './actions.ts';
import { type Applied, apply } from './apply.ts';
import { proposalSay } from './carry-out.ts';
import { record } from './record.ts';
import { stepSchema } from './step.ts';

export const decide = on(decideAction, async (asked, { proposalId, agreed }) => {
  await lockStream(asked.tx, 'directory');
  // Judged by what the change before has left.
  const turn = { ...asked, reference: await readReference(asked.tx) };
  const proposal = await lockProposal(turn.tx, proposalId);
  if (proposal === null) return refuse(refused('admin.decided'));
  const may = mayConfirm(turn.reference.directory, proposal, turn.person.id, dateOf(turn.now));
  if (!may.ok) return refuse(may);
  const step = stepSchema.parse(proposal.step);
  const applied = agreed ? await applyOf(turn, step, proposal.proposerId) : null;
  const state = applied === null ? 'refused' : stateOf(applied);
  await decideProposal(turn.tx, proposalId, { state, by: turn.person.id, at: turn.now });
  await record(turn, [{ kind: `change_${state}`, data: { proposalId, proposedBy: proposal.proposerId } }]);
  return applied === null || applied.ok
    ? outcomeOf(turn, step, proposal.proposerId, applied?.value ?? null)
    : refuse(applied);
});

const stateOf = (applied: Result<Applied>): 'agreed' | 'void' => (applied.ok ? 'agreed' : 'void');

/** What was allowed when it was proposed must still be: the proposer may be no admin any more, the unit ended. */
const applyOf = async (turn: MemberTurn, step: Step, proposerId: number): Promise<Result<Applied>> => {
  const may = weigh(turn.reference, proposerId, step, dateOf(turn.now));
  return may.ok ? apply(turn, step, proposerId) : may;
};

const outcomeOf = (turn: MemberTurn, step: Step, proposerId: number, applied: Applied | null): Outcome => {
  const words = stepWords(turn.reference.directory, step, dateOf(turn.now));
  const agreed = applied !== null;
  // The code goes to whoever asked for it and hands it on.
  const told: Notice = {
    to: proposerId,
    class: 'urgent',
    say: { lines: [...decided(words, agreed), ...(applied?.lines ?? [])] },
  };
  return { say: [{ lines: decidedByMe(agreed, words) }], notices: [told, ...(applied?.notices ?? [])] };
};

const refuse = (refusal: Refusal): Outcome => ({ say: [{ lines: sayRefusal(refusal) }] });

export const proposals = on(proposalsAction, async (turn) => {
  const open = await openProposals(turn.tx);
  const mine = open.filter((one) => mayConfirm(turn.reference.directory, one, turn.person.id, dateOf(turn.now)).ok);
  if (mine.length === 0) return { say: [{ lines: texts.nothingWaits }] };
  return { say: mine.map((one) => proposalSay(turn, { ...one, step: stepSchema.parse(one.step) })) };
});
