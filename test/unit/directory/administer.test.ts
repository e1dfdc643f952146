/** Who may change what of whom: roles × acts, over a small directory. */
import { describe, expect, test } from 'vitest';
import { type Change, mayAdminister, mayConfirm } from '#domain/directory/administer.ts';
import type { Directory, Membership, Role, Unit } from '#domain/directory/directory.ts';

const DAY = '2026-11-24';
const unit = (id: number, code: string, parentId: number | null = null): Unit => ({
  id,
  code,
  parentId,
  kind: 'xa',
  name: code,
  shortName: code,
  validFrom: '2025-07-01',
  validTo: null,
  symbol: null,
  headApproves: false,
});
const [BQL, BQL_SECTION, XA, XA_SECTION, OTHER] = [1, 2, 3, 4, 5] as const;
const units = [
  unit(BQL, 'bql'),
  unit(BQL_SECTION, 'bql-qhxd', BQL),
  unit(XA, 'xa'),
  unit(XA_SECTION, 'xa-kt', XA),
  unit(OTHER, 'xa-2'),
];
const row = (personId: number, unitId: number, role: Role, validTo: string | null = null): Membership => ({
  personId,
  unitId,
  role,
  validFrom: '2025-07-01',
  validTo,
});
const P = {
  board: 10,
  board2: 11,
  local: 12,
  local2: 13,
  former: 14,
  focal: 15,
  below: 16,
  far: 17,
  both: 18,
  auditor: 19,
  staff: 20,
  left: 21,
};
const rows = [
  row(P.board, BQL, 'admin'),
  row(P.board2, BQL, 'admin'),
  row(P.local, XA, 'admin'),
  row(P.local2, XA, 'admin'),
  row(P.former, XA, 'admin', '2026-11-23'),
  row(P.focal, XA, 'focal'),
  row(P.below, XA_SECTION, 'official'),
  row(P.far, OTHER, 'official'),
  row(P.both, XA, 'official'),
  row(P.both, OTHER, 'leader'),
  row(P.auditor, BQL, 'auditor'),
  row(P.staff, BQL_SECTION, 'official'),
  row(P.left, XA, 'official', '2026-11-23'),
];
const directory: Directory = {
  units: new Map(units.map((one) => [one.id, one])),
  unitsByCode: new Map(units.map((one) => [one.code, one])),
  people: new Map(),
  linked: new Set(),
  delegations: [],
  byPerson: Map.groupBy(rows, (one) => one.personId),
  byUnit: Map.groupBy(rows, (one) => one.unitId),
};
const of = (admin: number, change: Change): string => {
  const result = mayAdminister(directory, admin, change, DAY);
  return result.ok ? result.value : result.code;
};
const WHOLE = ['see', 'correct', 'leave', 'ban', 'unban', 'invite_again', 'confirm_account'] as const;

describe('an admin of a unit', () => {
  test.each(WHOLE)('%s: people of the unit and its sections, nobody else', (kind) => {
    expect(of(P.local, { kind, personId: P.focal })).toBe('at_once');
    expect(of(P.local, { kind, personId: P.below })).toBe('at_once');
    expect(of(P.local, { kind, personId: P.far })).toBe('admin.elsewhere');
    expect(of(P.local, { kind, personId: P.both })).toBe('admin.elsewhere');
    expect(of(P.local, { kind, personId: P.left })).toBe('admin.elsewhere');
    expect(of(P.local, { kind, personId: P.auditor })).toBe(kind === 'see' ? 'admin.elsewhere' : 'admin.standing');
  });
  test.each([
    ['official', XA_SECTION, 'at_once'],
    ['leader', XA, 'at_once'],
    ['official', OTHER, 'admin.elsewhere'],
    ['official', BQL_SECTION, 'admin.standing'],
    ['admin', XA, 'admin.standing'],
    ['coordinator', XA, 'admin.standing_role'],
    ['auditor', BQL, 'admin.standing'],
  ] as const)('gives %s in unit %i: %s', (role, unitId, expected) => {
    expect(of(P.local, { kind: 'invite_new', unitId, role })).toBe(expected);
    expect(of(P.local, { kind: 'add_role', personId: P.focal, unitId, role })).toBe(expected);
    expect(of(P.local, { kind: 'move', personId: P.focal, unitId, role })).toBe(expected);
  });
  test('ends a role in his own unit of a person who also works elsewhere, and not the role elsewhere', () => {
    expect(of(P.local, { kind: 'end_role', personId: P.both, unitId: XA, role: 'official' })).toBe('at_once');
    expect(of(P.local, { kind: 'end_role', personId: P.both, unitId: OTHER, role: 'leader' })).toBe('admin.elsewhere');
    expect(of(P.local, { kind: 'end_role', personId: P.local2, unitId: XA, role: 'admin' })).toBe('admin.standing');
  });
});

describe('an admin of the standing unit', () => {
  test.each(WHOLE)('%s: alone in every unit; for weighty people seeing, stopping and confirming', (kind) => {
    expect(of(P.board, { kind, personId: P.far })).toBe('at_once');
    expect(of(P.board, { kind, personId: P.left })).toBe('at_once');
    const weighty = ['see', 'ban', 'confirm_account'].includes(kind) ? 'at_once' : 'with_second';
    for (const personId of [P.auditor, P.staff, P.local, P.board2]) {
      expect(of(P.board, { kind, personId })).toBe(weighty);
    }
  });
  test.each([
    ['official', XA, 'at_once'],
    ['admin', XA, 'with_second'],
    ['official', BQL_SECTION, 'with_second'],
    ['auditor', BQL, 'with_second'],
    ['coordinator', BQL_SECTION, 'admin.standing_role'],
  ] as const)('gives %s in unit %i: %s', (role, unitId, expected) => {
    expect(of(P.board, { kind: 'invite_new', unitId, role })).toBe(expected);
    expect(of(P.board, { kind: 'add_role', personId: P.far, unitId, role })).toBe(expected);
  });
});

test('nobody administers himself, and who is no admin today administers nobody', () => {
  for (const admin of [P.board, P.local]) {
    expect(of(admin, { kind: 'add_role', personId: admin, unitId: XA, role: 'leader' })).toBe('admin.self');
    expect(of(admin, { kind: 'confirm_account', personId: admin })).toBe('admin.self');
  }
  for (const admin of [P.former, P.focal, P.auditor, P.left]) {
    expect(of(admin, { kind: 'see', personId: P.focal })).toBe('admin.none');
  }
});

test('the second one is another admin of the standing unit, whom the change does not concern', () => {
  const confirm = (confirmer: number, personId: number): string => {
    const result = mayConfirm(directory, { proposerId: P.board, personId }, confirmer, DAY);
    return result.ok ? 'ok' : result.code;
  };
  expect(confirm(P.board2, P.auditor)).toBe('ok');
  expect(confirm(P.board, P.auditor)).toBe('admin.own_proposal');
  expect(confirm(P.board2, P.board2)).toBe('admin.self');
  expect(confirm(P.local, P.auditor)).toBe('admin.standing');
});
