/** A person's page, with the acts that this administrator may do on him. */
import { type Account, accountsOf } from '#db/people/account-state.ts';
import { type Change, mayAdminister } from '#domain/directory/administer.ts';
import type { Person } from '#domain/directory/directory.ts';
import { lasting, type Step } from '#domain/directory/step.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Choice, type MemberTurn, on, pick } from '#runtime/handler.ts';
import { accountLabel, personPage, texts } from '#text/people/admin.ts';
import { sayRefusal } from '#text/refusals.ts';
import { changeAction, personAction, rejectAccountAction, stepAction } from './actions.ts';
import { type ChangeKind, subjectOf } from './change-step.ts';

export const showPerson = on(personAction, async (turn, { personId }) => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const may = mayAdminister(directory, turn.person.id, { kind: 'see', personId }, day);
  if (!may.ok) return { toast: sayRefusal(may).join(' ') };
  const person = directory.people.get(personId);
  if (person === undefined) return { toast: sayRefusal(refused('admin.person')).join(' ') };
  const accounts = await accountsOf(turn.tx, personId);
  const shown = accounts.map((account) => ({
    channel: account.channel,
    seenAt: account.seenAt,
    banned: account.bannedAt !== null,
    waits: account.waitsFor !== null,
    displayName: account.displayName,
  }));
  return {
    say: [
      {
        lines: personPage(directory, person, { rows: lasting(directory, personId, day), accounts: shown }),
        choices: [...changes(turn, person), ...accountChoices(turn, person, accounts)],
        inPlace: true,
      },
    ],
  };
});

type Kind = Extract<Change, { personId: number }>['kind'];

const allows =
  ({ reference, person: admin, now }: MemberTurn, person: Person) =>
  (kind: Exclude<Kind, PlacedKind>) =>
    mayAdminister(reference.directory, admin.id, { kind, personId: person.id }, dateOf(now)).ok;
type PlacedKind = 'add_role' | 'end_role' | 'move';

const changes = (turn: MemberTurn, person: Person): readonly (readonly Choice[])[] => {
  const may = allows(turn, person);
  const holds = lasting(turn.reference.directory, person.id, dateOf(turn.now)).length > 0;
  const step = (label: string, one: Step) => pick(stepAction, label, { step: one });
  const form = (label: string, kind: ChangeKind) => pick(changeAction, label, { subject: subjectOf(kind, person.id) });
  return [
    may('invite_again') ? [step(texts.again, { kind: 'invite_again', personId: person.id })] : [],
    may('correct') ? [form(texts.addRole, 'add_role'), form(texts.correct, 'correct')] : [],
    may('leave') && holds ? [form(texts.endRole, 'end_role'), form(texts.move, 'move')] : [],
  ];
};

const accountChoices = (
  turn: MemberTurn,
  person: Person,
  accounts: readonly Account[],
): readonly (readonly Choice[])[] => {
  const may = allows(turn, person);
  const several = accounts.length > 1;
  return accounts.map((account) => {
    const label = (text: string): string => accountLabel(text, account.channel, several);
    const params = { personId: person.id, accountId: account.id };
    const step = (text: string, kind: 'ban' | 'unban' | 'confirm_account') =>
      may(kind) ? [pick(stepAction, label(text), { step: { kind, ...params } })] : [];
    if (account.waitsFor === null) {
      return account.bannedAt === null ? step(texts.ban, 'ban') : step(texts.unban, 'unban');
    }
    const confirm = step(texts.confirm, 'confirm_account');
    return confirm.length === 0 ? [] : [...confirm, pick(rejectAccountAction, label(texts.reject), params)];
  });
};
