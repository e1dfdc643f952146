/**
 * Cut-offs of reports. The product's own schedule closes the figures of every period at its end; the others have a
 * report made for a person or a group at the opening of the next working day.
 */

import { askProductions } from '#db/chat/production.ts';
import { setDue } from '#db/due.ts';
import { closeReport } from '#db/report/report.ts';
import { lockFreeSchedules, type Schedule, schedulesById } from '#db/report/schedule.ts';
import { coordinatorsOf } from '#domain/directory/directory.ts';
import { REPORT_KINDS, type ReportPeriod } from '#domain/duty/period.ts';
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
import { ask } from '#runtime/production.ts';
import { reportProduction } from '#src/notice/report.ts';
import type { OwnCase, OwnKind } from './own-case.ts';

export const reportKind: OwnKind = {
  kind: 'report',
  lock: lockFreeSchedules,
  run: async (on, ids) => {
    const schedules = await schedulesById(on.tx, ids);
    for (const schedule of schedules) {
      if (schedule.personId === null) await closeFigures(on);
      else await order(on, schedule, schedule.personId);
    }
    await setDue(
      on.tx,
      'report',
      schedules.map((one) => ({ subjectId: one.id, at: nextMoment(on, one) })),
    );
    return [];
  },
};

const nextMoment = ({ reference, now }: OwnCase, { personId, kind }: Schedule): Millis =>
  personId === null ? nextClose(REPORT_KINDS, now) : sentAt(reference.calendar, nextClose([kind], now));

/** What was missed by more than a day is closed when it is first asked for, and says when that was. */
const MISSED_MS = DAY;

const closeFigures = async ({ tx, reference, now }: OwnCase): Promise<void> => {
  const last = lastClosed('month', dateOf(now));
  if (now - closesAt(last) > MISSED_MS) return;
  for (const period of periodsEndingOn(last.to)) {
    for (const { id } of regulationsIn(reference, period)) await closeReport(tx, keyOf(period, id), now);
  }
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
