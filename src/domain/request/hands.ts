/** Who is meant today by the people that a request names: whoever has left or moved is not. */

import { standIns } from '#domain/directory/delegation.ts';
import { chiefsOf, type Directory, deskOf, isReached, type PersonId, worksFor } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Part, Request } from './request.ts';

/** In whose hands a part is: its holder's while he works for the unit, else its desk's; who is away is stood in for. */
export const handsOf = (
  directory: Directory,
  part: Pick<Part, 'holderId' | 'unitId'>,
  day: IsoDate,
): readonly PersonId[] =>
  standIns(
    directory,
    part.holderId !== null && worksFor(directory, part.holderId, part.unitId, day)
      ? [part.holderId]
      : deskOf(directory, part.unitId, day),
    part.unitId,
    day,
  );

/** Who speaks for the asking side: the filer while he works for its unit, else its head and leader. */
export const askersOf = (
  directory: Directory,
  { filerId, askingUnitId }: Pick<Request, 'filerId' | 'askingUnitId'>,
  day: IsoDate,
): readonly PersonId[] =>
  standIns(
    directory,
    worksFor(directory, filerId, askingUnitId, day) ? [filerId] : chiefsOf(directory, askingUnitId, day),
    askingUnitId,
    day,
  );

/** A part that is followed on paper has no clock until the day is entered on which the letter came (DESIGN 4). */
export const hasBegun = (directory: Directory, part: Pick<Part, 'termFrom' | 'unitId'>, day: IsoDate): boolean =>
  part.termFrom !== null || isReached(directory, part.unitId, day);

/** Who is spoken to about a part: those in whose hands it is; of a unit with nobody linked, those who follow it on paper. */
export const followedBy = (
  directory: Directory,
  request: Pick<Request, 'filerId' | 'askingUnitId'>,
  part: Pick<Part, 'holderId' | 'unitId'>,
  day: IsoDate,
): readonly PersonId[] =>
  isReached(directory, part.unitId, day) ? handsOf(directory, part, day) : askersOf(directory, request, day);
