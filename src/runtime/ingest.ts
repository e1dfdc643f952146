/** Commit 1: stores events once, before the platform is answered. What follows may be slow, or be done by another process. */
import { storeArrivals } from '#db/chat/inbox.ts';
import { confirmArrived, type Receipt } from '#db/chat/outbox-unsure.ts';
import type { Inbound } from '#message/inbound.ts';
import type { Runtime } from './runtime.ts';

/** @returns the conversations to take turns in */
export const ingest = async (runtime: Runtime, events: readonly Inbound[]): Promise<number[]> => {
  const receipts = events.filter(({ content }) => content.kind === 'delivered');
  if (receipts.length > 0) await confirmArrived(runtime.db, receipts.map(receiptOf), runtime.clock.now());
  const spoken = events.filter(({ content }) => content.kind !== 'delivered');
  if (spoken.length === 0) return [];
  const arrivals = spoken.map(storable).map((event) => ({ event, kept: !runtime.isSecret(event) }));
  return storeArrivals(runtime.db, arrivals, runtime.clock.now());
};

/** No word of a person: nothing is stored of it, and nobody takes a turn for it. */
const receiptOf = ({ channel, address, messageRef, content }: Inbound): Receipt => {
  const [, id] = /^outbox:(\d{1,15})$/.exec(content.kind === 'delivered' ? (content.key ?? '') : '') ?? [];
  return { channel, address, ref: messageRef ?? '', id: id === undefined ? null : Number(id) };
};

/**
 * Postgres keeps neither NUL nor half a surrogate pair; marks of no width, or that turn the direction of the letters
 * around, would hide or reverse what stands beside them in others' messages. Without them the words read the same.
 */
const storable = (event: Inbound): Inbound =>
  JSON.parse(
    JSON.stringify(event, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\u0000', '').replaceAll(UNSEEN, '').toWellFormed() : value,
    ),
  );

const UNSEEN = /[\u200b\ufeff\u202a-\u202e\u2066-\u2069]/g;
