/** Accounts that wait for this administrator, each with the page of the person it would belong to. */
import { waitingAccounts } from '#db/people/account-state.ts';
import { mayAdminister } from '#domain/directory/administer.ts';
import { dateOf } from '#domain/time.ts';
import { on, pick } from '#runtime/handler.ts';
import { listedPerson, texts } from '#text/people/admin.ts';
import { accountsAction, personAction } from './actions.ts';

export const waitingList = on(accountsAction, async (turn) => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const ids = new Set((await waitingAccounts(turn.tx)).flatMap((account) => account.waitsFor ?? []));
  const people = [...ids]
    .filter((personId) => mayAdminister(directory, turn.person.id, { kind: 'confirm_account', personId }, day).ok)
    .flatMap((id) => directory.people.get(id) ?? []);
  if (people.length === 0) return { say: [{ lines: texts.nothingWaits }] };
  return {
    say: [
      {
        lines: people.map((person) => listedPerson(directory, person, day)),
        choices: people.map((person) => [pick(personAction, person.name, { personId: person.id })]),
      },
    ],
  };
});
