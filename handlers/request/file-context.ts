/** What the questions of a new request need to know, loaded once per turn. */
import { homeUnitOf } from '#domain/directory/directory.ts';
import type { Filing } from '#domain/request/filing.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import type { Lexicon } from '#reading/names/lexicon.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export type FileContext = Filing & { readonly day: IsoDate; readonly lexicon: Lexicon };

export const fileContext = async (turn: MemberTurn): Promise<Result<FileContext>> => {
  const { reference, person, now, undoMs } = turn;
  const day = dateOf(now);
  const unit = homeUnitOf(reference.directory, person.id, day);
  if (unit === null) return refused('file.no_home_unit');
  const { lexicon } = await knownTo(turn);
  return ok({ reference, filerId: person.id, unit, now, undoMs, day, lexicon });
};
