/** /dulieu: what is stored about me and on what ground, and requests to correct or delete it with the law's term. */
import { accountsOf } from '#db/people/account-state.ts';
import { insertDataRequest, storedAbout } from '#db/people/data-request.ts';
import { phoneOf } from '#db/people/private-phone.ts';
import { administratorsOf } from '#domain/directory/administer.ts';
import { dataTerm } from '#domain/directory/data-rights.ts';
import { lasting } from '#domain/directory/step.ts';
import { ok } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { parseText } from '#forms/fields.ts';
import {
  type Command,
  type FormHandler,
  type MemberTurn,
  type Notice,
  type Outcome,
  on,
  pick,
} from '#runtime/handler.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { descriptions } from '#text/commands.ts';
import { membershipWords } from '#text/people/admin.ts';
import { dataAsked, dataTexts, myData } from '#text/people/data.ts';
import { phoneTexts } from '#text/people/phone.ts';
import { record } from '../admin/record.ts';
import { askDataAction, givePhoneAction, withdrawPhoneAction } from './actions.ts';
import { dataRequestSay } from './handle.ts';
import { forgetPhone } from './phone.ts';

const showMine = async (turn: MemberTurn): Promise<Outcome> => {
  const { directory } = turn.reference;
  const [stored, accounts, phone] = await Promise.all([
    storedAbout(turn.tx, turn.person.id),
    accountsOf(turn.tx, turn.person.id),
    phoneOf(turn.tx, turn.cipher, turn.person.id),
  ]);
  const rows = lasting(directory, turn.person.id, dateOf(turn.now));
  return {
    say: [
      {
        lines: myData({
          person: turn.person,
          places: rows.map((row) => membershipWords(directory, row)),
          accounts: accounts.filter((account) => account.personId === turn.person.id),
          stored,
          phone,
        }),
        choices: [
          [
            pick(askDataAction, dataTexts.correct, { kind: 'correct' }),
            pick(askDataAction, dataTexts.delete, { kind: 'delete' }),
          ],
          ...(turn.writesToPhones ? [[pick(givePhoneAction, phoneTexts.phone, {})]] : []),
          ...(phone === null ? [] : [[pick(withdrawPhoneAction, phoneTexts.withdraw, {})]]),
        ],
      },
    ],
  };
};

export const dataCommand: Command = {
  word: 'dulieu',
  aliases: ['du lieu'],
  takesWords: false,
  inMenu: true,
  description: descriptions.dulieu,
  places: ['private'],
  run: showMine,
};

const FORM = 'people.data';

export const askData = on(askDataAction, async (_turn, { kind }) => ({
  form: { kind: 'open', formId: FORM, subject: kind, answers: {} },
}));

export const dataHandler: FormHandler<'correct' | 'delete'> = {
  form: {
    id: FORM,
    version: 1,
    fields: [
      {
        key: 'words',
        label: dataTexts.wordsLabel,
        ask: (_answers, kind) => ({ lines: dataTexts.ask[kind], options: [] }),
        parse: parseText(),
      },
    ],
  },
  context: async (_turn, subject) => ok(subject === 'delete' ? 'delete' : 'correct'),
  complete: async (turn, open, kind) => {
    const { directory, calendar } = turn.reference;
    const personId = turn.person.id;
    const end = dataTerm(calendar, kind, turn.now);
    const request = { personId, kind, words: String(open.answers.words), due: end.due };
    const id = await insertDataRequest(turn.tx, request, turn.now);
    await record(turn, [{ kind: 'data_asked', data: { requestId: id, personId, right: kind } }]);
    // What is kept by consent alone waits for no administrator.
    if (kind === 'delete') await forgetPhone(turn);
    const notices = administratorsOf(directory, personId, 'correct', dateOf(turn.now)).map(
      (to): Notice => ({ to, class: 'urgent', say: dataRequestSay(turn, { id, ...request }) }),
    );
    return { say: [{ lines: dataAsked(kind, formatDue(end)) }], notices, form: { kind: 'end', id: open.id } };
  },
};
