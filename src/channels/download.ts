/**
 * Fetches a file by an address that came in an event. Whoever wrote the event must not choose what we call: only hosts
 * that the platform keeps files on, only https, never along a redirect, never more than the limit.
 */
import type { Call } from './call.ts';
import { Ambiguous, GiveUp, Retry } from './errors.ts';

export type MediaSource = {
  readonly call: Call;
  /** Domains whose hosts may be called. */
  readonly hosts: readonly string[];
  /** Where the platform itself answers: files under it are its own, whatever its scheme. */
  readonly apiRoot: string;
  readonly timeoutMs: number;
};

export const downloadFrom =
  ({ call, hosts, apiRoot, timeoutMs }: MediaSource) =>
  async (ref: string, limit: number, signal: AbortSignal): Promise<Uint8Array> => {
    const url = URL.parse(ref);
    if (url === null || !isAllowed(url, hosts, apiRoot))
      throw new GiveUp('file: not at a host of the platform', 'gone');
    const { status, bytes } = await call({ url, signal, timeoutMs, limit }).catch(again);
    if (status === 200) return bytes;
    const message = `file: answered ${status}`;
    // A redirect may lead anywhere; what the platform has forgotten stays forgotten.
    if (status < 500 && status !== 408 && status !== 429) throw new GiveUp(message, 'gone');
    throw new Retry(message);
  };

const isAllowed = (url: URL, hosts: readonly string[], apiRoot: string): boolean => {
  if (url.origin === new URL(apiRoot).origin) return true;
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain && hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
};

/** Reading twice does no harm. */
const again = (error: unknown): never => {
  throw error instanceof Ambiguous ? new Retry(error.message) : error;
};
