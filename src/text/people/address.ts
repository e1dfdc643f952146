/** Forms of address from the directory: `ông`/`bà` where it is known, with the office of a person who is named. */
import { type Directory, homeUnitOf, membershipsOf, type Person } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';

/** `bà Trần Thị Lan` */
export const addressOf = ({ gender, name }: Pick<Person, 'gender' | 'name'>): string =>
  `${gender === null ? 'ông/bà' : { nam: 'ông', nu: 'bà' }[gender]} ${name}`;

/** `bà Trần Thị Lan, Chánh Văn phòng, UBND xã Thiên Lộc` */
export const namedWithOffice = (directory: Directory, person: Person, day: IsoDate): string =>
  [addressOf(person), person.title, unitNameOf(directory, person, day)].filter((part) => part !== null).join(', ');

/** The unit a person is shown with: where he works, else the first he has anything to do in. */
export const unitNameOf = (directory: Directory, person: Person, day: IsoDate): string | null => {
  const home = homeUnitOf(directory, person.id, day);
  if (home !== null) return home.name;
  const [first] = membershipsOf(directory, person.id, day);
  return first === undefined ? null : (directory.units.get(first.unitId)?.name ?? null);
};
