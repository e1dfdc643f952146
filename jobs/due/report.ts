/**
 * Cut-offs of reports. The product's own schedule closes the figures of every period at its end, and two working days
 * before a quarter ends asks units for their words; the others have a
 * report made for a person or a group at the opening of the next working day.
 */

import { askProductions } from '#db/chat/production.ts';
import { setDue } from '#db/due.ts';
import { readNotes } from '#db/report/note.ts';
import { closeReport, readReport } from '#db/report/report.ts';
import { lockFreeSchedules, type Schedule, schedulesById } from '#db/report/schedule.ts';
import { coordinatorsOf } from '#domain/directory/directory.ts';
import { REPORT_KINDS, type ReportPeriod } from '#domain/duty/period.ts';
import { askedAbout, coverage, nextAsking } from '#domain/report/note.ts';
import {
  closesAt,
  lastClosed,
  nextClose,
  periodsEndingOn,
  regulationsIn,
  reportScope,
  sentAt,
} from '#domain/report/report.ts';
import { DAY, dateOf, type Millis } from '#domain/time.ts';
import type { Notice } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import { reportProduction } from '#src/notice/report.ts';
import { noteAskNotices } from '#src/notice/report-notes.ts';
import type { OwnCase, OwnKind } from './own-case.ts';

export const reportKind: OwnKind = {
  kind: 'report',
  lock: lockFreeSchedules,
  run: async (on, ids) => {
    const schedules = await schedulesById(on.tx, ids);
    const notices: Notice[] = [];
    for (const schedule of schedules) {
      if (schedule.personId !== null) await order(on, schedule, schedule.personId);
      else {
        await closeFigures(on);
        notices.push(...(await askForNotes(on)));
      }
    }
    await setDue(
      on.tx,
      'report',
      schedules.map((one) => ({ subjectId: one.id, at: nextMoment(on, one) })),
    );
    return notices;
  },
};

const nextMoment = ({ reference, now }: OwnCase, { personId, kind }: Schedule): Millis =>
  personId === null
    ? Math.min(nextClose(REPORT_KINDS, now), nextAsking(reference.calendar, now))
    : sentAt(reference.calendar, nextClose([kind], now));

/** What was missed by more than a day is closed when it is first asked for, and says when that was. */
const MISSED_MS = DAY;

const closeFigures = async ({ tx, reference, now }: OwnCase): Promise<void> => {
  const last = lastClosed('month', dateOf(now));
  if (now - closesAt(last) > MISSED_MS) return;
  for (const period of periodsEndingOn(last.to)) {
    for (const { id } of regulationsIn(reference, period)) await closeReport(tx, keyOf(period, id), now);
  }
};

/** Under the version that governs the end of the period; a unit that was asked for nothing has nothing to say. */
const askForNotes = async (on: OwnCase): Promise<readonly Notice[]> => {
  const { tx, reference, now } = on;
  const period = askedAbout(reference.calendar, now);
  const [regulation] = period === null ? [] : regulationsIn(reference, period);
  if (period === null || regulation === undefined) return [];
  const key = keyOf(period, regulation.id);
  const [{ cells }, notes] = await Promise.all([readReport(tx, key, now), readNotes(tx, key)]);
  return noteAskNotices(on, key, coverage(reference.directory, cells, notes).missing);
};

const order = async ({ tx, reference, now }: OwnCase, { kind, place }: Schedule, personId: number): Promise<void> => {
  const { directory } = reference;
  const day = dateOf(now);
  // Whoever reports for nobody any more is not told so each month; and only the coordinator speaks to groups.
  if (!reportScope(directory, personId, day).ok) return;
  if (place !== null && !coordinatorsOf(directory, day).includes(personId)) return;
  const period = lastClosed(kind, day);
  const [regulation] = regulationsIn(reference, period);
  if (regulation === undefined) return;
  // Who may see what is asked again when it is made.
  const asked = ask(reportProduction, { ...keyOf(period, regulation.id), isBrief: place !== null });
  await askProductions(tx, [{ kind: asked.kind, params: asked.params, personId, place }], now);
};

const keyOf = ({ kind, to }: ReportPeriod, regulationId: number) => ({ regulationId, kind, to });
