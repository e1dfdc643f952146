/**
 * Who names the successor of a unit that has ended, where rules leave a doubt. No act of the table: it has no button on a
 * card, and whoever asks or owes the matter is a party to the question.
 */
import { type Directory, hasStandingRole, type PersonId } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';

export const mayChooseHeir = (directory: Directory, personId: PersonId, day: IsoDate): boolean =>
  hasStandingRole(directory, personId, 'coordinator', day);
