/** DO1: who signs a unit's papers, and how the unit stands in their head; names and titles are the directory's only. */
import { expect, test } from 'vitest';
import type { Directory, Role } from '#domain/directory/directory.ts';
import { agencyOf } from '#text/documents/agency.ts';
import { signatoriesOf, signatoryOf, signatoryWords } from '#text/documents/signers.ts';

type Seat = readonly [name: string, title: string, role: Role];

/** A unit with a section whose head may answer by itself. */
const directoryOf = (
  kind: string,
  name: string,
  seats: readonly Seat[],
  ofSection: readonly Seat[] = [],
): Directory => {
  const unit = (id: number, over: object) => ({
    ...{ id, code: `u${id}`, kind, name, shortName: name, parentId: null, validFrom: '2025-01-01', validTo: null },
    ...{ symbol: null, headApproves: false, ...over },
  });
  const units = new Map([
    [1, unit(1, {})],
    [2, unit(2, { kind: 'section', name: 'Phòng Quản lý đầu tư', parentId: 1, headApproves: true })],
  ]);
  const rows = [...seats.map((seat) => [seat, 1] as const), ...ofSection.map((seat) => [seat, 2] as const)];
  const people = new Map(
    rows.map(([[person, title]], at) => [at + 1, { id: at + 1, key: `p${at}`, name: person, gender: null, title }]),
  );
  const memberships = rows.map(([[, , role], unitId], at) => ({
    ...{ personId: at + 1, unitId, role, validFrom: '2025-01-01', validTo: null },
  }));
  return {
    units,
    unitsByCode: new Map(),
    people,
    byPerson: Map.groupBy(memberships, ({ personId }) => personId),
    byUnit: Map.groupBy(memberships, ({ unitId }) => unitId),
    linked: new Set(),
    delegations: [],
  };
};

const DAY = '2026-11-23';

test.each([
  ['commune', 'Chủ tịch UBND xã', 'TM. Ủy ban nhân dân | Chủ tịch'],
  ['commune', 'Phó Chủ tịch UBND xã', 'TM. Ủy ban nhân dân | KT. Chủ tịch | Phó Chủ tịch'],
  ['commune', 'Phó Chủ tịch Thường trực', 'TM. Ủy ban nhân dân | KT. Chủ tịch | Phó Chủ tịch'],
  ['ward', 'Quyền Chủ tịch UBND phường', 'TM. Ủy ban nhân dân | Q. Chủ tịch'],
  ['board', 'Trưởng ban', 'Trưởng ban'],
  ['board', 'Phó Trưởng ban', 'KT. Trưởng ban | Phó Trưởng ban'],
  ['department', 'Phó Giám đốc', 'KT. Giám đốc | Phó Giám đốc'],
  ['police', 'Trưởng phòng', 'Trưởng phòng'],
] as const)('of a %s, "%s" signs as %s', (kind, title, form) => {
  const directory = directoryOf(kind, 'Đơn vị', [['Trần Văn A', title, 'leader']]);
  const [one] = signatoriesOf(directory, 1, DAY);
  expect([...(one?.authority ?? []), one?.title].join(' | ')).toBe(form);
  expect(one?.name).toBe('Trần Văn A');
});

test('the head signs unless somebody else is chosen; nobody is invented', () => {
  const all = [
    ['Phó', 'Phó Trưởng ban', 'leader'],
    ['Trưởng', 'Trưởng ban', 'leader'],
    ['Lạ', 'Cố vấn', 'leader'],
    ['Viên', 'Chuyên viên', 'official'],
  ] as const satisfies readonly Seat[];
  const directory = directoryOf('board', 'Ban Quản lý', all, [['Phòng', 'Trưởng phòng', 'head']]);
  expect(signatoriesOf(directory, 2, DAY).map(signatoryWords)).toEqual([
    'Trưởng ban Trưởng',
    'KT. Trưởng ban, Phó Trưởng ban Phó',
    'TL. Trưởng ban, Trưởng Phòng Quản lý đầu tư Phòng',
  ]);
  expect(signatoriesOf(directory, 1, DAY)).toHaveLength(2);
  expect(signatoryOf(directory, 2, DAY).name).toBe('Trưởng');
  expect(signatoryOf(directory, 2, DAY, 1).name).toBe('Phó');
  // An adviser and an official are no signers of the unit: the head signs then.
  for (const id of [3, 4, 99]) expect(signatoryOf(directory, 2, DAY, id).name).toBe('Trưởng');
  const blank = { personId: null, authority: [], title: 'Trưởng ban', name: null };
  expect(signatoryOf(directory, 2, DAY, null)).toEqual(blank);
  expect(signatoryOf(directoryOf('board', 'Ban', [all[0]]), 1, DAY)).toEqual(blank);
  expect(signatoryOf(directoryOf('board', 'Ban', [all[1], ['Hai', 'Trưởng ban', 'leader']]), 1, DAY)).toEqual(blank);
  // Whoever has left signs nothing.
  expect(signatoryOf(directory, 1, '2024-12-31')).toEqual(blank);
});

test.each([
  [
    'board',
    'Ban Quản lý các khu công nghệ cao và khu công nghiệp thành phố Hà Nội',
    ['Ban Quản lý', 'các khu công nghệ cao', 'và khu công nghiệp', 'thành phố Hà Nội'],
  ],
  [
    'police',
    'Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ - Công an thành phố Hà Nội',
    ['Phòng Cảnh sát phòng cháy,', 'chữa cháy', 'và cứu nạn, cứu hộ'],
  ],
  [
    'department',
    'Sở Nông nghiệp và Môi trường thành phố Hà Nội',
    ['Sở Nông nghiệp', 'và Môi trường', 'thành phố Hà Nội'],
  ],
  ['commune', 'UBND xã Thiên Lộc', ['Ủy ban nhân dân', 'xã Thiên Lộc']],
  ['department', `Sở ${'rất dài '.repeat(40)}`.trim(), [`Sở ${'rất dài '.repeat(40)}`.trim()]],
  ['department', 'Sở A và '.repeat(60).trim(), expect.any(Array)],
] as const)('the name of a %s is broken in the head where the sense lets it', (kind, name, lines) => {
  const { issuerLines } = agencyOf(directoryOf(kind, name, []), 1);
  expect(issuerLines).toEqual(lines);
  expect(issuerLines.every((line) => line !== '')).toBe(true);
});
