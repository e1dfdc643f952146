/** A row of a sheet of people: each is invited into one role of one unit. */
import type { Role } from '#domain/directory/directory.ts';
import { checkInvitee, ROLES } from '#domain/directory/invitation.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { key, slugOf } from '../key.ts';
import { unitsIn } from '../names.ts';
import { roleNames } from '../people/roles.ts';
import { sayRefusal } from '../refusals.ts';
import { type Row, type RowFault, rowReader } from './row.ts';

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
  const { must, text, among, fault, faults } = rowReader(peopleColumns, row);
  const [name, unitWords] = [must('name'), must('unit')];
  const role = among('role', NAMED_ROLES);
  const units = unitWords === '' ? null : unitsIn(reference, unitWords, day);
  if (units !== null && !units.ok) fault('unit', bare(sayRefusal(units)));
  const [unitId, ...others] = units?.ok === true ? units.value : [];
  if (others.length > 0) fault('unit', 'chỉ ghi một đơn vị');
  const unit = unitId === undefined ? undefined : reference.directory.units.get(unitId);
  if (unit === undefined || role === null || name === '') return faults;
  const checked = checkInvitee(reference.directory, { unit: unit.code, role, name }, day);
  const slug = slugOf(name);
  if (!checked.ok) fault(checked.code === 'invite.name' ? 'name' : 'role', bare(sayRefusal(checked)));
  else if (slug === null) fault('name', 'không viết được bằng chữ cái tiếng Việt');
  else if (isKnown(reference, checked.value.name, unit.id, day)) fault('name', `đã có trong danh bạ của ${unit.name}`);
  if (faults.length > 0 || !checked.ok || slug === null) return faults;
  const title = text('title') || roleNames[role];
  return { row: row.number, slug, name: checked.value.name, title, unitId: unit.id, role };
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
