/** What a unit adds to a report in words: difficulties, proposals; entered and changed until the cut-off. */
import { addNote, readNotes } from '#db/report/note.ts';
import type { Directory, UnitId } from '#domain/directory/directory.ts';
import { REPORT_KINDS } from '#domain/duty/period.ts';
import { mayNote, NOTE_KINDS, type NoteKind, noteUnit, type ReportNote } from '#domain/report/note.ts';
import type { FoundReport, ReportKey } from '#domain/report/report.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Form } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { type FormHandler, type MemberTurn, on, pick } from '#runtime/handler.ts';
import { noteAction, notesAction, reportAction } from '#src/notice/report.ts';
import { sayRefusal } from '#text/refusals.ts';
import { currentLines, noteTexts, noteWords } from '#text/report/notes.ts';
import { reviewTitle, texts } from '#text/report/screen.ts';
import { foundFor } from './find.ts';

const FORM = 'report.note';
/** A page; what is longer is a document of its own. */
const LONGEST = 2_000;

export const note = on(noteAction, async (turn, { note: kind, ...key }) => {
  const open = openFor(turn, key);
  if (!open.ok) return { toast: sayRefusal(open).join(' ') };
  const subject = [kind, key.regulationId, key.kind, key.to].join(':');
  return { form: { kind: 'open', formId: FORM, subject, answers: {} } };
});

/** Asked again when the answer comes: the cut-off may have come between. */
const openFor = (
  turn: MemberTurn,
  key: ReportKey,
): Result<{ readonly found: FoundReport; readonly unitId: UnitId }> => {
  const found = foundFor(turn, key);
  if (!found.ok) return found;
  const { period, scope } = found.value;
  const unitId = noteUnit(turn.reference.directory, turn.person.id, scope, dateOf(turn.now));
  if (unitId === null) return refused('report.scope');
  const open = mayNote(period, turn.now);
  return open.ok ? ok({ found: found.value, unitId }) : open;
};

type Context = {
  readonly key: ReportKey;
  readonly note: NoteKind;
  readonly found: FoundReport;
  readonly unitId: UnitId;
  readonly current: ReportNote | null;
  readonly directory: Directory;
};

const form: Form<Context> = {
  id: FORM,
  version: 1,
  fields: [
    {
      key: 'words',
      label: noteTexts.words,
      ask: (_answers, { found, note: kind, current, directory }) => ({
        lines: [[{ bold: reviewTitle(found.period) }], noteWords[kind].ask, ...currentLines(directory, current)],
        options: [],
      }),
      parse: parseText(LONGEST),
    },
  ],
};

export const noteHandler: FormHandler<Context> = {
  form,
  context: async (turn, subject) => {
    const [asked, regulationId, period, to = ''] = subject.split(':');
    const kind = REPORT_KINDS.find((one) => one === period);
    const about = NOTE_KINDS.find((one) => one === asked);
    if (kind === undefined || about === undefined) return refused('form.gone');
    const key = { regulationId: Number(regulationId), kind, to };
    const open = openFor(turn, key);
    if (!open.ok) return open;
    const notes = await readNotes(turn.tx, key);
    const current = notes.find((one) => one.unitId === open.value.unitId && one.kind === about) ?? null;
    return ok({ key, note: about, ...open.value, current, directory: turn.reference.directory });
  },
  complete: async (turn, open, { key, note: kind, unitId, found }) => {
    const words = String(open.answers.words ?? '');
    await addNote(turn.tx, { key, unitId, kind, words, personId: turn.person.id, now: turn.now });
    const choices = [[pick(notesAction, noteTexts.own, key), pick(reportAction, texts.back, key)]];
    return { say: [{ lines: [noteTexts.saved(found.period)], choices }], form: { kind: 'end', id: open.id } };
  },
};
