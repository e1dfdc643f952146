/**
 * Runs turns as events come in and sends their replies at once. Per conversation one at a time in this process (the
 * row lock orders processes); the number under way is bounded so that turns never wait for connections.
 */
import type { Channel } from '#channels/channel.ts';
import type { Inbound } from '#message/inbound.ts';
import { createBatch } from './batch.ts';
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

/** Events of so many webhook calls are stored together, and replies of so many turns claimed. */
const MOST_STORED = 32;
const MOST_CLAIMED = 8;

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

  const finish = afterCommit(runtime, send);

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
        if (taken !== null) finish(taken);
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

  const accept = createBatch<Inbound>(MOST_STORED, async (events) => {
    for (const conversationId of await ingest(runtime, events)) {
      turns(conversationId).catch((error: unknown) =>
        // The event is stored: the sweep takes the turn when the database is back.
        runtime.log.error({ err: error, conversation: conversationId }, 'turns were interrupted'),
      );
    }
  });

  const drained = async (): Promise<void> => {
    while (running.size > 0 || sending.size > 0) {
      await Promise.allSettled([...[...running.values()].map((one) => one.done), ...sending]);
    }
  };
  return { accept, turns, drained };
};

type Send = (work: Promise<unknown>) => void;

/** Replies are sent by the process that committed them; the bell rings for everything else. */
const afterCommit = (runtime: Runtime, send: Send): ((taken: Taken) => void) => {
  const sendReplies = new Map(
    [...runtime.channels.values()].map((channel) => [
      channel.name,
      createBatch<number>(MOST_CLAIMED, (ids) => claimReplies(runtime, channel, ids, send)),
    ]),
  );
  return ({ replies, press, ring, wakes, filesWait, productionsWait }) => {
    const acknowledge = runtime.channels.get(replies.channel)?.acknowledge;
    if (press !== null && acknowledge !== undefined) send(acknowledge(press.pressId, press.notice));
    const sendThem = sendReplies.get(replies.channel);
    if (sendThem !== undefined && replies.ids.length > 0) send(sendThem(replies.ids));
    for (const name of ring) runtime.bell.ring(name);
    for (const at of wakes) runtime.bell.wakeAt(at);
    if (filesWait) runtime.bell.fetchFiles();
    if (productionsWait) runtime.bell.produce();
  };
};

const claimReplies = async (runtime: Runtime, channel: Channel, ids: readonly number[], send: Send): Promise<void> => {
  const { taken, sent } = await deliver(runtime, channel, ids);
  send(sent);
  if (taken < ids.length) runtime.bell.ring(channel.name);
};
