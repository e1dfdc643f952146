/** Files a request: Gửi, Sửa, Hủy, and what opens a draft. */

import { setDue } from '#db/due.ts';
import { filesById } from '#db/file.ts';
import { CODE_MARK, insertRequest, newRequestId } from '#db/request/insert.ts';
import { linkRequests } from '#db/request/link.ts';
import { file, filedFor } from '#domain/request/filing.ts';
import { SECOND } from '#domain/time.ts';
import type { Input } from '#forms/define.ts';
import { editable } from '#forms/engine.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { fileFault } from '#handlers/file-fault.ts';
import { formEdit } from '#runtime/form-actions.ts';
import { type FormHandler, type MemberTurn, type OpenForm, type Outcome, on, pick } from '#runtime/handler.ts';
import { actAction, dropAction, editMenuAction, sendAction, showAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { actLabel } from '#text/request/acts/index.ts';
import { filedLines } from '#text/request/filing.ts';
import { texts } from '#text/request/screens.ts';
import { texts as runtimeTexts } from '#text/runtime.ts';
import { visibleAmong } from './card.ts';
import { draftOf, fileForm } from './file.form.ts';
import { type FileContext, fileContext } from './file-context.ts';
import { linksOf } from './file-links.ts';
import { completeDraft, summary } from './file-summary.ts';

export const fileHandler: FormHandler<FileContext> = { form: fileForm, context: fileContext, complete: summary };

/** The person's own draft of this place, or null when it was sent or dropped meanwhile. */
const formOf = (turn: MemberTurn, id: number): OpenForm | null => turn.forms.find((form) => form.id === id) ?? null;

/** Gửi. */
export const send = on(sendAction, async (turn, { form: id }) => {
  const found = await completeDraft(turn, id);
  if (found === null) return { toast: runtimeTexts.stale };
  const { known } = found;
  const { answers } = found.open;
  const fileIds = gatheredFiles(answers, 'files').ids;
  const fault = fileFault(await filesById(turn.tx, fileIds));
  if (fault !== null) return { toast: sayRefusal(fault).join(' ') };
  const draft = draftOf(answers, known);
  const filed = file(known, draft);
  if (!filed.ok) return { toast: sayRefusal(filed).join(' ') };

  const by = { actorId: turn.person.id, actingFor: filedFor(known, draft) };
  const origin = { ...by, channel: turn.event.channel, at: turn.now };
  const requestId = await newRequestId(turn.tx);
  const { visibleAt } = filed.value.request;
  turn.atEnd(() => setDue(turn.tx, 'publish', [{ subjectId: requestId, at: visibleAt }]));
  turn.atEnd(() => insertRequest(turn.tx, { id: requestId, filed: filed.value, fileIds, origin }));
  const others = (await visibleAmong(turn, linksOf(answers))).map(({ request }) => request.id);
  turn.atEnd(() => linkRequests(turn.tx, { requestId, others, by: turn.person.id, now: turn.now }));
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
  const known = await fileContext(turn);
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

/** A photo, file, voice note or place that came first begins a request with it, or joins the draft that was set aside. */
export const attachment = async (turn: MemberTurn, input: Input): Promise<Outcome> => {
  const draft = turn.forms.find((form) => form.formId === fileForm.id);
  const known = draft?.answers ?? {};
  if (input.kind !== 'files') return { form: { kind: 'open', formId: fileForm.id, subject: '', answers: known } };
  const files = gatheredFiles(known, 'files');
  const answers = {
    ...known,
    files: {
      ids: [...files.ids, ...input.fileIds],
      names: [...files.names, ...(input.names ?? [])],
      words: [...files.words, ...wordsWith(input.caption)],
      done: false,
    },
  };
  return { form: { kind: 'open', formId: fileForm.id, subject: '', answers } };
};

const wordsWith = (caption: string): string[] => (caption.trim() === '' ? [] : [caption.normalize('NFC').trim()]);
