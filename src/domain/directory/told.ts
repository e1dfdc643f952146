/** Who is told for a unit: its desk, head and leaders, or those who stand in for them. */

import type { IsoDate } from '#domain/time.ts';
import { standIns } from './delegation.ts';
import { chiefsOf, type Directory, deskOf, headsOf, leadersOf, type PersonId, type UnitId } from './directory.ts';

type Told = (directory: Directory, unitId: UnitId, day: IsoDate) => readonly PersonId[];

const told =
  (people: Told): Told =>
  (directory, unitId, day) =>
    standIns(directory, people(directory, unitId, day), unitId, day);

export const toldDesk = told(deskOf);
export const toldHeads = told(headsOf);
export const toldLeaders = told(leadersOf);
export const toldChiefs = told(chiefsOf);
