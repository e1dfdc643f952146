/**
 * The long poll of the page: answers when there is something after the cursors, at the latest after HOLD_MS. A cursor
 * per chat makes it whole: a lost answer, a chat opened later and a restarted server all go on from the cursor.
 */
import type { WebCursor, WebEntry, WebStore } from './store.ts';

/** Shorter than the idle limits of proxies, long enough that a quiet page asks seldom. */
const HOLD_MS = 20_000;
/** Another process may have written: it cannot wake us, and a page must show its message within 300 ms. */
const LOOK_EVERY_MS = 200;
/** Keeps one answer small; the page asks at once for the rest. */
const MOST = 200;

export const createFeed = (store: WebStore) => {
  const waiting = new Set<() => void>();

  const pause = (ends: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        ends.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, LOOK_EVERY_MS);
      waiting.add(wake);
      ends.addEventListener('abort', wake);
    });

  return {
    /** Something was written by this process: whoever waits looks now. */
    wake: (): void => {
      for (const wake of waiting) wake();
    },
    next: async (cursors: readonly WebCursor[], gone: AbortSignal): Promise<readonly WebEntry[]> => {
      const ends = AbortSignal.any([gone, AbortSignal.timeout(HOLD_MS)]);
      while (true) {
        const entries = await store.since(cursors, MOST);
        if (entries.length > 0 || ends.aborted) return entries;
        await pause(ends);
      }
    },
  };
};

export type Feed = ReturnType<typeof createFeed>;
