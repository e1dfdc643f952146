/** /uyquyen: who stands in for me, for whom I do, and for the people I lead; ended by any of these. */

import { lockStream } from '#db/fact.ts';
import { endDelegation, readDelegations } from '#db/people/delegation.ts';
import { mayEndDelegation } from '#domain/directory/delegation.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { descriptions } from '#text/commands.ts';
import { delegationsLines, delegationTexts, endedLines } from '#text/people/delegation.ts';
import { sayRefusal } from '#text/refusals.ts';
import { personName } from '#text/request/card.ts';
import { record } from '../admin/record.ts';
import { delegateAction, endDelegationAction } from './actions.ts';
import { openDelegation } from './delegate.ts';
import { toAll } from './told.ts';

const showAll = async (turn: MemberTurn): Promise<Outcome> => {
  const { directory } = turn.reference;
  const today = dateOf(turn.now);
  const mine = directory.delegations.filter(
    (one) => one.validTo >= today && mayEndDelegation(directory, turn.person.id, one, today),
  );
  const name = (id: number): string => personName(directory, id);
  const choices = [
    [pick(delegateAction, delegationTexts.add, {})],
    ...mine.map(({ id, fromId, toId }) => [
      pick(endDelegationAction, delegationTexts.end(name(fromId), name(toId)), { id }),
    ]),
  ];
  return { say: [{ lines: delegationsLines(directory, mine), choices }], inPrivate: true };
};

export const delegationCommand: Command = {
  word: 'uyquyen',
  aliases: ['uy quyen'],
  takesWords: false,
  inMenu: true,
  description: descriptions.uyquyen,
  places: ['private'],
  run: (turn, words) => (words.trim() === '' ? showAll(turn) : openDelegation(turn, words)),
};

export const endOne = on(endDelegationAction, async (turn, { id }) => {
  const { directory } = turn.reference;
  const today = dateOf(turn.now);
  await lockStream(turn.tx, 'directory');
  const one = (await readDelegations(turn.tx)).find((each) => each.id === id);
  if (one === undefined || one.validTo < today || !mayEndDelegation(directory, turn.person.id, one, today)) {
    return { toast: sayRefusal(refused('delegate.gone')).join(' ') };
  }
  await endDelegation(turn.tx, id, turn.person.id, turn.now);
  await record(turn, [{ kind: 'delegation_ended', data: { id, fromId: one.fromId, toId: one.toId } }]);
  const lines = endedLines(directory, one);
  return { say: [{ lines }], notices: toAll(turn, one, lines) };
});
