/** Before a cut-off, units that have said nothing yet are asked for their difficulties and proposals. */
import { chainOf, type PersonId, type UnitId } from '#domain/directory/directory.ts';
import { toldDesk } from '#domain/directory/told.ts';
import type { Reference } from '#domain/reference.ts';
import { NOTE_KINDS, noteUnit } from '#domain/report/note.ts';
import { type FoundReport, findReport, type ReportKey } from '#domain/report/report.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Choice, type Notice, pick } from '#runtime/handler.ts';
import { askLines, noteTexts } from '#text/report/notes.ts';
import { noteAction } from './report.ts';

/** Only to those who may enter it: others could do nothing about it. */
export const noteAskNotices = (
  { reference, now }: { readonly reference: Reference; readonly now: Millis },
  key: ReportKey,
  unitIds: readonly UnitId[],
): readonly Notice[] => {
  const { directory } = reference;
  const day = dateOf(now);
  const mayEnter = (personId: PersonId, unitId: UnitId): FoundReport | null => {
    const found = findReport(reference, personId, key, day);
    if (!found.ok) return null;
    const own = noteUnit(directory, personId, found.value.scope, day);
    return own !== null && chainOf(directory, own).some(({ id }) => id === unitId) ? found.value : null;
  };
  return unitIds.flatMap((unitId) =>
    toldDesk(directory, unitId, day).flatMap((to): readonly Notice[] => {
      const found = mayEnter(to, unitId);
      if (found === null) return [];
      const say = {
        lines: askLines(directory, found.period, unitId),
        choices: NOTE_KINDS.map((kind) => [entry(key, kind)]),
      };
      return [{ to, class: 'reminder', say }];
    }),
  );
};

const entry = (key: ReportKey, note: (typeof NOTE_KINDS)[number]): Choice =>
  pick(noteAction, noteTexts.button(note, false), { ...key, note });
