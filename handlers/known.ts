/** What the reader needs to know of a turn. */
import type { Db } from '#db/client.ts';
import { readSuccessors } from '#db/directory/names.ts';
import type { Reference } from '#domain/reference.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { type Lexicon, lexiconOf } from '#reading/names/lexicon.ts';
import { type Known, understand } from '#reading/understand.ts';
import type { MemberTurn } from '#runtime/handler.ts';

/** Making it takes longer than a turn may: it is made once for each version of the reference data, and each day. */
const made = new WeakMap<Reference, { readonly day: IsoDate; readonly lexicon: Lexicon }>();
/** Most names are those of the version before: their words need not be made again. A copy, so a restart loses nothing. */
let latest: Lexicon | undefined;

export const knownTo = ({ tx, now, reference }: MemberTurn): Promise<Known> => known(tx, reference, now);

/** At the start of a process: the first sentence would pay for the names and for every pattern of the reader. */
export const warmReading = async (query: Db['query'], reference: Reference, now: Millis): Promise<void> => {
  const [unit] = reference.directory.units.values();
  understand(unit?.name ?? '', await known(query, reference, now));
};

const known = async (query: Db['query'], reference: Reference, now: Millis): Promise<Known> => {
  const day = dateOf(now);
  const kept = made.get(reference);
  if (kept?.day === day) return { now, calendar: reference.calendar, lexicon: kept.lexicon };
  const successors = await readSuccessors(query);
  const lexicon = lexiconOf({ reference, successors, enterprises: [...reference.enterprises.values()] }, day, latest);
  latest = lexicon;
  made.set(reference, { day, lexicon });
  return { now, calendar: reference.calendar, lexicon };
};
