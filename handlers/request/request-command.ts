/** /yeucau: opens the form of a new request; one sentence after it becomes the subject. */
import { offerResume } from '#runtime/form-actions.ts';
import { type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { newRequestAction } from '#src/notice/actions.ts';
import { descriptions } from '#text/commands.ts';
import { texts } from '#text/request/screens.ts';
import { FILE_FORM } from './file.form.ts';

export const startRequest = (turn: MemberTurn, words: string): Outcome => {
  const draft = turn.forms.find((form) => form.formId === FILE_FORM);
  if (draft !== undefined) {
    const resume = offerResume(draft);
    const fresh = pick(newRequestAction, texts.startOver, { subject: words });
    return { say: [{ ...resume, choices: [[...(resume.choices ?? []).flat(), fresh]] }] };
  }
  return openNew(words);
};

const openNew = (words: string): Outcome => ({
  form: { kind: 'open', formId: FILE_FORM, subject: '', answers: words === '' ? {} : { subject: words } },
});

export const newRequest = on(newRequestAction, async (_turn, { subject }) => openNew(subject));

export const requestCommand: Command = {
  word: 'yeucau',
  aliases: ['yeu cau', 'de nghi phoi hop', 'yeu cau phoi hop'],
  takesWords: false,
  inMenu: true,
  description: descriptions.yeucau,
  places: ['private', 'group'],
  run: async (turn, words) => startRequest(turn, words),
};
