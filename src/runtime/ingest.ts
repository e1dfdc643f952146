/** Commit 1: stores events once, before the platform is answered. What follows may be slow, or be done by another process. */
import { storeArrivals } from '#db/inbox.ts';
import type { Inbound } from '#message/inbound.ts';
import type { Runtime } from './runtime.ts';

/** @returns the conversations to take turns in */
export const ingest = async (runtime: Runtime, events: readonly Inbound[]): Promise<number[]> => {
  if (events.length === 0) return [];
  const arrivals = events.map(storable).map((event) => ({ event, kept: !runtime.isSecret(event) }));
  return storeArrivals(runtime.db, arrivals, runtime.clock.now());
};

/** Postgres keeps neither NUL nor half a surrogate pair; without them the words are the same to a reader. */
const storable = (event: Inbound): Inbound =>
  JSON.parse(
    JSON.stringify(event, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
    ),
  );
