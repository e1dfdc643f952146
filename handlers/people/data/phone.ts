/** Số điện thoại nhận tin: typed, its purpose shown, kept only after Đồng ý; changed and withdrawn at any time. */

import { forgetWords } from '#db/chat/inbox.ts';
import type { Cipher } from '#db/cipher.ts';
import { dropPhone, keepPhone, openPhone, sealPhone } from '#db/people/private-phone.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import { readPhone } from '#domain/directory/phone.ts';
import { ok, refused } from '#domain/result.ts';
import type { Answers, Field } from '#forms/define.ts';
import { type FormHandler, type MemberTurn, on } from '#runtime/handler.ts';
import { PHONE_PURPOSE_VERSION, phoneTexts } from '#text/people/phone.ts';
import { record } from '../admin/record.ts';
import { givePhoneAction, withdrawPhoneAction } from './actions.ts';

const FORM = 'people.phone';

export const givePhone = on(givePhoneAction, async () => ({
  form: { kind: 'open', formId: FORM, subject: '', answers: {} },
}));

type Context = { readonly cipher: Cipher; readonly me: PersonId };

/** Sealed already as an answer: a form that is left open holds no number that can be read. */
const sealedIn = (answers: Answers): Buffer => Buffer.from(String(answers.number), 'base64');
const openedIn = (answers: Answers, { cipher, me }: Context): string | null => openPhone(cipher, me, sealedIn(answers));

const number: Field<Context> = {
  key: 'number',
  label: phoneTexts.phone,
  ask: () => ({ lines: phoneTexts.ask, options: [] }),
  parse: (input, _answers, { cipher, me }) => {
    const phone = input.kind === 'text' ? readPhone(input.text) : null;
    return phone === null ? refused('phone.unreadable') : ok(sealPhone(cipher, me, phone).toString('base64'));
  },
  fits: (_value, answers, context) => openedIn(answers, context) !== null,
};

const consent: Field<Context> = {
  key: 'agreed',
  label: phoneTexts.agreeLabel,
  ask: (answers, context) => ({
    lines: phoneTexts.purpose(openedIn(answers, context)),
    options: [[{ label: phoneTexts.agree, value: true }]],
  }),
  parse: (input) => (input.kind === 'option' && input.value === true ? ok(true) : refused('phone.agree')),
};

export const phoneHandler: FormHandler<Context> = {
  form: { id: FORM, version: 1, fields: [number, consent] },
  context: async ({ tx, event, person, cipher, atEnd }) => {
    // What is typed here is a number, right or wrong: its event stays known, its words do not.
    atEnd(() => forgetWords(tx, event));
    return ok({ cipher, me: person.id });
  },
  complete: async (turn, open, context) => {
    const end = { kind: 'end', id: open.id } as const;
    await keepPhone(turn.tx, context.me, sealedIn(open.answers), turn.now);
    const data = { personId: context.me, version: PHONE_PURPOSE_VERSION };
    await record(turn, [{ kind: 'phone_agreed', data }]);
    return { say: [{ lines: phoneTexts.kept(openedIn(open.answers, context) ?? '') }], form: end };
  },
};

export const withdrawPhone = on(withdrawPhoneAction, async (turn) => ({
  say: [{ lines: (await forgetPhone(turn)) ? phoneTexts.withdrawn : phoneTexts.none }],
}));

/** @returns whether there was one */
export const forgetPhone = async (turn: MemberTurn): Promise<boolean> => {
  const personId = turn.person.id;
  if (!(await dropPhone(turn.tx, personId))) return false;
  await record(turn, [{ kind: 'phone_withdrawn', data: { personId } }]);
  return true;
};
