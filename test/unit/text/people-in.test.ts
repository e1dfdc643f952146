/** Who is meant by a name. */
import { expect, test } from 'vitest';
import type { Person } from '#domain/directory/directory.ts';
import { aPermissionWorld, PERSONS } from '#test/factories/permission.ts';
import { personIn } from '#text/people-in.ts';

const { directory } = aPermissionWorld();
const NAMES: Readonly<Record<number, string>> = {
  [PERSONS.filer]: 'Trần Văn Dũng',
  [PERSONS.askingHead]: 'Nguyễn Minh Anh',
  [PERSONS.holder]: 'Đỗ Hưng',
  [PERSONS.focal]: 'Đỗ Hùng',
};
const people = new Map<number, Person>(
  [...directory.people].map(([id, one]) => [id, { ...one, name: NAMES[id] ?? one.name }]),
);
const units = new Map(
  [...directory.units].map(([id, one]) => [id, id === 1 ? { ...one, name: 'Phòng Xây dựng' } : one]),
);
const who = (text: string) => personIn({ ...directory, people, units }, text, '2026-11-23');

test('a word of a name is a person, though the name of a unit has the same letters; marks tell names apart', () => {
  expect(who('Dũng')).toEqual({ ok: true, value: PERSONS.filer });
  expect(who('dung')).toEqual({ ok: true, value: PERSONS.filer });
  expect(who('Hưng')).toEqual({ ok: true, value: PERSONS.holder });
  expect(who('hung')).toMatchObject({ ok: false, code: 'field.person_several' });
  expect(who('Minh Anh xây dựng')).toEqual({ ok: true, value: PERSONS.askingHead });
  expect(who('Phượng')).toMatchObject({ ok: false, code: 'field.person_unknown' });
});
