/** Who hears of a delegation: the two, and the chiefs of whoever is away, but for the person who did it. */
import { chiefsOfAway } from '#domain/directory/delegation.ts';
import type { Delegation } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/time.ts';
import type { MemberTurn, Notice } from '#runtime/handler.ts';

export const toAll = (
  { reference: { directory }, person, now }: MemberTurn,
  one: Omit<Delegation, 'id'>,
  lines: Notice['say']['lines'],
): readonly Notice[] =>
  [...new Set([one.fromId, one.toId, ...chiefsOfAway(directory, one, dateOf(now))])]
    .filter((to) => to !== person.id)
    .map((to) => ({ to, class: 'urgent', say: { lines } }));
