/** What was done to the directory, by whom, when and on which channel. */
import { appendFacts } from '#db/fact.ts';
import type { Turn } from '#runtime/handler.ts';

type Entry = { readonly kind: string; readonly data: Readonly<Record<string, string | number | boolean | null>> };

/** @param actorId null: a person who is not linked yet */
export const recordBy = (turn: Turn, actorId: number | null, entries: readonly Entry[]): Promise<void> =>
  appendFacts(
    turn.tx,
    'directory',
    entries.map((entry) => ({ ...entry, partId: null })),
    { actorId, channel: turn.event.channel, at: turn.now },
  );

export const record = (turn: Turn & { readonly person: { readonly id: number } }, entries: readonly Entry[]) =>
  recordBy(turn, turn.person.id, entries);
