/** Sheets in the chat: what may be imported, the empty sheets, and the sheet that is sent, checked before it goes in. */
import { filesById } from '#db/file.ts';
import { mayImport } from '#domain/directory/may-import.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Form } from '#forms/define.ts';
import { type FormHandler, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import {
  importCarried,
  importCarryAction,
  importCheckAction,
  importChecked,
  importMenuAction,
  importOpenAction,
  importTemplateAction,
  importTemplateMade,
} from '#src/notice/import.ts';
import { IMPORT_KINDS } from '#text/import/sheet.ts';
import { kindWords, chatTexts as texts } from '#text/import/words.ts';
import { sayRefusal } from '#text/refusals.ts';

const FORM = 'people.import';

export const maySend = ({ reference, person, now }: MemberTurn): boolean =>
  mayImport(reference.directory, person.id, dateOf(now));

const refusal = (): Outcome => ({ say: [{ lines: sayRefusal(refused('admin.none')) }], inPrivate: true });

export const importActions = [
  on(importMenuAction, async (turn) => {
    if (!maySend(turn)) return refusal();
    const choices = [
      [pick(importOpenAction, texts.send, {})],
      ...IMPORT_KINDS.map((kind) => [pick(importTemplateAction, texts.template(kindWords[kind]), { kind })]),
    ];
    return { say: [{ lines: texts.head, choices }], inPrivate: true };
  }),
  on(importOpenAction, async (turn) =>
    maySend(turn) ? { form: { kind: 'open', formId: FORM, subject: '', answers: {} }, inPrivate: true } : refusal(),
  ),
  on(importTemplateAction, async (turn, { kind }) =>
    maySend(turn)
      ? { say: [{ lines: [texts.templateComes] }], produce: [ask(importTemplateMade, { kind })], inPrivate: true }
      : refusal(),
  ),
  on(importCheckAction, async (turn, { fileId }) => check(turn, fileId)),
  on(importCarryAction, async (turn, { fileId }) =>
    maySend(turn)
      ? { say: [{ lines: [texts.carrying] }], produce: [ask(importCarried, { fileId })], inPrivate: true }
      : refusal(),
  ),
];

/** A file is fetched by a job: until it is here there is nothing to check. */
const check = async (turn: MemberTurn, fileId: number): Promise<Outcome> => {
  if (!maySend(turn)) return refusal();
  const [file] = await filesById(turn.tx, [fileId]);
  const again = [[pick(importCheckAction, texts.check, { fileId })]];
  if (file === undefined || file.state === 'failed') return { say: [{ lines: [texts.notFetched] }], inPrivate: true };
  if (file.state === 'pending') return { say: [{ lines: [texts.pending], choices: again }], inPrivate: true };
  return { say: [{ lines: [texts.checking] }], produce: [ask(importChecked, { fileId })], inPrivate: true };
};

const form: Form<null> = {
  id: FORM,
  version: 1,
  fields: [
    {
      key: 'file',
      label: texts.file,
      collectsFiles: true,
      ask: () => ({ lines: texts.ask, options: [] }),
      parse: (input) => {
        const [fileId, ...others] = input.kind === 'files' ? input.fileIds : [];
        return fileId === undefined || others.length > 0 ? refused('import.one_file') : ok(fileId);
      },
    },
  ],
};

export const importHandler: FormHandler<null> = {
  form,
  context: async (turn) => (maySend(turn) ? ok(null) : refused('admin.none')),
  complete: async (_turn, { id, answers }) => ({
    say: [
      { lines: [texts.received], choices: [[pick(importCheckAction, texts.check, { fileId: Number(answers.file) })]] },
    ],
    form: { kind: 'end', id },
  }),
};
