import { describe, expect, it } from 'vitest';
import { indicators } from '#db/seed/data/indicators.ts';
import { INDICATOR_TABLE, rowsOf } from './facts.ts';

const number = (cell: string | undefined): number | null => (cell ? Number(cell) : null);

describe('indicators', () => {
  it('are the figures of the source, row by row', () => {
    for (const row of rowsOf(INDICATOR_TABLE))
      expect(indicators.find(({ id }) => id === row.id)).toMatchObject({
        name: row.indicator_vi,
        nameEn: row.indicator_en,
        periodStart: row.period_start || null,
        periodEnd: row.period_end,
        periodUncertain: row.period_uncertain === '1',
        value: Number(row.value),
        valueMax: number(row.value_max),
        approx: row.approx === '1',
        unit: row.unit,
        kind: row.kind,
        ofPlanPct: number(row.of_plan_pct),
        vsPrevPct: number(row.vs_prev_pct),
        vsPrevKind: row.vs_prev_kind || null,
        confidence: row.confidence,
      });
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
  });

  it('keep a converted total as stated, beside its parts', () => {
    const total = indicators.find(({ id }) => id === 'I07');
    expect(total?.value).toBe(81);
    for (const part of total?.statedTotalOf ?? []) expect(indicators.some(({ id }) => id === part)).toBe(true);
  });

  it('say how a comparison is meant wherever there is one', () => {
    for (const { vsPrevPct, vsPrevKind } of indicators) expect(vsPrevKind === null).toBe(vsPrevPct === null);
  });

  it('have a period that begins before it ends, or say that it is unclear', () => {
    for (const { id, periodStart, periodEnd, periodUncertain } of indicators) {
      expect(periodStart === null, id).toBe(periodUncertain);
      expect((periodStart ?? '') < periodEnd).toBe(true);
    }
  });
});
