/**
 * What the page asks of the server. A request that changes something carries a key made here and is sent again until
 * the server has answered, so a lost connection loses nothing and doubles nothing.
 */

/** The server read the request and does not want it: sending it again is useless. */
export class Refused extends Error {}

const RETRY_MS = 1_500;

export const newKey = () => crypto.randomUUID();

/** @param {number} ms @returns {Promise<void>} */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {string} url
 * @param {RequestInit} [init]
 * @throws {Refused}
 */
const ask = async (url, init) => {
  const response = await fetch(url, init);
  if (response.ok) return response.status === 204 ? null : response.json();
  if (response.status < 500) throw new Refused(`${url}: ${response.status}`);
  throw new Error(`${url}: ${response.status}`);
};

/**
 * @param {string} url
 * @param {RequestInit} init
 */
const askUntilAnswered = async (url, init) => {
  while (true) {
    try {
      return await ask(url, init);
    } catch (error) {
      if (error instanceof Refused) throw error;
      await pause(RETRY_MS);
    }
  }
};

/** @param {unknown} value @returns {RequestInit} */
const json = (value) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

/** @returns {Promise<import('./types.js').Directory>} */
export const getDirectory = () => ask('/web/people');

/**
 * @param {{ address: string, after: number }[]} cursors
 * @param {AbortSignal} signal
 * @returns {Promise<{ entries: import('./types.js').Entry[] }>}
 */
export const getFeed = (cursors, signal) => {
  const query = new URLSearchParams();
  for (const { address, after } of cursors) {
    query.append('address', address);
    query.append('after', String(after));
  }
  return ask(`/web/feed?${query}`, { signal });
};

/** @param {import('./types.js').EventRequest} event @returns {Promise<{ ref: string }>} */
export const postEvent = (event) => askUntilAnswered('/web/events', json(event));

/** @param {{ id: string, title: string, members: import('./types.js').Speaker[] }} group */
export const postGroup = (group) => askUntilAnswered('/web/groups', json(group));

/** @param {File} file @returns {Promise<import('./types.js').WebFile>} */
export const postFile = (file) => {
  const query = new URLSearchParams({ name: file.name, mime: file.type });
  const headers = { 'content-type': 'application/octet-stream' };
  return askUntilAnswered(`/web/files?${query}`, { method: 'POST', headers, body: file });
};

/** Null where the product's time is the real time. @returns {Promise<{ now: string } | null>} */
export const getClock = () => ask('/web/clock');

/** @param {string} advance such as "1h" @returns {Promise<{ now: string }>} */
export const advanceClock = (advance) => ask('/test/clock', json({ advance }));
