/** A small world in which every relation of the acts table is one person: units 1 (asks) and 2 (owes), 9 (the board). */
import type { Directory, Membership, Role, Unit } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { calendar } from '#test/unit/calendar/sample.ts';

export const PERSONS = {
  filer: 1,
  askingHead: 2,
  askingLeader: 3,
  holder: 4,
  focal: 5,
  head: 6,
  leader: 7,
  clerk: 8,
  coordinator: 9,
  auditor: 10,
  admin: 11,
  stranger: 12,
  askingClerk: 13,
} as const;

const BELONGS: readonly (readonly [keyof typeof PERSONS, number, Role])[] = [
  ['filer', 1, 'official'],
  ['askingHead', 1, 'head'],
  ['askingLeader', 1, 'leader'],
  ['askingClerk', 1, 'clerk'],
  ['holder', 2, 'official'],
  ['focal', 2, 'focal'],
  ['head', 2, 'head'],
  ['leader', 2, 'leader'],
  ['clerk', 2, 'clerk'],
  ['coordinator', 9, 'coordinator'],
  ['auditor', 9, 'auditor'],
  ['admin', 9, 'admin'],
  ['stranger', 4, 'leader'],
];

const aUnit = (id: number, code: string): Unit => ({
  ...{ id, code, kind: 'commune', name: code, shortName: code, parentId: null, symbol: null, headApproves: false },
  ...{ validFrom: '2020-01-01', validTo: null },
});

export const aPermissionWorld = (): Reference => {
  const units = [aUnit(1, 'a'), aUnit(2, 'b'), aUnit(3, 'c'), aUnit(4, 'd'), aUnit(9, 'bql')];
  const rows: Membership[] = BELONGS.map(([name, unitId, role]) => ({
    ...{ personId: PERSONS[name], unitId, role, validFrom: '2020-01-01', validTo: null },
  }));
  const directory: Directory = {
    units: new Map(units.map((unit) => [unit.id, unit])),
    unitsByCode: new Map(units.map((unit) => [unit.code, unit])),
    people: new Map(
      Object.entries(PERSONS).map(([key, id]) => [id, { id, key, name: key, gender: null, title: 'official' }]),
    ),
    byPerson: Map.groupBy(rows, (row) => row.personId),
    byUnit: Map.groupBy(rows, (row) => row.unitId),
    linked: new Set(Object.values(PERSONS)),
    delegations: [],
  };
  return {
    ...{
      version: 1,
      directory,
      calendar,
      zones: new Map(),
      fields: new Map(),
      groups: [],
      enterprises: new Map(),
      aliases: [],
    },
    regulations: [],
  };
};
