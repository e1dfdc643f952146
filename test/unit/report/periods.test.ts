/** ST2: reports are cut by the decree (15th to 14th): which period is meant, when it closes, when it goes by itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Directory } from '#domain/directory/directory.ts';
import { REPORT_KINDS } from '#domain/duty/period.ts';
import { NOTHING } from '#domain/figures/counts.ts';
import { askedAbout, asksAt, coverage, nextAsking } from '#domain/report/note.ts';
import {
  closesAt,
  lastClosed,
  latestBegun,
  nextClose,
  periodNamed,
  periodsEndingOn,
  type ReportCell,
  reportablePeriods,
  reportPeriod,
  sentAt,
} from '#domain/report/report.ts';
import { addDays, dateOf, momentOf } from '#domain/time.ts';
import { calendar } from '#test/unit/calendar/sample.ts';
import { periodRule, reviewTitle } from '#text/report/screen.ts';

describe('what people name is the decree’s period of that name', () => {
  test.each([
    [
      '2026-11-01',
      '2026-11-30',
      'month',
      '2026-10-15',
      '2026-11-14',
      'Sơ kết thực hiện Quy chế phối hợp tháng 11/2026',
    ],
    ['2026-01-01', '2026-01-31', 'month', '2025-12-15', '2026-01-14', 'tháng 01/2026'],
    ['2026-07-01', '2026-09-30', 'quarter', '2026-06-15', '2026-09-14', 'quý III/2026'],
    ['2026-01-01', '2026-03-31', 'quarter', '2025-12-15', '2026-03-14', 'quý I/2026'],
    ['2026-01-01', '2026-06-30', 'half', '2025-12-15', '2026-06-14', '6 tháng đầu năm 2026'],
    ['2026-01-01', '2026-09-30', 'nine_months', '2025-12-15', '2026-09-14', '9 tháng đầu năm 2026'],
    ['2026-01-01', '2026-12-31', 'year', '2025-12-15', '2026-12-14', 'Tổng kết thực hiện Quy chế phối hợp năm 2026'],
  ])('%s to %s', (...[from, to, kind, first, last, title]) => {
    const found = periodNamed({ from, to });
    expect(found).toMatchObject({ kind, from: first, to: last });
    if (found === null) return;
    expect(reviewTitle(found)).toContain(title);
    expect(periodRule(found)).toContain('Nghị định 09/2019/NĐ-CP');
  });

  test.each([
    ['2026-07-01', '2026-12-31'],
    ['2026-11-16', '2026-11-22'],
    ['2026-02-01', '2026-03-31'],
    ['2025-12-01', '2026-01-31'],
  ])('%s to %s is none of the decree', (from, to) => expect(periodNamed({ from, to })).toBeNull());
});

test('the 14th belongs to the period that ends, the 15th to the next one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const cut = `${year}-${String(month).padStart(2, '0')}-14`;
      const period = reportPeriod({ kind: 'month', to: cut });
      expect(period?.to).toBe(cut);
      if (period === null) return;
      expect(dateOf(closesAt(period) - 1)).toBe(cut);
      expect(dateOf(closesAt(period))).toBe(addDays(cut, 1));
      expect(lastClosed('month', cut).to < cut).toBe(true);
      expect(lastClosed('month', addDays(cut, 1)).to).toBe(cut);
      const kinds = periodsEndingOn(cut).map(({ kind }) => kind);
      expect(kinds.includes('quarter')).toBe(month % 3 === 0);
      expect(kinds.includes('half')).toBe(month === 6);
      expect(kinds.includes('nine_months')).toBe(month === 9);
      expect(kinds.includes('year')).toBe(month === 12);
      expect(periodsEndingOn(addDays(cut, 1))).toEqual([]);
    }),
  );
});

test('the next cut-off is later than now, and no period of its kind closes in between', () => {
  fc.assert(
    fc.property(fc.constantFrom(...REPORT_KINDS), fc.integer({ min: 0, max: 5_000 }), (kind, days) => {
      const now = momentOf(addDays('2020-01-01', days), 13);
      const next = nextClose([kind], now);
      expect(next).toBeGreaterThan(now);
      expect(closesAt(lastClosed(kind, dateOf(now)))).toBeLessThanOrEqual(now);
      expect(lastClosed(kind, dateOf(next))).toMatchObject({ to: dateOf(next - 1) });
    }),
  );
});

test('a report goes at the opening of the first working day after its cut-off', () => {
  const sent = (cut: string) => {
    const at = sentAt(calendar, momentOf(cut, 1440));
    return [dateOf(at), (at - momentOf(dateOf(at), 0)) / 60_000];
  };
  // Saturday 14/11/2026, Sunday 14/06/2026, Monday 14/12/2026, the Tết of 2026.
  expect(sent('2026-11-14')).toEqual(['2026-11-16', 480]);
  expect(sent('2026-06-14')).toEqual(['2026-06-15', 480]);
  expect(sent('2026-12-14')).toEqual(['2026-12-15', 480]);
  expect(sent('2026-02-14')).toEqual(['2026-02-23', 480]);
});

test('on any day there is the last of each kind, and the month that runs', () => {
  const labels = reportablePeriods('2026-11-24').map(({ kind, to }) => [kind, to]);
  expect(labels).toEqual([
    ['month', '2026-11-14'],
    ['quarter', '2026-09-14'],
    ['half', '2026-06-14'],
    ['nine_months', '2026-09-14'],
    ['year', '2025-12-14'],
    ['month', '2026-12-14'],
  ]);
});

test('a name without a year is the last period of that name that has begun', () => {
  const december = periodNamed({ from: '2025-12-01', to: '2025-12-31' });
  if (december === null) throw new Error('December is a period');
  expect(latestBegun(december, '2026-11-14').to).toBe('2025-12-14');
  expect(latestBegun(december, '2026-11-15').to).toBe('2026-12-14');
});

test('units are asked two working days before each cut-off of a quarter, about the longest period that ends with it', () => {
  expect(asksAt(calendar, { kind: 'year', year: 2026, month: 12, from: '2025-12-15', to: '2026-12-14' })).toBe(
    Date.parse('2026-12-10T08:00:00+07:00'),
  );
  fc.assert(
    fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2026-11-30'), noInvalidDate: true }), (at) => {
      const next = nextAsking(calendar, at.getTime());
      expect(next).toBeGreaterThan(at.getTime());
      const period = askedAbout(calendar, next);
      expect(period?.kind).not.toBe('month');
      expect(askedAbout(calendar, next - 1)).toBeNull();
      // Missed by a day, it is not asked any more.
      expect(askedAbout(calendar, next + 24 * 3_600_000)).toBeNull();
    }),
  );
});

test('a body has said something when one of its units has; one that was asked for nothing is not missed', () => {
  const unit = (id: number, parentId: number | null) => [id, { id, parentId }] as const;
  const directory = {
    units: new Map([unit(1, null), unit(2, 1), unit(3, null), unit(4, null)]),
  } as unknown as Directory; // all that is asked of it
  const cell = (unitId: number, received: number): ReportCell => ({
    ...{ unitId, askingId: 4, fieldId: 1 },
    counts: { ...NOTHING, received },
  });
  const note = { unitId: 2, kind: 'proposal', words: 'Không.', personId: 1, at: 0, version: 1 } as const;
  const cells = [cell(1, 2), cell(3, 1), cell(4, 0)];
  expect(coverage(directory, cells, [note])).toEqual({ entered: [1], missing: [3] });
  expect(coverage(directory, cells, [])).toEqual({ entered: [], missing: [1, 3] });
});
