/**
 * Events on their way to the webhook: signed, and brought again after 30 s, 5, 15, 30 minutes and an hour while the answer
 * is not 200 within two seconds; then the application is taken off.
 */
import { createHash } from 'node:crypto';
import type { World } from '../zalo/world.ts';

export type SignedBy = {
  readonly appId: string;
  readonly appSecret: string;
  readonly secretKey: string;
  readonly stampIn: 'body' | 'header';
  readonly first: 'app_id' | 'oa_id';
};

export type OaEvent = Readonly<Record<string, unknown>> & { readonly event_name: string; readonly timestamp: string };

const LADDER_SECONDS = [30, 300, 900, 1_800, 3_600];
const PATIENCE_SECONDS = 2;

type Options = { readonly secondMs: number; readonly signedBy: SignedBy };

export const createPusher = (world: World, { secondMs, signedBy }: Options) => {
  let url: string | null = null;
  let isOff = false;
  let isClosed = false;
  const waiting = new Set<OaEvent>();
  const statuses: number[] = [];

  const post = async (event: OaEvent, tries: number): Promise<number> => {
    if (url === null) return 0;
    const { body, headers } = signed(event, signedBy);
    const retry: Record<string, string> = tries === 0 ? {} : { num_retry: String(tries) };
    try {
      const signal = AbortSignal.timeout(Math.max(PATIENCE_SECONDS * secondMs, 500));
      const answer = await fetch(url, { method: 'POST', body, headers: { ...headers, ...retry }, signal });
      statuses.push(answer.status);
      return answer.status;
    } catch {
      return 0; // nobody there, or too slow
    }
  };

  const bring = async (event: OaEvent): Promise<void> => {
    for (const [tries, seconds] of [...LADDER_SECONDS, null].entries()) {
      if (isClosed || isOff || (await post(event, tries)) === 200) return;
      if (seconds === null) isOff = true;
      else await new Promise((resolve) => setTimeout(resolve, seconds * secondMs).unref());
    }
  };

  const add = (event: OaEvent): void => {
    if (url === null) return;
    waiting.add(event);
    void bring(event).finally(() => {
      waiting.delete(event);
      world.change();
    });
  };

  return {
    add,
    /** In the console: kept only when an unsigned `{}` is answered there. */
    save: async (address: string): Promise<boolean> => {
      const answer = await fetch(address, { method: 'POST', body: '{}' });
      if (answer.status === 200) url = address;
      return answer.status === 200;
    },
    /** Once more, as it was. @returns the status */
    again: (event: OaEvent) => post(event, 1),
    signed: (event: OaEvent) => signed(event, signedBy),
    waiting: () => waiting.size,
    statuses,
    /** Nothing was answered in the end: the platform brings nothing more. */
    isOff: () => isOff,
    close: (): void => {
      isClosed = true;
    },
  };
};

/** The body's bytes and the headers that prove them. */
const signed = (event: OaEvent, by: SignedBy): { body: string; headers: Record<string, string> } => {
  const { timestamp, ...rest } = event;
  const body = JSON.stringify(by.stampIn === 'body' ? event : rest);
  const first = by.first === 'app_id' ? by.appId : String(event.oa_id ?? Object(event.recipient).id);
  const mac = createHash('sha256').update(`${first}${body}${timestamp}${by.secretKey}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'X-ZEvent-Signature': `mac=${mac}`,
      ...(by.stampIn === 'header' ? { 'X-ZEvent-Timestamp': timestamp } : {}),
    },
  };
};
