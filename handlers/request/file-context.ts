/** What the questions of a new request need to know, loaded once per turn. */
import { homeUnitOf } from '#domain/directory/directory.ts';
import type { Filing } from '#domain/request/filing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export type FileContext = Filing & { readonly day: IsoDate };

export const fileContext = async ({ reference, person, now, undoMs }: MemberTurn): Promise<Result<FileContext>> => {
  const day = dateOf(now);
  const unit = homeUnitOf(reference.directory, person.id, day);
  return unit === null ? refused('file.no_home_unit') : ok({ reference, filerId: person.id, unit, now, undoMs, day });
};
