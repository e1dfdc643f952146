/**
 * Cut-offs of reports. The product's own schedule closes the figures of every period at its end, and two working days
 * before a quarter ends asks units for their words; the others have a
 * report made for a person or a group at the opening of the next working day.
 */

import { askProductions } from '#db/chat/production.ts';
import { setDue } from '#db/due.ts';
import { readNotes } from '#db/report/note.ts';
import { closeReport, readReport } from '#db/report/report.ts';
import { endSchedule, lockFreeSchedules, type Schedule, schedulesById } from '#db/report/schedule.ts';
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
import { texts } from '#text/report/screen.ts';
import { personName } from '#text/request/card.ts';
import type { OwnCase, OwnKind } from './own-case.ts';

export const reportKind: OwnKind = {
  kind: 'report',
  lock: lockFreeSchedules,
  run: async (on, ids) => {
    const schedules = await schedulesById(on.tx, ids);
    const notices: Notice[] = [];
    for (const schedule of schedules) {
      if (schedule.personId !== null) notices.push(...(await order(on, schedule, schedule.personId)));
      else {
        await closeFigures(on);
        notices.push(...(await askForNotes(on)));
      }
    }
    const going = new Map((await schedulesById(on.tx, ids)).map((one) => [one.id, one]));
    const next = (id: number): Millis | null => {
      const schedule = going.get(id);
      return schedule === undefined ? null : nextMoment(on, schedule);
    };
    await setDue(
      on.tx,
      'report',
      ids.map((subjectId) => ({ subjectId, at: next(subjectId) })),
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

const order = async (on: OwnCase, schedule: Schedule, personId: number): Promise<readonly Notice[]> => {
  const { tx, reference, now } = on;
  const { kind, place } = schedule;
  const { directory } = reference;
  const day = dateOf(now);
  if (place !== null && !coordinatorsOf(directory, day).includes(personId)) return stopForGroup(on, schedule, personId);
  // Whoever reports for nobody any more is not told so each month.
  if (!reportScope(directory, personId, day).ok) return [];
  const period = lastClosed(kind, day);
  const [regulation] = regulationsIn(reference, period);
  if (regulation === undefined) return [];
  // Who may see what is asked again when it is made.
  const asked = ask(reportProduction, { ...keyOf(period, regulation.id), isBrief: place !== null });
  await askProductions(tx, [{ kind: asked.kind, params: asked.params, personId, place }], now);
  return [];
};

/** Only the coordinator speaks to groups: those of today hear that the group gets nothing any more, and decide. */
const stopForGroup = async (
  { tx, reference: { directory }, now }: OwnCase,
  { id }: Schedule,
  personId: number,
): Promise<readonly Notice[]> => {
  await endSchedule(tx, id, now);
  const lines = [texts.groupStopped(personName(directory, personId))];
  return coordinatorsOf(directory, dateOf(now)).map((to) => ({ to, class: 'urgent', say: { lines } }));
};

const keyOf = ({ kind, to }: ReportPeriod, regulationId: number) => ({ regulationId, kind, to });
