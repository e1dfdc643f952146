/** Who must give anew what a person holds who leaves: the head of each unit hears of it, with a button to each request. */

import { readReference } from '#db/directory/reference.ts';
import { partsHeldBy } from '#db/request/open-work.ts';
import { type Directory, deskOf, headsOf, leadersOf, type PersonId, staffOf } from '#domain/directory/directory.ts';
import { addDays, dateOf, type IsoDate } from '#domain/time.ts';
import { type MemberTurn, type Notice, pick } from '#runtime/handler.ts';
import { showAction } from '#src/notice/actions.ts';
import { namedWithOffice } from '#text/people/address.ts';
import { openWork } from '#text/people/admin.ts';

export const openWorkNotices = async (
  turn: MemberTurn,
  personId: PersonId,
  lastDay: IsoDate,
): Promise<readonly Notice[]> => {
  const held = await partsHeldBy(turn.tx, personId);
  if (held.length === 0) return [];
  // As it is after the change, which this transaction has just written.
  const { directory } = await readReference(turn.tx);
  const person = directory.people.get(personId);
  const day = dateOf(turn.now);
  const left = held.filter((part) => !staffOf(directory, part.unitId, addDays(lastDay, 1)).includes(personId));
  if (person === undefined) return [];
  return [...Map.groupBy(left, (part) => part.unitId)].flatMap(([unitId, work]) =>
    assignersOf(directory, unitId, personId, day).map(
      (to): Notice => ({
        to,
        class: 'urgent',
        say: {
          lines: openWork(namedWithOffice(directory, person, day), lastDay, work),
          choices: work.map(({ code, requestId }) => [pick(showAction, code, { requestId })]),
        },
      }),
    ),
  );
};

const assignersOf = (directory: Directory, unitId: number, without: PersonId, day: IsoDate): readonly PersonId[] =>
  [headsOf, leadersOf, deskOf]
    .map((found) => found(directory, unitId, day).filter((id) => id !== without))
    .find((people) => people.length > 0) ?? [];
