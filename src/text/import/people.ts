/** A row of a sheet of people: each is invited into one role of one unit. */
import type { Role, Unit } from '#domain/directory/directory.ts';
import { checkInvitee, ROLES } from '#domain/directory/invitation.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { key, slugOf } from '../key.ts';
import { unitsIn } from '../names.ts';
import { roleNames } from '../people/roles.ts';
import { sayRefusal } from '../refusals.ts';
import { type Row, type RowFault, type RowReader, rowReader } from './row.ts';

export const peopleColumns = {
  name: 'Họ và tên',
  unit: 'Đơn vị',
  role: 'Vai trò',
  title: 'Chức danh',
} as const;

export type ReadPerson = {
  readonly row: number;
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: number;
  readonly role: Role;
};

const NAMED_ROLES: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role): [string, Role][] => [[key(roleNames[role]), role]]),
);

export const personIn = (reference: Reference, row: Row, day: IsoDate): ReadPerson | readonly RowFault[] => {
  const reader = rowReader(peopleColumns, row);
  const { must, text, among, fault, faults } = reader;
  const name = must('name');
  const unit = unitOf(reference, reader, day);
  const role = among('role', NAMED_ROLES, Object.values(roleNames));
  if (unit === null || role === null || name === '') return faults;
  const checked = checkInvitee(reference.directory, { unit: unit.code, role, name }, day);
  if (!checked.ok && checked.code === 'invite.name') fault('name', `"${name}" không phải là họ tên`);
  if (!checked.ok && checked.code !== 'invite.name')
    fault('role', `vai trò ${roleNames[role]} chỉ có ở đơn vị thường trực Quy chế`);
  const slug = slugOf(name);
  if (slug === null) fault('name', 'không viết được bằng chữ cái tiếng Việt');
  if (isKnown(reference, name, unit.id, day)) fault('name', `đã có trong danh bạ của ${unit.name}`);
  if (faults.length > 0 || !checked.ok || slug === null) return faults;
  const title = text('title') || roleNames[role];
  return { row: row.number, slug, name: checked.value.name, title, unitId: unit.id, role };
};

const unitOf = (
  reference: Reference,
  { must, fault }: RowReader<keyof typeof peopleColumns>,
  day: IsoDate,
): Unit | null => {
  const words = must('unit');
  if (words === '') return null;
  const found = unitsIn(reference, words, day);
  if (!found.ok) return fault('unit', bare(sayRefusal(found)));
  const [id, ...others] = found.value;
  if (others.length > 0) return fault('unit', 'chỉ ghi một đơn vị');
  return id === undefined ? null : (reference.directory.units.get(id) ?? null);
};

/** Whoever is there already is invited again from /quantri: a second person of one name is rare, a double import is not. */
const isKnown = ({ directory }: Reference, name: string, unitId: number, day: IsoDate): boolean =>
  [...directory.people.values()].some(
    (person) =>
      key(person.name) === key(name) &&
      (directory.byPerson.get(person.id) ?? []).some(
        (row) => row.unitId === unitId && (row.validTo === null || row.validTo >= day),
      ),
  );

const bare = (lines: readonly string[]): string => lines.join(' ').replace(/\.$/, '');
