/** The remark on an item: one question, answered as a reply. */
import { ok } from '#domain/result.ts';
import { remarkItem } from '#domain/team/item.ts';
import type { Form } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import type { FormHandler } from '#runtime/handler.ts';
import { teamQuestions } from '#text/team/questions.ts';
import { textIn } from './act-context.ts';
import { changeItem, itemOf, REMARK_FORM } from './items.ts';

type RemarkContext = { readonly no: number; readonly words: string };

const remarkForm: Form<RemarkContext> = {
  id: REMARK_FORM,
  version: 1,
  fields: [
    {
      key: 'remark',
      label: teamQuestions.remark.label,
      ask: (_answers, { no, words }) => ({ lines: teamQuestions.remark.ask(no, words), options: [] }),
      parse: parseText(1_000),
    },
  ],
};

export const remarkHandler: FormHandler<RemarkContext> = {
  form: remarkForm,
  context: async (turn, subject) => {
    const { teamId, no } = seenIn(subject);
    const found = await itemOf(turn, teamId, no);
    return found.ok ? ok(found.value.item) : found;
  },
  complete: async (turn, open) => {
    const words = textIn(open.answers, 'remark');
    const outcome = await changeItem(turn, seenIn(open.subject), (item) => remarkItem(item, words));
    return { ...outcome, form: { kind: 'end', id: open.id } };
  },
};

const seenIn = (subject: string): { readonly teamId: number; readonly no: number; readonly version: number } => {
  const [teamId, no, version] = subject.split('|').map(Number);
  return { teamId: teamId ?? 0, no: no ?? 0, version: version ?? 0 };
};
