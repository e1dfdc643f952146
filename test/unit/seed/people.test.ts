import { describe, expect, it } from 'vitest';
import { people } from '#db/seed/data/people.ts';
import type { Role } from '#db/seed/data/types.ts';
import { units } from '#db/seed/data/units.ts';
import { zones } from '#db/seed/data/zones.ts';

const inForce = units.filter((unit) => unit.validTo === null);
const inRole = (unit: string, ...roles: Role[]): string[] =>
  people
    .filter((person) =>
      person.memberships.some((m) => m.unit === unit && (roles.length === 0 || roles.includes(m.role))),
    )
    .map((person) => person.key);

describe('people', () => {
  it('have unique keys that are slugs of their names', () => {
    expect(new Set(people.map((person) => person.key)).size).toBe(people.length);
    for (const person of people) expect(person.key).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(people.find((person) => person.name === 'Trần Thị Lan')?.key).toBe('tran-thi-lan');
    expect(people.find((person) => person.name === 'Đỗ Minh Tuấn')?.key).toBe('do-minh-tuan');
  });

  it('belong to existing units, not before those began', () => {
    for (const { memberships } of people)
      for (const { unit, from } of memberships)
        expect((inForce.find(({ code }) => code === unit)?.validFrom ?? '9999') <= from, unit).toBe(true);
  });

  it('hold city-wide roles only in the board, with two administrators', () => {
    const cityWide = people.flatMap(({ memberships }) =>
      memberships.filter(({ role }) => role === 'coordinator' || role === 'auditor'),
    );
    expect(cityWide.map(({ unit }) => unit)).toEqual(['bql', 'bql']);
    expect(inRole('bql', 'admin')).toHaveLength(2);
    expect(inRole('bql', 'leader')).toHaveLength(2);
  });

  it('leave only xã Yên Xuân unreachable, and xã Quảng Bị to its leader alone', () => {
    const empty = inForce.filter(({ code }) => inRole(code).length === 0);
    expect(empty.map(({ code }) => code)).toEqual(['xa-yen-xuan']);
    expect(inRole('xa-quang-bi')).toEqual(inRole('xa-quang-bi', 'leader'));
  });

  it("give every unit but xã Yên Xuân somebody who approves: its leader, the nearest parent's, or its head", () => {
    const approvers = (code: string, parent: string | null) =>
      inRole(code, 'leader', 'head').concat(parent ? inRole(parent, 'leader') : []);
    const without = inForce.filter((unit) => approvers(unit.code, unit.parent).length === 0);
    expect(without.map(({ code }) => code)).toEqual(['xa-yen-xuan']);
  });

  it('give every main commune of a zone a focal and a leader', () => {
    const mains = zones.flatMap((zone) => zone.units.filter((unit) => unit.role === 'main' && unit.validTo === null));
    for (const { unit } of mains) {
      expect(inRole(unit, 'focal'), unit).not.toEqual([]);
      expect(inRole(unit, 'leader'), unit).not.toEqual([]);
    }
  });

  it('play the story: Nguyễn Minh Anh asks, Trần Thị Lan receives, Nguyễn Quang Huy handles', () => {
    expect(inRole('bql-qhxd', 'official')).toContain('nguyen-minh-anh');
    expect(inRole('xa-thien-loc', 'focal')).toEqual(['tran-thi-lan']);
    expect(inRole('xa-thien-loc-kt', 'official')).toEqual(['nguyen-quang-huy']);
    for (const role of ['official', 'head', 'leader', 'clerk'] as const)
      expect(inRole('xa-thien-loc', role), role).not.toEqual([]);
  });
});
