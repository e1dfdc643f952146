/** What is typed behind /viec: late, due today, or a unit. */

import type { WaitingOnly } from '#db/request/list.ts';
import { withSections } from '#domain/directory/directory.ts';
import { addDays, dateOf, momentOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import { dueWordIn } from '#text/request/work-words.ts';
import { unitsSaid } from './read-units.ts';

/** @returns null when the words say none of these */
export const waitingOnly = async (turn: MemberTurn, words: string): Promise<WaitingOnly | null> => {
  if (words.trim() === '') return {};
  const { now, reference } = turn;
  const day = dateOf(now);
  const due = dueWordIn(words);
  if (due === 'overdue') return { until: now };
  if (due === 'today') return { after: momentOf(day, 0), until: momentOf(addDays(day, 1), 0) };
  const { lexicon } = await knownTo(turn);
  const said = unitsSaid(words, { reference, lexicon, day });
  return said.ok ? { units: said.value.flatMap((id) => withSections(reference.directory, id)) } : null;
};
