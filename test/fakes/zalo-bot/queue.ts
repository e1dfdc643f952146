/**
 * Events on their way to the bot: pushed to the webhook in force, else kept until a poll takes the oldest, whereupon it
 * is forgotten. One that the webhook did not take is pushed again; the true schedule is not published.
 */
import type { World } from '../zalo/world.ts';

export type FakeEvent = { readonly event_name: string; readonly message: Readonly<Record<string, unknown>> };
export type Hook = { readonly url: string; readonly secret: string };
export type Queue = ReturnType<typeof createQueue>;

/** Longer than a product takes to be started again. */
const MOST_PUSHES = 600;

export const createQueue = (world: World, secondMs: number, isWrapped: boolean) => {
  const waiting: FakeEvent[] = [];
  let hook: Hook | null = null;
  let takers: ((event: FakeEvent | null) => void)[] = [];
  let isClosed = false;

  const push = async (event: FakeEvent): Promise<void> => {
    for (let tries = 1; tries <= MOST_PUSHES && !isClosed; tries += 1) {
      if (hook !== null && (await post(hook, isWrapped ? { ok: true, result: event } : event)) < 300) break;
      await new Promise((resolve) => setTimeout(resolve, secondMs));
    }
    world.change();
  };
  return {
    push,
    add: (event: FakeEvent): void => {
      if (hook !== null) {
        waiting.push(event);
        void push(event).then(() => {
          waiting.splice(waiting.indexOf(event), 1);
          world.change();
        });
        return;
      }
      const taker = takers.shift();
      if (taker === undefined) waiting.push(event);
      else taker(event);
      world.change();
    },
    /** The oldest, at once or within the time; null when none came. */
    take: async (seconds: number): Promise<FakeEvent | null> => {
      const ready = waiting.shift();
      if (ready !== undefined) return ready;
      const { promise, resolve } = Promise.withResolvers<FakeEvent | null>();
      takers.push(resolve);
      const timer = setTimeout(() => {
        takers = takers.filter((taker) => taker !== resolve);
        resolve(null);
      }, seconds * secondMs);
      return promise.finally(() => clearTimeout(timer));
    },
    /** @returns whether the address answered */
    hookTo: async (next: Hook | null): Promise<boolean> => {
      hook = next;
      return next === null || (await post(next, null)) < 300;
    },
    webhook: () => hook,
    pending: () => waiting,
    close: (): void => {
      isClosed = true;
      for (const taker of takers) taker(null);
    },
  };
};

const post = async ({ url, secret }: Hook, body: object | null): Promise<number> => {
  const headers = { 'content-type': 'application/json', 'X-Bot-Api-Secret-Token': secret };
  try {
    const sent = body === null ? {} : { headers, body: JSON.stringify(body) };
    return (await fetch(url, { method: 'POST', ...sent })).status;
  } catch {
    return 599; // nobody there
  }
};
