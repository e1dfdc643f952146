/** Accounts under administration: stopped and let in again; a new one confirmed in place of the old, or turned away. */

import { failAddress } from '#db/chat/outbox.ts';
import { linkAccount } from '#db/people/account.ts';
import { type Account, accountById, setBanned, setWaiting, unlinkOthers } from '#db/people/account-state.ts';
import { mayAdminister } from '#domain/directory/administer.ts';
import type { Step } from '#domain/directory/step.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type MemberTurn, type Notice, on } from '#runtime/handler.ts';
import { accountConfirmed, rejected } from '#text/people/accounts.ts';
import { sayRefusal } from '#text/refusals.ts';
import { rejectAccountAction } from './actions.ts';
import { record } from './record.ts';

type AccountStep = Extract<Step, { kind: 'ban' | 'unban' | 'confirm_account' }>;
type Applied = { readonly lines: readonly string[]; readonly notices: readonly Notice[] };

export const changeAccount = async (turn: MemberTurn, step: AccountStep, by: number): Promise<Result<Applied>> => {
  const account = await accountById(turn.tx, step.accountId);
  if (account === null) return refused('admin.account');
  if (step.kind === 'confirm_account') return confirmAccount(turn, account, step, by);
  if (account.personId !== step.personId) return refused('admin.account');
  await setBanned(turn.tx, account.id, step.kind === 'ban' ? turn.now : null);
  // What was on its way to a stopped account does not arrive there any more.
  if (step.kind === 'ban' && account.address !== null) {
    await failAddress(turn.tx, account.channel, account.address, 'the account was stopped');
  }
  const kind = step.kind === 'ban' ? 'account_banned' : 'account_unbanned';
  await record(turn, [{ kind, data: { personId: step.personId, accountId: account.id, askedBy: by } }]);
  return ok({ lines: [], notices: [] });
};

const confirmAccount = async (
  turn: MemberTurn,
  account: Account,
  { personId }: AccountStep,
  by: number,
): Promise<Result<Applied>> => {
  if (account.waitsFor !== personId) return refused('admin.account');
  await unlinkOthers(turn.tx, account, personId);
  await linkAccount(turn.tx, account.id, personId, turn.now);
  await record(turn, [{ kind: 'account_replaced', data: { personId, accountId: account.id, askedBy: by } }]);
  return ok({ lines: [], notices: [{ to: personId, class: 'urgent', say: { lines: accountConfirmed(turn.now) } }] });
};

export const rejectAccount = on(rejectAccountAction, async (turn, { personId, accountId }) => {
  const { directory } = turn.reference;
  const may = mayAdminister(directory, turn.person.id, { kind: 'confirm_account', personId }, dateOf(turn.now));
  if (!may.ok) return { say: [{ lines: sayRefusal(may) }] };
  const account = await accountById(turn.tx, accountId);
  if (account?.waitsFor !== personId) return { say: [{ lines: sayRefusal(refused('admin.account')) }] };
  await setWaiting(turn.tx, accountId, null);
  await record(turn, [{ kind: 'account_rejected', data: { personId, accountId } }]);
  return { say: [{ lines: rejected }] };
});
