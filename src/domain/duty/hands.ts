/** Who is meant by a duty today: those who owe it, and those who say whether it was done. */

import { standIns } from '#domain/directory/delegation.ts';
import {
  chiefsOf,
  coordinatorsOf,
  type Directory,
  deskOf,
  headsOf,
  leadersOf,
  membershipsOf,
  type PersonId,
  worksFor,
} from '#domain/directory/directory.ts';
import { toldChiefs, toldHeads, toldLeaders } from '#domain/directory/told.ts';
import type { Steps } from '#domain/request/escalation.ts';
import { handsOf } from '#domain/request/hands.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Duty } from './duty.ts';

type Parties = Pick<Duty, 'unitId' | 'holderId' | 'owedTo' | 'checkerId'>;

/** Who may report it done: its holder, and the unit's desk, head and leader. */
export const owes = (directory: Directory, personId: PersonId, duty: Parties, day: IsoDate): boolean =>
  (duty.holderId === personId && worksFor(directory, personId, duty.unitId, day)) ||
  isOfUnitSide(directory, personId, duty, day);

/** Who may give it to a person of the unit. */
export const isOfUnitSide = (directory: Directory, personId: PersonId, duty: Parties, day: IsoDate): boolean =>
  deskOf(directory, duty.unitId, day).includes(personId) ||
  headsOf(directory, duty.unitId, day).includes(personId) ||
  leadersOf(directory, duty.unitId, day).includes(personId);

/** Who may say whether it was done: the checker, head and leader of the unit it is owed to, the coordinator. */
export const decides = (directory: Directory, personId: PersonId, duty: Parties, day: IsoDate): boolean =>
  leads(directory, personId, duty, day) || coordinatorsOf(directory, day).includes(personId);

/** Without the coordinator: the checker, and the chiefs of the unit it is owed to. */
export const leads = (directory: Directory, personId: PersonId, duty: Parties, day: IsoDate): boolean =>
  checkersOf(directory, duty, day).includes(personId) || chiefsOf(directory, duty.owedTo, day).includes(personId);

/** Who is asked to look at a proof: the checker, else the chiefs of the unit it is owed to, else the coordinator. */
export const decidersOf = (directory: Directory, duty: Parties, day: IsoDate): readonly PersonId[] => {
  const asked = [
    standIns(directory, checkersOf(directory, duty, day), duty.owedTo, day),
    toldChiefs(directory, duty.owedTo, day),
  ];
  return asked.find((people) => people.length > 0) ?? coordinatorsOf(directory, day);
};

/** Who hears of an overdue duty, step by step, as of an overdue part. */
export const dutySteps = (directory: Directory, duty: Parties, day: IsoDate): Steps => [
  () => handsOf(directory, duty, day),
  () => toldHeads(directory, duty.unitId, day),
  () => toldLeaders(directory, duty.unitId, day),
  () => decidersOf(directory, duty, day),
  () => coordinatorsOf(directory, day),
];

/** Whoever has left looks at nothing any more. */
const checkersOf = (directory: Directory, { checkerId }: Parties, day: IsoDate): readonly PersonId[] =>
  checkerId !== null && membershipsOf(directory, checkerId, day).length > 0 ? [checkerId] : [];
