import { describe, expect, it } from 'vitest';
import { enterprises } from '#db/seed/data/enterprises.ts';
import { groups } from '#db/seed/data/groups.ts';
import { succession } from '#db/seed/data/succession.ts';
import type { ZoneUnitSeed } from '#db/seed/data/types.ts';
import { zones } from '#db/seed/data/zones.ts';
import { isValidOn, lastDay, repeated, TODAY, unitOf } from './look-up.ts';

describe('zones', () => {
  const unitsOn = (day: string, of: readonly ZoneUnitSeed[]) => of.filter((unit) => isValidOn(unit, day));
  const [operating, planned] = [
    zones.filter((z) => z.status === 'operating'),
    zones.filter((z) => z.status === 'planned'),
  ];

  it('are ten operating and five planned, with unique codes and names', () => {
    expect([operating.length, planned.length]).toEqual([10, 5]);
    expect(repeated(zones.map((zone) => zone.code))).toEqual([]);
    expect(repeated(zones.flatMap((zone) => [zone.name, ...zone.aliases]).map((name) => name.toLowerCase()))).toEqual(
      [],
    );
    expect(operating.filter((zone) => zone.inListOf9 === 'unclear').map((zone) => zone.code)).toEqual([
      'HANSSIP',
      'CVCNTT',
    ]);
  });

  it('lie in units that exist for as long as the zone lies in them', () => {
    for (const { unit, ...validity } of zones.flatMap((zone) => zone.units)) {
      const home = unitOf(unit);
      expect(home.validFrom <= validity.validFrom && lastDay(validity) <= lastDay(home), unit).toBe(true);
    }
  });

  it('have at most one main unit on any day, and candidates wherever there is none', () => {
    for (const zone of zones)
      for (const day of ['2022-05-26', '2025-06-30', '2025-07-01', TODAY]) {
        const there = unitsOn(day, zone.units);
        const mains = there.filter((unit) => unit.role === 'main').length;
        expect(mains, zone.code).toBeLessThanOrEqual(1);
        if (mains === 0)
          expect(
            there.map((unit) => unit.role),
            zone.code,
          ).toContain('candidate');
      }
  });

  it('stay unsettled where the source leaves a choice', () => {
    const unsettled = zones.filter((zone) => !unitsOn(TODAY, zone.units).some((unit) => unit.role === 'main'));
    expect(unsettled.map((zone) => zone.code)).toEqual([
      'SDB',
      'HNDT',
      'CVCNTT',
      'P-SS',
      'P-DA',
      'P-BTT',
      'P-PH',
      'P-PNM',
    ]);
  });

  it('moved to successors of the districts they lay in', () => {
    const acrossTheBorder = ['P-PH: xa-phu-xuyen'];
    const foreign = zones.flatMap((zone) => {
      const old = unitsOn('2025-06-30', zone.units).map((unit) => unit.unit);
      const isHeir = (code: string) => succession.some((row) => row.new === code && old.includes(row.old));
      return unitsOn(TODAY, zone.units).flatMap(({ unit }) => (isHeir(unit) ? [] : [`${zone.code}: ${unit}`]));
    });
    expect(foreign).toEqual(acrossTheBorder);
  });
});

describe('groups', () => {
  it('have existing members, and the group of zone communes is what the zones say today', () => {
    for (const group of groups)
      for (const code of [...group.members, ...group.candidates]) expect(isValidOn(unitOf(code), TODAY)).toBe(true);
    const [withZones] = groups;
    const today = zones
      .filter((zone) => zone.status === 'operating')
      .flatMap((zone) => zone.units.filter((unit) => isValidOn(unit, TODAY)));
    const inRole = (role: string) => new Set(today.filter((unit) => unit.role === role).map((unit) => unit.unit));
    expect(new Set(withZones.members)).toEqual(inRole('main'));
    expect(new Set(withZones.candidates)).toEqual(inRole('candidate'));
  });
});

describe('enterprises', () => {
  const checkDigit = (code: string): number => {
    const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
    return 10 - (weights.reduce((sum, weight, at) => sum + weight * Number(code[at]), 0) % 11);
  };

  it('have unique, well-formed tax codes outside the issued range', () => {
    expect(enterprises).toHaveLength(40);
    expect(repeated(enterprises.map((enterprise) => enterprise.taxCode))).toEqual([]);
    expect(repeated(enterprises.map((enterprise) => enterprise.name))).toEqual([]);
    for (const { taxCode } of enterprises) {
      expect(taxCode).toMatch(/^0199\d{6}$/);
      expect(checkDigit(taxCode)).toBe(Number(taxCode.at(-1)));
    }
  });

  it('are spread over all operating zones and only those', () => {
    const used = new Set<string>(enterprises.map((enterprise) => enterprise.zone));
    expect(used).toEqual(new Set(zones.filter((z) => z.status === 'operating').map((z) => z.code)));
  });
});
