/** /quantri: the menu, the people of the admin's units in pages, and one of them found by name. */

import { waitingAccounts } from '#db/people/account-state.ts';
import { openDataRequests } from '#db/people/data-request.ts';
import { openProposals } from '#db/people/proposal.ts';
import { managedPeople, mayAdminister, mayConfirm } from '#domain/directory/administer.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { parseText } from '#forms/fields.ts';
import {
  type Choice,
  type Command,
  type FormHandler,
  type MemberTurn,
  type Outcome,
  on,
  pick,
} from '#runtime/handler.ts';
import { importMenuAction } from '#src/notice/import.ts';
import { descriptions } from '#text/commands.ts';
import { chatTexts as importWords } from '#text/import/words.ts';
import { key } from '#text/key.ts';
import { listedPerson, texts } from '#text/people/admin.ts';
import { sayRefusal } from '#text/refusals.ts';
import { dataRequestsAction } from '../data/actions.ts';
import {
  accountsAction,
  aliasesAction,
  calendarAction,
  changeAction,
  failedAction,
  findAction,
  listAction,
  personAction,
  proposalsAction,
  queueAction,
} from './actions.ts';
import { mayChange } from './calendar.ts';
import { subjectOf } from './change-step.ts';
import { seesQueue } from './sends.ts';

const PAGE = 8;

export const isAdmin = ({ reference, person, now }: MemberTurn): boolean =>
  membershipsOf(reference.directory, person.id, dateOf(now)).some((row) => row.role === 'admin');

const adminMenu = async (turn: MemberTurn): Promise<Outcome> => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const [proposals, accounts, requests] = await Promise.all([
    openProposals(turn.tx),
    waitingAccounts(turn.tx),
    openDataRequests(turn.tx),
  ]);
  const toDecide = proposals.filter((one) => mayConfirm(directory, one, turn.person.id, day).ok).length;
  const mine = (personId: number, kind: 'confirm_account' | 'correct'): boolean =>
    mayAdminister(directory, turn.person.id, { kind, personId }, day).ok;
  const toConfirm = accounts.filter((one) => one.waitsFor !== null && mine(one.waitsFor, 'confirm_account')).length;
  const toHandle = requests.filter((one) => mine(one.personId, 'correct')).length;
  const counted = (count: number, choice: Choice): Choice[] => (count === 0 ? [] : [choice]);
  return {
    say: [
      {
        lines: texts.head,
        choices: [
          [pick(listAction, texts.people, { offset: 0, words: '' }), pick(findAction, texts.find, {})],
          [pick(changeAction, texts.invite, { subject: subjectOf('invite_new', null) })],
          [pick(importMenuAction, importWords.menu, {})],
          mayChange(turn)
            ? [pick(calendarAction, texts.calendar, {}), pick(aliasesAction, texts.aliases, { offset: 0 })]
            : [],
          counted(toDecide, pick(proposalsAction, texts.proposals(toDecide), {})),
          counted(toConfirm, pick(accountsAction, texts.accounts(toConfirm), {})),
          [pick(failedAction, texts.failed, {}), ...(seesQueue(turn) ? [pick(queueAction, texts.queue, {})] : [])],
          counted(toHandle, pick(dataRequestsAction, texts.dataRequests(toHandle), {})),
        ],
      },
    ],
  };
};

const peopleList = async (turn: MemberTurn, offset: number, words: string): Promise<Outcome> => {
  if (!isAdmin(turn)) return { say: [{ lines: sayRefusal(refused('admin.none')) }] };
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const found = managedPeople(directory, turn.person.id, day)
    .filter((person) => key(person.name).includes(key(words)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || a.id - b.id);
  if (found.length === 0) return { say: [{ lines: texts.nobody(words) }] };
  const page = found.slice(offset, offset + PAGE);
  const turnPage = [
    ...(offset > 0 ? [pick(listAction, texts.earlier, { offset: Math.max(0, offset - PAGE), words })] : []),
    ...(offset + PAGE < found.length ? [pick(listAction, texts.later, { offset: offset + PAGE, words })] : []),
  ];
  return {
    say: [
      {
        lines: [
          texts.listHead(found.length, offset, words),
          ...page.map((person) => listedPerson(directory, person, day)),
        ],
        choices: [...page.map((person) => [pick(personAction, person.name, { personId: person.id })]), turnPage],
        inPlace: true,
      },
    ],
  };
};

export const adminCommand: Command = {
  word: 'quantri',
  aliases: ['quan tri'],
  takesWords: false,
  inMenu: true,
  description: descriptions.quantri,
  places: ['private'],
  shownTo: isAdmin,
  run: async (turn, words) => {
    if (!isAdmin(turn)) return { say: [{ lines: sayRefusal(refused('admin.none')) }], inPrivate: true };
    return words === '' ? adminMenu(turn) : peopleList(turn, 0, words);
  },
};

export const listPage = on(listAction, (turn, { offset, words }) => peopleList(turn, offset, words));

const FIND_FORM = 'people.find';

export const openFind = on(findAction, async () => ({
  form: { kind: 'open', formId: FIND_FORM, subject: '', answers: {} },
}));

const LONGEST_WORDS = 100;

export const findHandler: FormHandler<null> = {
  form: {
    id: FIND_FORM,
    version: 1,
    fields: [
      {
        key: 'words',
        label: texts.findLabel,
        ask: () => ({ lines: texts.askFind, options: [] }),
        parse: parseText(LONGEST_WORDS),
      },
    ],
  },
  context: async (turn) => (isAdmin(turn) ? ok(null) : refused('admin.none')),
  complete: async (turn, open) => ({
    ...(await peopleList(turn, 0, String(open.answers.words))),
    form: { kind: 'end', id: open.id },
  }),
};
