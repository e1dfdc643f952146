/** What people remind themselves of: at the moment they asked for, in one message with what else is due then. */
import { addOwnReminders, type OwnReminder } from '#db/remind/own-reminder.ts';
import { endPersonal, lockFreePersonal, personalById } from '#db/remind/personal-reminder.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/time.ts';
import { pick } from '#runtime/handler.ts';
import { personalAction } from '#src/notice/remind.ts';
import { personalLines, remindTexts } from '#text/remind/words.ts';
import type { OwnCase, OwnEntry, OwnKind } from './own-case.ts';

export const personalKind: OwnKind = {
  kind: 'personal',
  lock: lockFreePersonal,
  run: async ({ tx, now }, ids) => {
    const said = await endPersonal(tx, ids, 'said');
    await addOwnReminders(
      tx,
      said.map(({ id, personId }) => ({ personId, kind: 'personal', subjectId: id, notBefore: now })),
    );
    return [];
  },
};

export const personalEntries = async (
  { tx, reference, now }: OwnCase,
  rows: readonly OwnReminder[],
): Promise<readonly OwnEntry[]> => {
  const found = await personalById(
    tx,
    rows.map(({ subjectId }) => subjectId),
  );
  return found
    .filter(({ personId }) => membershipsOf(reference.directory, personId, dateOf(now)).length > 0)
    .map(({ id, personId, words, at }): OwnEntry => {
      const again = [pick(personalAction, remindTexts.postpone, { words })];
      const weight = { kind: 'personal' as const, urgency: 'thuong' as const, due: at, id };
      const entry = { ...weight, lines: personalLines(words), matter: null };
      return { to: personId, entry: { ...entry, alone: () => [again], among: [] } };
    });
};
