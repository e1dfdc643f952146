/**
 * Delivery by webhook, as the platform's server does it: queues side by side, one update at a time in each; anything
 * but 2xx comes again at once, then after 2, 4, 8 … 60 seconds, or when `Retry-After` says; late updates are dropped.
 */
import type { Pending, Update, Updates } from './updates.ts';
import type { World } from './world.ts';

export type Hook = { readonly url: string; readonly secret: string | null; readonly maxConnections: number };

/** What our server answered to one delivery; 0 when the connection failed. */
export type Delivery = { readonly update: Update; readonly status: number; readonly tookMs: number };

const ANSWER_LIMIT_MS = 60_000;

export type Pusher = ReturnType<typeof createPusher>;

export const createPusher = (world: World, updates: Updates, secondMs: number) => {
  const deliveries: Delivery[] = [];
  const busy = new Set<string>();
  let hook: Hook | null = null;
  let stop = new AbortController();
  let lastError: string | null = null;

  const post = async (to: Hook, update: Update): Promise<{ ok: boolean; retryAfter: number | null }> => {
    const started = performance.now();
    const response = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(to.secret === null ? {} : { 'x-telegram-bot-api-secret-token': to.secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
    }).catch(() => null);
    await response?.arrayBuffer().catch(() => null);
    deliveries.push({ update, status: response?.status ?? 0, tookMs: performance.now() - started });
    const ok = response?.ok === true;
    if (!ok) lastError = `Wrong response from the webhook: ${response?.status ?? 'connection failed'}`;
    world.events.emit('change');
    const retryAfter = response?.headers.get('retry-after') ?? null;
    return { ok, retryAfter: retryAfter === null ? null : Math.min(3_600, Number(retryAfter)) };
  };

  const deliver = async (entry: Pending): Promise<void> => {
    for (let failures = 0; hook !== null && updates.pending().includes(entry); failures += 1) {
      const { ok, retryAfter } = await post(hook, entry.update);
      if (ok) return updates.done(entry);
      const wait = retryAfter ?? (failures === 0 ? 0 : Math.min(60, 2 ** failures));
      await rest(wait * secondMs, stop.signal);
    }
  };
  const drain = async (queue: string): Promise<void> => {
    busy.add(queue);
    for (let next = first(queue); next !== undefined && hook !== null; next = first(queue)) await deliver(next);
    busy.delete(queue);
  };
  const first = (queue: string) => updates.pending().find((entry) => entry.queue === queue);
  const pump = (): void => {
    if (hook === null) return;
    for (const { queue } of updates.pending()) {
      if (busy.size >= hook.maxConnections) return;
      if (!busy.has(queue)) void drain(queue).then(pump);
    }
  };
  world.events.on('change', pump);

  const set = (next: Hook | null): void => {
    hook = next;
    lastError = null;
    stop.abort();
    stop = new AbortController();
    busy.clear();
    pump();
  };
  return {
    deliveries,
    set,
    current: () => hook,
    lastError: () => lastError,
    /** The same update again and again, side by side, whatever its queue does. */
    repeat: async (update: Update, times: number): Promise<void> => {
      const to = hook;
      if (to === null) throw new Error('no webhook is set');
      await Promise.all(Array.from({ length: times }, () => post(to, update)));
    },
  };
};

const rest = (ms: number, signal: AbortSignal): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  signal.addEventListener('abort', () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
};
