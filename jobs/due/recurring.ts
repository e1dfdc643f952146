/**
 * Recurring reports: each period of a template becomes one duty, at its moment, on whatever process is there. Woken also
 * when the calendar changes: those still owed are counted again, with a fact and a notice.
 */
import { setDue } from '#db/due.ts';
import { insertDuty, type LoadedDuty, moveDuty } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import {
  type LoadedTemplate,
  lockFreeTemplates,
  lockOpenReports,
  madePeriods,
  markMade,
  templatesById,
} from '#db/duty/template.ts';
import { isValidOn } from '#domain/directory/directory.ts';
import type { NewDuty } from '#domain/duty/duty.ts';
import { type Coming, comingBetween, nextComing, reportDeadline } from '#domain/duty/recurring.ts';
import { dateOf } from '#domain/time.ts';
import type { Notice } from '#runtime/handler.ts';
import { movedDutyNotices, newDutyNotices } from '#src/notice/duty.ts';
import { reportBasis, reportTitle } from '#text/duty/reports.ts';
import type { OwnCase, OwnKind } from './own-case.ts';

export const recurringKind: OwnKind = {
  kind: 'recurring',
  lock: lockFreeTemplates,
  run: async (on, ids) => {
    const { tx, reference, now } = on;
    const templates = await templatesById(tx, ids);
    const notices: Notice[] = [];
    for (const template of templates) {
      notices.push(...(await countAgain(on, template)), ...(await makeOwed(on, template)));
    }
    await setDue(
      tx,
      'recurring',
      templates.map((one) => ({ subjectId: one.id, at: nextComing(reference.calendar, one, now) })),
    );
    return notices;
  },
};

const SYSTEM = { actorId: null, channel: null };

const makeOwed = async (on: OwnCase, template: LoadedTemplate): Promise<readonly Notice[]> => {
  const { tx, reference, now } = on;
  const { directory, calendar } = reference;
  const unit = directory.units.get(template.unitId);
  // Nobody is there to owe it.
  if (unit === undefined || !isValidOn(unit, dateOf(now))) return [];
  const coming = comingBetween(calendar, template, template.madeUntil, now);
  if (coming.length === 0) return [];
  // A changed calendar moves the moments of periods that have their duty already.
  const made = await madePeriods(tx, template.id);
  const duties: LoadedDuty[] = [];
  for (const one of coming.filter(({ period }) => !made.has(period.to))) {
    duties.push(await insertDuty(tx, newReport(template, one), { ...SYSTEM, at: now }));
  }
  // No further than what has come: a calendar change may move the moment of the next one back behind now.
  await markMade(tx, template.id, Math.max(...coming.map(({ at }) => at)));
  await moveDuties(tx, on, duties);
  return duties.flatMap((duty) => newDutyNotices({ directory, duty, now }));
};

const newReport = (template: LoadedTemplate, { period, due }: Coming): NewDuty => ({
  ...{ kind: 'report', unitId: template.unitId, owedTo: template.owedTo, holderId: null, checkerId: null },
  ...{ title: reportTitle(template.title, period), basis: reportBasis(period) },
  ...{ due: due.due, provisional: due.provisional, regulationId: template.regulationId },
  ...{ teamId: null, findingId: null, templateId: template.id, periodTo: period.to },
});

const countAgain = async (on: OwnCase, template: LoadedTemplate): Promise<readonly Notice[]> => {
  const { tx, reference, now } = on;
  const notices: Notice[] = [];
  for (const duty of await lockOpenReports(tx, template.id)) {
    if (duty.periodTo === null) continue;
    const { due, provisional } = reportDeadline(reference.calendar, template, duty.periodTo);
    if (due === duty.due && provisional === duty.provisional) continue;
    const moved = await moveDuty(tx, duty, { due, provisional }, { ...SYSTEM, at: now });
    await moveDuties(tx, on, [moved]);
    if (due !== duty.due) notices.push(...movedDutyNotices({ directory: reference.directory, duty: moved, now }));
  }
  return notices;
};
