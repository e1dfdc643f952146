/** /yeucau: opens the form of a new request, filled in with what a sentence says. */
import { knownTo } from '#handlers/known.ts';
import { understand } from '#reading/understand.ts';
import { offerResume } from '#runtime/form-actions.ts';
import { type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { newRequestAction } from '#src/notice/actions.ts';
import { descriptions } from '#text/commands.ts';
import { texts } from '#text/request/screens.ts';
import { understoodHead } from '#text/request/sentence.ts';
import { FILE_FORM } from './file.form.ts';
import { fileContext } from './file-context.ts';
import { answersFrom } from './sentence-draft.ts';
import { understoodItems } from './sentence-lines.ts';

/** As an answer to what a person wrote it is about that: whom and by when is said here, and what is said there. */
export const startRequest = async (turn: MemberTurn, typed: string): Promise<Outcome> => {
  const about = repliedTo(turn);
  const draft = turn.forms.find((form) => form.formId === FILE_FORM);
  if (draft !== undefined) {
    const resume = offerResume(draft);
    const fresh = pick(newRequestAction, texts.startOver, { subject: typed, about });
    return { say: [{ ...resume, choices: [[...(resume.choices ?? []).flat(), fresh]] }] };
  }
  return openNew(turn, typed, about);
};

const repliedTo = ({ event: { quoted } }: MemberTurn): string =>
  quoted === null || quoted.fromBot ? '' : quoted.text.trim();

const openNew = async (turn: MemberTurn, words: string, about: string): Promise<Outcome> => {
  const context = await fileContext(turn);
  const isEmpty = words.trim() === '' && about === '';
  // Opened all the same where the person may not file: the form says why.
  if (isEmpty || !context.ok) return { form: { kind: 'open', formId: FILE_FORM, subject: '', answers: {} } };
  const known = await knownTo(turn);
  const said = (text: string) => ({ text, read: understand(text, known, 'file') });
  const answers = answersFrom(said(words), about === '' ? null : said(about), context.value);
  const items = understoodItems(answers, context.value);
  return {
    say: items.length === 0 ? [] : [{ lines: understoodHead(items) }],
    form: { kind: 'open', formId: FILE_FORM, subject: '', answers },
  };
};

export const newRequest = on(newRequestAction, (turn, { subject, about }) => openNew(turn, subject, about));

export const requestCommand: Command = {
  word: 'yeucau',
  aliases: ['yeu cau', 'de nghi phoi hop', 'yeu cau phoi hop'],
  takesWords: false,
  inMenu: true,
  description: descriptions.yeucau,
  places: ['private', 'group'],
  run: startRequest,
};
