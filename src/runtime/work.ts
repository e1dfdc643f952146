/**
 * Runs turns as events come in and sends their replies at once. Per conversation one at a time in this process (the
 * row lock orders processes); the number under way is bounded so that turns never wait for connections.
 */
import type { Inbound } from '#message/inbound.ts';
import { deliver } from './deliver.ts';
import { ingest } from './ingest.ts';
import { createLimit } from './limit.ts';
import type { Runtime } from './runtime.ts';
import { type Taken, takeTurn } from './turn.ts';

export type Work = {
  /** Commit 1, then turns in the background. Resolves when the events are stored. */
  readonly accept: (events: readonly Inbound[]) => Promise<void>;
  /** Takes the waiting turns of a conversation; resolves when none is left. */
  readonly turns: (conversationId: number) => Promise<void>;
  /** Resolves when nothing accepted so far is under way: the clean stop. */
  readonly drained: () => Promise<void>;
};

/** Turns at once; below the pool's size, so that a claim or a sweep always finds a connection. */
const MOST_AT_ONCE = 8;

/** @param observe told how long each turn took, in milliseconds */
export const startWork = (runtime: Runtime, observe: (ms: number) => void = () => undefined): Work => {
  const running = new Map<number, { again: boolean; done: Promise<void> }>();
  const sending = new Set<Promise<unknown>>();
  const limited = createLimit(MOST_AT_ONCE);
  const send = (work: Promise<unknown>): void => {
    const settled = work.catch((error: unknown) => runtime.log.error({ err: error }, 'sending after a turn failed'));
    sending.add(settled);
    void settled.finally(() => sending.delete(settled));
  };

  const timedTurn = async (conversationId: number): Promise<Taken | null> => {
    const since = performance.now();
    const taken = await takeTurn(runtime, conversationId);
    if (taken !== null) observe(performance.now() - since);
    return taken;
  };

  const drainOne = async (conversationId: number, state: { again: boolean }): Promise<void> => {
    let more: boolean;
    try {
      do {
        state.again = false;
        const taken = await limited(() => timedTurn(conversationId));
        if (taken !== null) afterCommit(runtime, taken, send);
        more = taken?.more ?? false;
      } while (more || state.again);
    } finally {
      // In the same tick as the last look at `again`, or an event stored in between would wait for the sweep.
      running.delete(conversationId);
    }
  };

  const turns = (conversationId: number): Promise<void> => {
    const known = running.get(conversationId);
    if (known !== undefined) {
      known.again = true;
      return known.done;
    }
    const state = { again: false, done: Promise.resolve() };
    running.set(conversationId, state);
    state.done = drainOne(conversationId, state);
    return state.done;
  };

  const accept = async (events: readonly Inbound[]): Promise<void> => {
    for (const conversationId of await ingest(runtime, events)) {
      turns(conversationId).catch((error: unknown) =>
        // The event is stored: the sweep takes the turn when the database is back.
        runtime.log.error({ err: error, conversation: conversationId }, 'turns were interrupted'),
      );
    }
  };

  const drained = async (): Promise<void> => {
    while (running.size > 0 || sending.size > 0) {
      await Promise.allSettled([...[...running.values()].map((one) => one.done), ...sending]);
    }
  };
  return { accept, turns, drained };
};

/** Replies are sent by the process that committed them; the bell rings for everything else. */
const afterCommit = (runtime: Runtime, taken: Taken, send: (work: Promise<unknown>) => void): void => {
  const channel = runtime.channels.get(taken.replies.channel);
  if (taken.press !== null && channel?.acknowledge !== undefined) {
    send(channel.acknowledge(taken.press.pressId, taken.press.notice));
  }
  if (channel !== undefined && taken.replies.ids.length > 0) {
    send(
      deliver(runtime, channel, taken.replies.ids).then((sent) => {
        if (sent.taken < taken.replies.ids.length) runtime.bell.ring(channel.name);
      }),
    );
  }
  for (const name of taken.ring) runtime.bell.ring(name);
  for (const at of taken.wakes) runtime.bell.wakeAt(at);
  if (taken.filesWait) runtime.bell.fetchFiles();
};
