/** What a unit adds to a report in words: difficulties, proposals. A unit that works with several asks for which. */
import { addNote } from '#db/report/note.ts';
import type { UnitId } from '#domain/directory/directory.ts';
import { homeUnitOf } from '#domain/directory/directory.ts';
import { REPORT_KINDS } from '#domain/duty/period.ts';
import { type FoundReport, NOTE_KINDS, type NoteKind, type ReportKey } from '#domain/report/report.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Form } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { type FormHandler, on, pick } from '#runtime/handler.ts';
import { noteAction, reportAction } from '#src/notice/report.ts';
import { sayRefusal } from '#text/refusals.ts';
import { noteWords, reviewTitle, texts } from '#text/report/screen.ts';
import { foundFor } from './find.ts';

const FORM = 'report.note';
/** A page; what is longer is a document of its own. */
const LONGEST = 2_000;

type Context = {
  readonly key: ReportKey;
  readonly note: NoteKind;
  readonly found: FoundReport;
  readonly unitId: UnitId;
};

export const note = on(noteAction, async (turn, { note: kind, ...key }) => {
  const found = foundFor(turn, key);
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const subject = [kind, key.regulationId, key.kind, key.to].join(':');
  return { form: { kind: 'open', formId: FORM, subject, answers: {} } };
});

const form: Form<Context> = {
  id: FORM,
  version: 1,
  fields: [
    {
      key: 'words',
      label: texts.words,
      ask: (_answers, context) => ({
        lines: [[{ bold: reviewTitle(context.found.period) }], noteWords[context.note].ask],
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
    const found = foundFor(turn, key);
    if (!found.ok) return found;
    const home = homeUnitOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
    // Only a unit that reports has something to add.
    if (home === null || !found.value.scope.units.includes(home.id)) return refused('report.scope');
    return ok({ key, note: about, found: found.value, unitId: home.id });
  },
  complete: async (turn, open, { key, note: kind, unitId }) => {
    const words = String(open.answers.words ?? '');
    await addNote(turn.tx, { key, unitId, kind, words, personId: turn.person.id, now: turn.now });
    const choices = [[pick(reportAction, texts.back, key)]];
    return { say: [{ lines: [texts.noteSaved], choices }], form: { kind: 'end', id: open.id } };
  },
};
