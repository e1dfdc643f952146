/** Whoever is not let in: one neutral sentence, or the link of an account by a person's own one-time code. */
import { linkAccount } from '#db/people/account.ts';
import { type Account, accountById, accountsOf, setWaiting } from '#db/people/account-state.ts';
import { noteDataNotice, useInvitation } from '#db/people/invitation.ts';
import { noteWrongCode, wrongCodesSince } from '#db/people/wrong-code.ts';
import { administratorsOf } from '#domain/directory/administer.ts';
import { homeUnitOf, type Person } from '#domain/directory/directory.ts';
import { GUESS_WINDOW_MS, guessingRefusal } from '#domain/directory/guessing.ts';
import { type Refusal, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Notice, type Outcome, pick, type Turn } from '#runtime/handler.ts';
import { hashOfCode, readCode } from '#src/ids.ts';
import { asksToReplace, banned, leftUs, someoneAsked, waits } from '#text/people/accounts.ts';
import { namedWithOffice } from '#text/people/address.ts';
import { texts as adminTexts } from '#text/people/admin.ts';
import { DATA_NOTICE_VERSION, dataNotice } from '#text/people/data.ts';
import { phoneTexts } from '#text/people/phone.ts';
import { texts } from '#text/people.ts';
import { sayRefusal } from '#text/refusals.ts';
import { rejectAccountAction, stepAction } from './admin/actions.ts';
import { recordBy } from './admin/record.ts';
import { givePhoneAction } from './data/actions.ts';
import { menuAction } from './menu.ts';

export const guest = async (turn: Turn): Promise<Outcome> => {
  const { content } = turn.event;
  const account = await accountById(turn.tx, turn.accountId);
  if (account?.bannedAt !== null) return { say: [{ lines: banned }] };
  // Codes are only taken in private: in a group everybody would read them.
  const typed = turn.place === 'private' && content.kind === 'text' ? content.text : '';
  const code = /^\s*\/?start\s+(\S.*)$/i.exec(typed)?.[1] ?? (readCode(typed) === null ? '' : typed);
  return code === '' ? { say: [{ lines: sentenceFor(turn, account) }] } : linkBy(turn, code);
};

/** In a group nobody learns how somebody stands to us. */
const sentenceFor = (turn: Turn, account: Account): readonly string[] => {
  if (turn.place === 'group') return texts.stranger;
  if (account.waitsFor !== null) return waits;
  return account.personId === null ? texts.stranger : leftUs;
};

const linkBy = async (turn: Turn, typed: string): Promise<Outcome> => {
  const guesser = { accountId: turn.accountId, channel: turn.event.channel };
  const tooMany = guessingRefusal(await wrongCodesSince(turn.tx, guesser, turn.now - GUESS_WINDOW_MS));
  if (tooMany !== null) return refuse(tooMany);
  const code = readCode(typed);
  const used = code === null ? null : await useInvitation(turn.tx, hashOfCode(code), turn.accountId, turn.now);
  const person = used === null ? undefined : turn.reference.directory.people.get(used.personId);
  if (used === null || person === undefined) {
    await noteWrongCode(turn.tx, guesser, turn.now);
    // Wrong, used and expired read the same to a stranger: a guess learns nothing.
    return refuse(refused('invite.unknown'));
  }
  const accounts = await accountsOf(turn.tx, person.id);
  const hasOne = accounts.some((one) => one.personId === person.id && isUsedHere(turn, one));
  return hasOne ? waitForAdmin(turn, person) : link(turn, person);
};

/** An account that nobody has spoken from is nobody's yet: there is nothing to replace. */
const isUsedHere = (turn: Turn, account: Account): boolean =>
  account.channel === turn.event.channel && account.id !== turn.accountId && account.hasSpoken;

const refuse = (refusal: Refusal): Outcome => ({ say: [{ lines: sayRefusal(refusal) }] });

const link = async (turn: Turn, person: Person): Promise<Outcome> => {
  const unit = homeUnitOf(turn.reference.directory, person.id, dateOf(turn.now));
  const { channel } = turn.event;
  await Promise.all([
    linkAccount(turn.tx, turn.accountId, person.id, turn.now),
    noteDataNotice(turn.tx, { personId: person.id, version: DATA_NOTICE_VERSION, at: turn.now, channel }),
    recordBy(turn, person.id, [{ kind: 'account_linked', data: { personId: person.id, accountId: turn.accountId } }]),
  ]);
  return {
    say: [
      {
        lines: [...texts.welcome(person, unit?.name ?? null), '', ...dataNotice(turn.now)],
        choices: [
          [pick(menuAction, texts.menu, {})],
          ...(turn.writesToPhones ? [[pick(givePhoneAction, phoneTexts.phone, {})]] : []),
        ],
      },
    ],
  };
};

/** Somebody with a code wants to take the place of a linked account: the code may have come into wrong hands. */
const waitForAdmin = async (turn: Turn, person: Person): Promise<Outcome> => {
  const { directory } = turn.reference;
  const { channel } = turn.event;
  const day = dateOf(turn.now);
  const params = { personId: person.id, accountId: turn.accountId };
  await Promise.all([
    setWaiting(turn.tx, turn.accountId, person.id),
    recordBy(turn, null, [{ kind: 'account_waits', data: params }]),
  ]);
  const toAdmins = administratorsOf(directory, person.id, 'confirm_account', day).map(
    (to): Notice => ({
      to,
      class: 'urgent',
      say: {
        lines: asksToReplace(person, namedWithOffice(directory, person, day), channel),
        choices: [
          [
            pick(stepAction, adminTexts.confirm, { step: { kind: 'confirm_account', ...params } }),
            pick(rejectAccountAction, adminTexts.reject, params),
          ],
        ],
      },
    }),
  );
  const toOld: Notice = { to: person.id, class: 'urgent', say: { lines: someoneAsked(channel) } };
  return { say: [{ lines: waits }], notices: [...toAdmins, toOld] };
};
