/** Waits for what should become true, looking again whenever something happened; no sleeping. */
import type { World } from './world.ts';

const PATIENCE_MS = 5_000;

export type WaitFor = <T>(look: () => T, timeoutMs?: number) => Promise<NonNullable<T>>;

export const createWaitFor =
  (world: World): WaitFor =>
  (look, timeoutMs = PATIENCE_MS) => {
    const { promise, resolve, reject } = Promise.withResolvers<NonNullable<ReturnType<typeof look>>>();
    const timer = setTimeout(() => reject(new Error(`did not happen in ${timeoutMs} ms: ${look}`)), timeoutMs);
    const check = (): void => {
      try {
        const found = look();
        if (found) resolve(found);
      } catch (error) {
        reject(error);
      }
    };
    world.events.on('change', check);
    check();
    return promise.finally(() => {
      clearTimeout(timer);
      world.events.off('change', check);
    });
  };
