/**
 * Everybody of the sample data. All names are invented and all different, since the key, which is also the external id
 * of the person's web chat account, is the name as a slug. A person has one membership, from the day the unit of today began.
 */
import type { IsoDate } from '#domain/time.ts';
import { cityPeople } from './people-city.ts';
import { communePeople } from './people-communes.ts';
import type { PersonRow, PersonSeed } from './types.ts';

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll(' ', '-');

const toPerson =
  (from: IsoDate) =>
  ([name, gender, title, unit, role]: PersonRow): PersonSeed => ({
    key: slugOf(name),
    name,
    gender,
    title,
    memberships: [{ unit, role, from }],
  });

export const people: readonly PersonSeed[] = [
  ...cityPeople.map(toPerson('2025-03-01')),
  ...communePeople.map(toPerson('2025-07-01')),
];
