/** Sends until nothing of the channel can go out soon. One loop per channel and process; others ring it again. */
import type { Channel } from '#channels/channel.ts';
import { nextSendAt } from '#db/outbox.ts';
import { type Millis, SECOND } from '#domain/time.ts';
import { deliver } from './deliver.ts';
import type { Runtime } from './runtime.ts';

/** A slot that opens within this time is waited for; a later one is left to the bell. */
const PATIENCE_MS = 2 * SECOND;

export type DeliverAll = (channel: Channel) => Promise<Millis | null>;

/** @returns (of the returned function) when something more can be sent, null when nothing waits */
export const deliverAll = (runtime: Runtime): DeliverAll => {
  const running = new Map<string, { again: boolean; done: Promise<Millis | null> }>();

  const loop = async (channel: Channel, state: { again: boolean }): Promise<Millis | null> => {
    try {
      for (;;) {
        state.again = false;
        const { taken, closedUntil } = await deliver(runtime, channel);
        if (taken > 0) continue;
        const next = await nextSendAt(runtime.db, channel.name);
        const at = next === null ? null : Math.max(next, closedUntil ?? 0);
        if (at !== null && at <= runtime.clock.now() + PATIENCE_MS) {
          await new Promise((resolve) => setTimeout(resolve, Math.max(runtime.clock.realDelayUntil(at), 5)));
          continue;
        }
        if (!state.again) return at;
      }
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
