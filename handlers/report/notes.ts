/** What units have entered for a report: one's own to read again, and for whoever sees all, which units have not. */
import { noteHistory, readNotes } from '#db/report/note.ts';
import { readReport } from '#db/report/report.ts';
import { coverage, mayNote, NOTE_KINDS, noteUnit, type ReportNote } from '#domain/report/note.ts';
import type { FoundReport, ReportKey } from '#domain/report/report.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Choice, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { coverageAction, noteAction, noteHistoryAction, notesAction, reportAction } from '#src/notice/report.ts';
import { sayRefusal } from '#text/refusals.ts';
import { coverageLines, historyLines, noteTexts, ownNoteLines } from '#text/report/notes.ts';
import { texts } from '#text/report/screen.ts';
import { foundFor } from './find.ts';

/** Under the screen of a report. */
export const noteChoices = async (
  turn: MemberTurn,
  key: ReportKey,
  found: FoundReport,
): Promise<readonly (readonly Choice[])[]> => {
  const unitId = unitOf(turn, found);
  const own = unitId === null ? [] : await ownNotes(turn, key, unitId);
  return [
    unitId === null ? [] : entryChoices(turn, key, { found, own }),
    [
      ...(own.length === 0 ? [] : [pick(notesAction, noteTexts.own, key)]),
      ...(found.scope.all ? [pick(coverageAction, noteTexts.coverage, key)] : []),
    ],
  ];
};

const unitOf = ({ reference, person, now }: MemberTurn, { scope }: FoundReport) =>
  noteUnit(reference.directory, person.id, scope, dateOf(now));

const ownNotes = async ({ tx }: MemberTurn, key: ReportKey, unitId: number): Promise<readonly ReportNote[]> =>
  (await readNotes(tx, key)).filter((one) => one.unitId === unitId);

type Own = { readonly found: FoundReport; readonly own: readonly ReportNote[] };

const entryChoices = ({ now }: MemberTurn, key: ReportKey, { found, own }: Own): readonly Choice[] =>
  mayNote(found.period, now).ok
    ? NOTE_KINDS.map((note) => {
        const isThere = own.some(({ kind }) => kind === note);
        return pick(noteAction, noteTexts.button(note, isThere), { ...key, note });
      })
    : [];

type OfUnit = Own & { readonly unitId: number };

/** For whoever enters words in a unit's name. */
const ofUnit = async (
  turn: MemberTurn,
  key: ReportKey,
  show: (of: OfUnit) => Promise<Outcome> | Outcome,
): Promise<Outcome> => {
  const found = foundFor(turn, key);
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const unitId = unitOf(turn, found.value);
  if (unitId === null) return { toast: sayRefusal(refused('report.scope')).join(' ') };
  return show({ found: found.value, unitId, own: await ownNotes(turn, key, unitId) });
};

export const noteScreens = [
  on(notesAction, (turn, key) =>
    ofUnit(turn, key, ({ found, unitId, own }) => {
      const { directory } = turn.reference;
      const isOpen = mayNote(found.period, turn.now).ok;
      const choices = [
        entryChoices(turn, key, { found, own }),
        [
          ...(own.length === 0 ? [] : [pick(noteHistoryAction, noteTexts.history, key)]),
          pick(reportAction, texts.back, key),
        ],
      ];
      const lines = ownNoteLines(directory, { period: found.period, unitId, notes: own, isOpen });
      return { say: [{ lines, choices }], inPrivate: true };
    }),
  ),
  on(noteHistoryAction, (turn, key) =>
    ofUnit(turn, key, async ({ found, unitId }) => {
      const lines = historyLines(turn.reference.directory, found.period, await noteHistory(turn.tx, key, unitId));
      return { say: [{ lines, choices: [[pick(notesAction, noteTexts.own, key)]] }], inPrivate: true };
    }),
  ),
  on(coverageAction, async (turn, key) => {
    const found = foundFor(turn, key);
    if (!found.ok || !found.value.scope.all) {
      return { toast: sayRefusal(found.ok ? refused('report.scope') : found).join(' ') };
    }
    const [{ cells }, notes] = [await readReport(turn.tx, key, turn.now), await readNotes(turn.tx, key)];
    const { directory } = turn.reference;
    const lines = coverageLines(directory, found.value.period, coverage(directory, cells, notes));
    return { say: [{ lines, choices: [[pick(reportAction, texts.back, key)]] }], inPrivate: true };
  }),
];
