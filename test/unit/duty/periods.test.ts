/** DL10: the reporting periods of Decree 09/2019 and their sending terms (domain 8.5). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf, periodsOf, REPORT_KINDS, type ReportKind } from '#domain/duty/period.ts';
import { comingBetween, type DutyTemplate, nextComing, reportDeadline } from '#domain/duty/recurring.ts';
import { addDays, DAY, dateOf } from '#domain/time.ts';
import { at, calendar, written } from '#test/unit/calendar/sample.ts';
import { reportBasis, reportTitle } from '#text/duty/reports.ts';

const template = (period: ReportKind, over: Partial<DutyTemplate> = {}): DutyTemplate => ({
  ...{ id: 1, unitId: 1, owedTo: 2, regulationId: null, period, title: 'x' },
  ...{ term: { amount: 2, unit: 'working_day' }, validFrom: '2025-01-01', validTo: null, ...over },
});

describe('a period', () => {
  test.each([
    ['month', '2026-11-14', '2026-10-15', '2026-11-14'],
    ['month', '2026-11-15', '2026-11-15', '2026-12-14'],
    ['month', '2026-01-14', '2025-12-15', '2026-01-14'],
    ['quarter', '2026-03-14', '2025-12-15', '2026-03-14'],
    ['quarter', '2026-03-15', '2026-03-15', '2026-06-14'],
    ['quarter', '2026-12-15', '2026-12-15', '2027-03-14'],
    ['half', '2026-06-14', '2025-12-15', '2026-06-14'],
    ['half', '2025-12-15', '2025-12-15', '2026-06-14'],
    ['nine_months', '2026-09-14', '2025-12-15', '2026-09-14'],
    ['year', '2026-12-14', '2025-12-15', '2026-12-14'],
    ['year', '2026-12-15', '2026-12-15', '2027-12-14'],
  ] as const)('%s with %s runs from %s to %s', (kind, day, from, to) => {
    expect(periodOf(kind, day)).toMatchObject({ from, to });
  });

  test.each([
    ['half', '2026-06-15'],
    ['nine_months', '2026-09-15'],
  ] as const)('%s has no place for %s', (kind, day) => {
    expect(periodOf(kind, day)).toBeNull();
  });

  test('ends on a 14th, begins on a 15th; months and quarters leave out no day and take none twice', () => {
    for (const kind of REPORT_KINDS) {
      const periods = periodsOf(kind, 2023, 2027);
      for (const { from, to } of periods) expect([from.slice(8), to.slice(8)]).toEqual(['15', '14']);
      if (kind === 'half' || kind === 'nine_months') continue;
      for (const [index, { to }] of periods.slice(0, -1).entries())
        expect(periods[index + 1]?.from).toBe(addDays(to, 1));
    }
  });

  test('is named as officials write it, with the rule of its figures', () => {
    const named = REPORT_KINDS.map((kind) => reportTitle('x', periodOf(kind, '2026-02-10') ?? expect.fail()));
    expect(named).toEqual([
      'Báo cáo tháng 02/2026: x',
      'Báo cáo quý I/2026: x',
      'Báo cáo 6 tháng đầu năm 2026: x',
      'Báo cáo 9 tháng đầu năm 2026: x',
      'Báo cáo năm 2026: x',
    ]);
    expect(reportBasis(periodOf('month', '2026-11-14') ?? expect.fail())).toBe(
      'Nghị định 09/2019/NĐ-CP, số liệu từ ngày 15/10/2026 đến ngày 14/11/2026',
    );
  });
});

describe('a report', () => {
  test.each([
    ['month', '2026-11-14', '2026-11-17'],
    ['month', '2026-02-14', '2026-02-24'],
    ['half', '2026-06-14', '2026-06-16'],
    ['year', '2026-12-14', '2026-12-16'],
  ] as const)('of the %s cut off on %s is sent by the end of %s', (kind, to, date) => {
    expect(reportDeadline(calendar, template(kind), to)).toMatchObject({ date, dayTerm: true, provisional: false });
  });

  test('counted over a year that is not confirmed is provisional', () => {
    expect(reportDeadline(calendar, template('month'), '2027-01-14').provisional).toBe(true);
  });

  test('comes into being at the opening of the seventh working day before it is due', () => {
    expect(written(nextComing(calendar, template('month'), at('2026-11-23 08:00')) ?? 0)).toBe('2026-12-07 08:00');
    expect(written(nextComing(calendar, template('month'), at('2026-12-07 07:59')) ?? 0)).toBe('2026-12-07 08:00');
  });

  test('of a template that has ended comes no more', () => {
    const ended = template('month', { validTo: '2026-11-30' });
    expect(nextComing(calendar, ended, at('2026-11-23 08:00'))).toBeNull();
  });

  test('comes once, however the time is cut into looks at it', () => {
    const moment = fc.integer({ min: 0, max: 900 }).map((days) => at('2025-02-01 08:00') + days * DAY);
    fc.assert(
      fc.property(fc.constantFrom(...REPORT_KINDS), fc.array(moment, { minLength: 2, maxLength: 12 }), (kind, cuts) => {
        const looks = cuts.toSorted((a, b) => a - b);
        const [first = 0, last = 0] = [looks[0], looks.at(-1)];
        const seen = looks
          .slice(1)
          .flatMap((until, index) => comingBetween(calendar, template(kind), looks[index] ?? 0, until))
          .map(({ period }) => period.to);
        const expected = periodsOf(kind, 2024, 2028).filter(({ to }) => {
          if (to < '2025-01-01') return false;
          const made = comingBetween(calendar, template(kind), at('2024-01-01 08:00'), at('2029-01-01 08:00'));
          const own = made.find(({ period }) => period.to === to);
          return own !== undefined && own.at > first && own.at <= last;
        });
        expect(seen).toEqual(expected.map(({ to }) => to));
        expect(dateOf(last) >= dateOf(first)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
