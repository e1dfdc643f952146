/**
 * What waits to be delivered, and delivery by `getUpdates`: confirmed by offset only, one poller at a time, none while
 * a webhook is set. Updates live a day, button presses 150 seconds.
 */
import { ApiError } from './api-error.ts';
import type { World } from './world.ts';

export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

export type Pending = {
  readonly update: Update;
  /** Delivered one at a time: messages by chat, presses by person, memberships by chat apart from messages. */
  readonly queue: string;
  readonly until: number;
};

const LIFE_MS = {
  message: 86_400_000,
  edited_message: 86_400_000,
  callback_query: 150_000,
  my_chat_member: 86_400_000,
};
export type UpdateKind = keyof typeof LIFE_MS;

type Poll = { readonly offset?: number; readonly limit?: number; readonly timeout?: number };

export type Updates = ReturnType<typeof createUpdates>;

export const createUpdates = (world: World, secondMs: number) => {
  let nextId = 1_000;
  let pending: Pending[] = [];
  let allowed: readonly string[] | null = null;
  let interrupt: ((reason: ApiError | null) => void) | null = null;

  const alive = (): Pending[] => {
    const now = world.now();
    pending = pending.filter(({ until }) => until > now);
    return pending;
  };
  const push = (entry: Pending): void => {
    pending.push(entry);
    interrupt?.(null);
    world.events.emit('change');
  };
  const add = (kind: UpdateKind, body: object, owner: number): Update => {
    nextId += 1;
    const update = { update_id: nextId, [kind]: body };
    const isWanted = allowed === null || allowed.includes(kind);
    if (isWanted) push({ update, queue: `${kind}:${owner}`, until: world.now() + LIFE_MS[kind] });
    return update;
  };

  /** A poll in progress ends with a conflict. */
  const endPoll = (why: string): void => interrupt?.(new ApiError(409, `Conflict: ${why}`));

  const poll = async ({ offset = 0, limit = 100, timeout = 0 }: Poll): Promise<Update[]> => {
    endPoll('terminated by other getUpdates request; make sure that only one bot instance is running');
    pending = pending.filter(({ update }) => update.update_id >= offset);
    if (alive().length === 0 && timeout > 0) await arrival(timeout * secondMs);
    return alive()
      .slice(0, limit)
      .map(({ update }) => update);
  };
  const arrival = (ms: number): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const mine = (reason: ApiError | null) => (reason === null ? resolve() : reject(reason));
    interrupt = mine;
    const timer = setTimeout(resolve, ms);
    return promise.finally(() => {
      clearTimeout(timer);
      if (interrupt === mine) interrupt = null;
    });
  };

  return {
    add,
    poll,
    endPoll,
    pending: alive,
    /** The same update once more, in front. */
    again: (update: Update): void => {
      pending.unshift({ update, queue: 'again', until: world.now() + LIFE_MS.message });
      interrupt?.(null);
    },
    done: (entry: Pending): void => {
      pending = pending.filter((one) => one !== entry);
      world.events.emit('change');
    },
    clear: (): void => {
      pending = [];
    },
    allow: (kinds: readonly string[] | undefined): void => {
      // An empty list means the default again, which holds all kinds used here.
      if (kinds !== undefined) allowed = kinds.length === 0 ? null : kinds;
    },
    allowed: (): readonly string[] | null => allowed,
  };
};
