/** In whose hands a part is: its holder's while he works for the unit, else its desk's. */
import { type Directory, deskOf, type PersonId, worksFor } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Part } from './request.ts';

export const handsOf = (directory: Directory, part: Part, day: IsoDate): readonly PersonId[] =>
  part.holderId !== null && worksFor(directory, part.holderId, part.unitId, day)
    ? [part.holderId]
    : deskOf(directory, part.unitId, day);
