/** /ketnoi: a person's chat accounts, a code that links one more, and which of them hears of things first. */
import { z } from 'zod';
import { preferAccount } from '#db/people/account.ts';
import { type Account, accountsOf } from '#db/people/account-state.ts';
import { insertInvitation } from '#db/people/invitation.ts';
import { MINUTE } from '#domain/time.ts';
import { type Command, defineAction, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { hashOfCode, newCode } from '#src/ids.ts';
import { descriptions } from '#text/commands.ts';
import { connectTexts, linkCodeLines, listedAccount, nowPreferred } from '#text/people/connect.ts';
import { recordBy } from './admin/record.ts';

const codeAction = defineAction('account.code', z.object({}));
const preferAction = defineAction('account.prefer', z.object({ accountId: z.number() }));

/** Time to take up the other phone, and no time for a code that was left lying. */
const CODE_MS = 15 * MINUTE;

const connected = async (turn: MemberTurn): Promise<readonly Account[]> =>
  (await accountsOf(turn.tx, turn.person.id)).filter((account) => account.personId === turn.person.id);

const screen = async (turn: MemberTurn): Promise<Outcome> => {
  const accounts = await connected(turn);
  const others = accounts.filter((one) => !one.preferred && one.address !== null && one.bannedAt === null);
  return {
    say: [
      {
        lines: [...connectTexts.head, ...accounts.map(listedAccount), '', connectTexts.what],
        choices: [
          [pick(codeAction, connectTexts.getCode, {})],
          ...(accounts.length < 2
            ? []
            : others.map((one) => [pick(preferAction, connectTexts.prefer(one.channel), { accountId: one.id })])),
        ],
      },
    ],
    inPrivate: true,
  };
};

export const connectCommand: Command = {
  word: 'ketnoi',
  aliases: ['ket noi'],
  takesWords: false,
  inMenu: true,
  description: descriptions.ketnoi,
  places: ['private'],
  run: screen,
};

/** The code is shown to him who is linked already, and typed on the other account: proof that both are his. */
export const giveCode = on(codeAction, async (turn) => {
  const code = newCode();
  const expiresAt = turn.now + CODE_MS;
  const personId = turn.person.id;
  await insertInvitation(turn.tx, { codeHash: hashOfCode(code), personId, kind: 'link', now: turn.now, expiresAt });
  return { say: [{ lines: linkCodeLines(code, expiresAt, turn.inviteLinks(code)) }], inPrivate: true };
});

export const prefer = on(preferAction, async (turn, { accountId }) => {
  const chosen = (await connected(turn)).find((account) => account.id === accountId);
  if (chosen === undefined) return screen(turn);
  await preferAccount(turn.tx, turn.person.id, accountId);
  await recordBy(turn, turn.person.id, [{ kind: 'account_preferred', data: { personId: turn.person.id, accountId } }]);
  return { say: [{ lines: nowPreferred(chosen.channel) }], inPrivate: true };
});
