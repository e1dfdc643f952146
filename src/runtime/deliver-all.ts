/** Sends until nothing of the channel can go out soon. One loop per channel and process; others ring it again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Channel } from '#channels/channel.ts';
import { nextSendAt } from '#db/chat/outbox.ts';
import { type Millis, SECOND } from '#domain/time.ts';
import { deliver } from './deliver.ts';
import type { Runtime } from './runtime.ts';

/** A slot that opens within this time is waited for; a later one is left to the bell. */
const PATIENCE_MS = 2 * SECOND;
/** What may go out now and was not taken is in another process's hands: not asked for without pause. */
const SHORTEST_WAIT_MS = 10;

export type DeliverAll = (channel: Channel) => Promise<Millis | null>;

/**
 * @param ending a backlog is left to the next process
 * @returns (of the returned function) when something more can be sent, null when nothing waits
 */
export const deliverAll = (runtime: Runtime, ending: AbortSignal): DeliverAll => {
  const running = new Map<string, { again: boolean; done: Promise<Millis | null> }>();

  const loop = async (channel: Channel, state: { again: boolean }): Promise<Millis | null> => {
    try {
      while (!ending.aborted) {
        state.again = false;
        const next = await deliverOnce(runtime, channel);
        if (next === 'more') continue;
        if (next !== null && next <= runtime.clock.now() + PATIENCE_MS) {
          await delay(Math.max(runtime.clock.realDelayUntil(next), SHORTEST_WAIT_MS));
          continue;
        }
        if (!state.again) return next;
      }
      return null;
    } finally {
      running.delete(channel.name);
    }
  };

  return (channel) => {
    const known = running.get(channel.name);
    if (known !== undefined) {
      known.again = true;
      return known.done;
    }
    const state = { again: false, done: Promise.resolve<Millis | null>(null) };
    running.set(channel.name, state);
    state.done = loop(channel, state);
    return state.done;
  };
};

/** 'more': something was sent. Else when something can be sent next, null when nothing waits. */
const deliverOnce = async (runtime: Runtime, channel: Channel): Promise<Millis | 'more' | null> => {
  const { taken, sent, closedUntil } = await deliver(runtime, channel);
  await sent;
  if (taken > 0) return 'more';
  const next = await nextSendAt(runtime.db, channel.name);
  return next === null ? null : Math.max(next, closedUntil ?? 0);
};
