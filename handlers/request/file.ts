/** Files a request: the summary of a complete form, Gửi, Sửa, Hủy. */

import { setDue } from '#db/due.ts';
import { filesById } from '#db/file.ts';
import { CODE_MARK, insertRequest, newRequestId } from '#db/request-insert.ts';
import { homeUnitOf, isReached } from '#domain/directory/directory.ts';
import { type Filing, file } from '#domain/request/filing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, SECOND } from '#domain/time.ts';
import { editable, position } from '#forms/engine.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { formEdit } from '#runtime/form-actions.ts';
import {
  type FormHandler,
  type MemberTurn,
  type OpenForm,
  type Outcome,
  on,
  pick,
  type Registry,
} from '#runtime/handler.ts';
import { actAction, dropAction, editMenuAction, sendAction, showAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { actLabel } from '#text/request/acts/index.ts';
import { filedLines, summaryLines } from '#text/request/filing.ts';
import { onPaperLine } from '#text/request/letter.ts';
import { texts } from '#text/request/screens.ts';
import { texts as runtimeTexts } from '#text/runtime.ts';
import { draftOf, type FileContext, fileForm } from './file.form.ts';
import { fileFault } from './file-fault.ts';

const context = async (turn: MemberTurn): Promise<Result<FileContext>> => {
  const unit = homeUnitOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  return unit === null ? refused('file.no_home_unit') : ok({ reference: turn.reference, unit, day: dateOf(turn.now) });
};

const filing = ({ reference, person, now, undoMs }: MemberTurn, { unit }: FileContext): Filing => ({
  reference,
  filerId: person.id,
  unit,
  now,
  undoMs,
});

export const fileHandler: FormHandler<FileContext> = {
  form: fileForm,
  context,
  complete: (turn, open, known) => summary(turn, open, known),
};

const summary = async (turn: MemberTurn, open: OpenForm, known: FileContext): Promise<Outcome> => {
  const draft = draftOf(open.answers);
  const files = await filesById(turn.tx, gatheredFiles(open.answers, 'files').ids);
  const filed = file(filing(turn, known), draft);
  const [send, rest] = [
    pick(sendAction, texts.send, { form: open.id }),
    [pick(editMenuAction, texts.edit, { form: open.id }), pick(dropAction, texts.cancel, { form: open.id })],
  ];
  if (!filed.ok) return { say: [{ lines: sayRefusal(filed), choices: [rest] }] };
  const names = files.map((one) => one.name);
  return {
    say: [
      {
        lines: [...summaryLines(turn.reference, draft, filed.value, names), ...onPaper(turn, draft.unitIds)],
        choices: [[send, ...rest]],
      },
    ],
  };
};

/** The filer knows before he sends that nobody of a unit will read it in chat. */
const onPaper = ({ reference: { directory }, now }: MemberTurn, unitIds: readonly number[]): readonly string[] => {
  const unreached = unitIds.filter((id) => !isReached(directory, id, dateOf(now)));
  return unreached.length === 0 ? [] : [onPaperLine(directory, unreached)];
};

/** The person's own draft of this place, or null when it was sent or dropped meanwhile. */
const formOf = (turn: MemberTurn, id: number): OpenForm | null => turn.forms.find((form) => form.id === id) ?? null;

/** Gửi. */
export const send = on(sendAction, async (turn, { form: id }) => {
  const open = formOf(turn, id);
  if (open === null) return { toast: runtimeTexts.stale };
  const found = await context(turn);
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const known = found.value;
  const { answers } = open;
  if (position(fileForm, answers, known) !== null) return { toast: runtimeTexts.stale };
  const fileIds = gatheredFiles(answers, 'files').ids;
  const fault = fileFault(await filesById(turn.tx, fileIds));
  if (fault !== null) return { toast: sayRefusal(fault).join(' ') };
  const filed = file(filing(turn, known), draftOf(answers));
  if (!filed.ok) return { toast: sayRefusal(filed).join(' ') };

  const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
  const requestId = await newRequestId(turn.tx);
  const { visibleAt } = filed.value.request;
  turn.atEnd(() => setDue(turn.tx, 'publish', [{ subjectId: requestId, at: visibleAt }]));
  turn.atEnd(() => insertRequest(turn.tx, { id: requestId, filed: filed.value, fileIds, origin }));
  turn.wakeAt(visibleAt);
  return {
    say: [
      {
        lines: filedLines(CODE_MARK, Math.round((visibleAt - turn.now) / SECOND)),
        choices: [
          [
            pick(actAction, actLabel('undo'), { act: 'undo', requestId, partId: null }),
            pick(showAction, texts.open, { requestId }),
          ],
        ],
        inPlace: true,
      },
    ],
    form: { kind: 'end', id },
    numbered: requestId,
  };
});

/** Sửa: which answer to give again. */
export const editMenu = on(editMenuAction, async (turn, { form: id }) => {
  const open = formOf(turn, id);
  if (open === null) return { toast: runtimeTexts.stale };
  const known = await context(turn);
  if (!known.ok) return { toast: sayRefusal(known).join(' ') };
  const fields = editable(fileForm, open.answers, known.value);
  return {
    say: [
      {
        lines: [texts.chooseEdit],
        choices: fields.map((field) => [pick(formEdit, field.label, { form: id, key: field.key })]),
        inPlace: true,
      },
    ],
  };
});

/** Hủy: the draft is dropped. */
export const drop = on(dropAction, async (turn, { form: id }) => {
  const open = formOf(turn, id);
  if (open === null) return { toast: runtimeTexts.stale };
  return { say: [{ lines: [texts.dropped], inPlace: true }], form: { kind: 'end', id } };
});

/** A photo, file, voice note or place that came first begins a request with it. */
export const attachment: Registry['attachment'] = async (_turn, input) => ({
  form: {
    kind: 'open',
    formId: fileForm.id,
    subject: '',
    answers:
      input.kind === 'files' ? { files: { ids: input.fileIds, words: wordsWith(input.caption), done: false } } : {},
  },
});

const wordsWith = (caption: string): string[] => (caption.trim() === '' ? [] : [caption.normalize('NFC').trim()]);
