/** Waits for what should become true, looking again whenever something happened; no sleeping. */
import type { EventEmitter } from 'node:events';

const PATIENCE_MS = 5_000;

export type Changes = EventEmitter<{ change: [] }>;

export const createWaitFor =
  (changes: Changes) =>
  <T>(look: () => T, timeoutMs = PATIENCE_MS, say = () => String(look)): Promise<NonNullable<T>> => {
    const { promise, resolve, reject } = Promise.withResolvers<NonNullable<T>>();
    const timer = setTimeout(() => reject(new Error(`did not happen in ${timeoutMs} ms: ${say()}`)), timeoutMs);
    const check = (): void => {
      try {
        const found = look();
        if (found) resolve(found);
      } catch (error) {
        reject(error);
      }
    };
    changes.on('change', check);
    check();
    return promise.finally(() => {
      clearTimeout(timer);
      changes.off('change', check);
    });
  };
