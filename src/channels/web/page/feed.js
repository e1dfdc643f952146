/**
 * Asks for what is new in the open chats, without end. Each chat's cursor is kept by its column, so whatever happens
 * to a request, the next one goes on where the page stands.
 */
import { getDirectory, getFeed, pause } from './api.js';

const RETRY_MS = 1_500;
/** Longer than the server holds a request: silence beyond it is a dead connection. */
const SILENCE_MS = 30_000;

/**
 * @param {{
 *   cursors: () => { address: string, after: number }[],
 *   deliver: (entries: import('./types.js').Entry[]) => void,
 *   connected: (isConnected: boolean) => void,
 * }} page
 * @returns {{ restart: () => void }} to be called when chats were opened or closed
 */
export const startFeed = ({ cursors, deliver, connected }) => {
  let current = new AbortController();

  const once = async () => {
    const open = cursors();
    if (open.length === 0) return abortOf(current.signal);
    const signal = AbortSignal.any([current.signal, AbortSignal.timeout(SILENCE_MS)]);
    const { entries } = await getFeed(open, signal);
    connected(true);
    deliver(entries);
  };

  const loop = async () => {
    while (true) {
      current = new AbortController();
      try {
        await once();
      } catch {
        if (!current.signal.aborted) await reconnect(connected);
      }
    }
  };

  void loop();
  return { restart: () => current.abort() };
};

/** A held request would tell of the new connection only when something is said, so a quick one asks first. */
const reconnect = async (/** @type {(isConnected: boolean) => void} */ connected) => {
  connected(false);
  while (true) {
    await pause(RETRY_MS);
    try {
      await getDirectory();
      return connected(true);
    } catch {
      // Still away: the notice stays, the next try follows.
    }
  }
};

/** @param {AbortSignal} signal @returns {Promise<void>} */
const abortOf = (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
