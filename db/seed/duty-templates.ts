/** The sample's recurring reports: from now on each period brings its duty. */
import { nextComing } from '#domain/duty/recurring.ts';
import type { Reference } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import { dateOf } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { setDue } from '../due.ts';
import { templatesById } from '../duty/template.ts';
import { dutyTemplates, REPORT_TITLE, SENDING_DAYS } from './data/duty-templates.ts';

export const seedDutyTemplates = async (tx: Tx, { directory, calendar }: Reference, now: Millis): Promise<void> => {
  const unitId = (code: string): number => {
    const unit = directory.unitsByCode.get(code);
    if (unit === undefined) throw new Error(`the sample data name ${code}, which is not among them`);
    return unit.id;
  };
  const rows = await tx
    .insertInto('duty_template')
    .values(
      dutyTemplates.map(({ unit, owedTo, period }) => ({
        unit_id: unitId(unit),
        owed_to: unitId(owedTo),
        regulation_id: null,
        period,
        title: REPORT_TITLE,
        term_amount: SENDING_DAYS,
        term_unit: 'working_day',
        valid_from: dateOf(now),
        valid_to: null,
        made_until: new Date(now),
      })),
    )
    .returning('id')
    .execute();
  const templates = await templatesById(
    tx,
    rows.map((row) => row.id),
  );
  await setDue(
    tx,
    'recurring',
    templates.map((one) => ({ subjectId: one.id, at: nextComing(calendar, one, now) })),
  );
};
