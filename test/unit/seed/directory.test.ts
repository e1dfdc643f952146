import { describe, expect, it } from 'vitest';
import { fields } from '#db/seed/data/fields.ts';
import { regulations } from '#db/seed/data/regulations.ts';
import { districtSuccession, succession } from '#db/seed/data/succession.ts';
import type { UnitSeed } from '#db/seed/data/types.ts';
import { units } from '#db/seed/data/units.ts';
import { zones } from '#db/seed/data/zones.ts';
import { addDays } from '#domain/time.ts';
import { rowsOf, SUCCESSION_TABLE } from './facts.ts';
import { isValidOn, lastDay, repeated, TODAY, unitOf } from './look-up.ts';

const slugKinds: Partial<Record<string, UnitSeed['kind']>> = {
  xa: 'commune',
  phuong: 'ward',
  quan: 'district',
  huyen: 'district',
  so: 'department',
};

describe('units', () => {
  it('have unique slugs that tell the kind', () => {
    expect(repeated(units.map((unit) => unit.code))).toEqual([]);
    for (const unit of units) {
      expect(unit.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      const kind = slugKinds[unit.code.split('-')[0] ?? ''];
      if (kind && unit.kind !== 'section') expect(unit.kind, unit.code).toBe(kind);
    }
  });

  it('carry unique names at any one time', () => {
    const today = units.filter((unit) => isValidOn(unit, TODAY));
    expect(repeated(today.map((unit) => unit.name))).toEqual([]);
    expect(repeated(today.map((unit) => unit.shortName))).toEqual([]);
  });

  it('are named on screens as officials name them', () => {
    expect(unitOf('xa-thien-loc')).toMatchObject({ name: 'UBND xã Thiên Lộc', officialCode: '00493' });
    expect(unitOf('phuong-phuc-loi').name).toBe('UBND phường Phúc Lợi');
    expect(unitOf('huyen-dong-anh').name).toBe('UBND huyện Đông Anh');
    expect(unitOf('bql-qhxd').symbol).toBe('BQL-QHXD');
  });

  it('of one official code do not exist twice', () => {
    const codes = units.flatMap((unit) => unit.officialCode ?? []);
    expect(repeated(codes)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^\d{2,5}$/);
  });

  it('that are sections, and only those, have a parent that lives as long', () => {
    for (const unit of units) {
      expect(unit.parent !== null, unit.code).toBe(unit.kind === 'section');
      if (unit.parent === null) continue;
      const parent = unitOf(unit.parent);
      expect(parent.validFrom <= unit.validFrom && lastDay(unit) <= lastDay(parent), unit.code).toBe(true);
    }
  });

  it('begin before they end', () => {
    for (const thing of [...units, ...fields, ...regulations, ...zones.flatMap((zone) => zone.units)])
      expect(thing.validFrom < lastDay(thing)).toBe(true);
  });
});

describe('succession', () => {
  it('of the nine districts is the table of the resolution, row by row', () => {
    const stated = rowsOf(SUCCESSION_TABLE).map((row) =>
      [
        row.old_code,
        row.old_name?.toLowerCase(),
        row.old_valid_to,
        row.successor_code,
        `${row.successor_kind} ${row.successor_name}`,
      ].join(),
    );
    const seeded = districtSuccession.map((row) => {
      const [old, heir] = [unitOf(row.old), unitOf(row.new)];
      return [old.officialCode, old.shortName.toLowerCase(), old.validTo, heir.officialCode, heir.shortName].join();
    });
    expect(seeded).toHaveLength(42);
    expect(new Set(seeded)).toEqual(new Set(stated));
  });

  it('starts on the day after the old unit ended', () => {
    for (const row of succession) expect(addDays(lastDay(unitOf(row.old)), 1)).toBe(unitOf(row.new).validFrom);
  });

  it('leaves no ended unit without a successor and prefers at most one', () => {
    for (const ended of units.filter((unit) => unit.validTo !== null)) {
      const heirs = succession.filter((row) => row.old === ended.code);
      expect(heirs.length, ended.code).toBeGreaterThan(0);
      expect(heirs.filter((row) => row.isDefault).length).toBeLessThanOrEqual(1);
    }
  });
});
