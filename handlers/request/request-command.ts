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

/** Without a matter of its own it is about the message that it answers, if a person wrote that. */
export const startRequest = async (turn: MemberTurn, typed: string): Promise<Outcome> => {
  const replied = repliedTo(turn);
  const isOwn = replied === '' || understand(typed, await knownTo(turn), 'file').grounds.matter !== '';
  // Whom and by when, and what: read as one text.
  const words = isOwn ? typed : [typed.trim(), replied].filter((part) => part !== '').join('\n');
  const draft = turn.forms.find((form) => form.formId === FILE_FORM);
  if (draft !== undefined) {
    const resume = offerResume(draft);
    const fresh = pick(newRequestAction, texts.startOver, { subject: words });
    return { say: [{ ...resume, choices: [[...(resume.choices ?? []).flat(), fresh]] }] };
  }
  return openNew(turn, words);
};

const repliedTo = ({ event: { quoted } }: MemberTurn): string =>
  quoted === null || quoted.fromBot ? '' : quoted.text.trim();

const openNew = async (turn: MemberTurn, words: string): Promise<Outcome> => {
  const context = await fileContext(turn);
  // Opened all the same where the person may not file: the form says why.
  if (words === '' || !context.ok) return { form: { kind: 'open', formId: FILE_FORM, subject: '', answers: {} } };
  const answers = answersFrom(words, understand(words, await knownTo(turn), 'file'), context.value);
  const items = understoodItems(answers, context.value);
  return {
    say: items.length === 0 ? [] : [{ lines: understoodHead(items) }],
    form: { kind: 'open', formId: FILE_FORM, subject: '', answers },
  };
};

export const newRequest = on(newRequestAction, (turn, { subject }) => openNew(turn, subject));

export const requestCommand: Command = {
  word: 'yeucau',
  aliases: ['yeu cau', 'de nghi phoi hop', 'yeu cau phoi hop'],
  takesWords: false,
  inMenu: true,
  description: descriptions.yeucau,
  places: ['private', 'group'],
  run: startRequest,
};
