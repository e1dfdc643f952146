/**
 * grammY as the typed caller of methods: one connection pool, a time limit per call, and every failure as a class of
 * errors.ts. Nothing is retried or delayed here; that is the outbox's and the polling loop's work.
 */
import type { Agent } from 'node:http';
import { Api, type RawApi } from 'grammy';
import { createAgent } from '../connect.ts';
import { Ambiguous, Retry } from '../errors.ts';
import { faultOf } from './faults.ts';
import { DEFAULT_TIMEOUTS, type TelegramConfig, type Timeouts } from './options.ts';

type ApiSignal = NonNullable<Parameters<RawApi['getMe']>[0]>;
type Act<T> = (api: RawApi, signal: ApiSignal) => Promise<T>;

export type Client = {
  readonly apiRoot: string;
  readonly agent: Agent;
  readonly timeouts: Timeouts;
  readonly call: <T>(act: Act<T>, options?: CallOptions) => Promise<T>;
};

type CallOptions = {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** A second call would be seen: a lost answer is Ambiguous. For all others it is Retry. */
  readonly isSeen?: boolean;
};

export const createClient = (config: TelegramConfig): Client => {
  const apiRoot = config.apiRoot ?? 'https://api.telegram.org';
  const timeouts = { ...DEFAULT_TIMEOUTS, ...config.timeouts };
  const agent = createAgent({ apiRoot, proxy: config.proxy, connectMs: timeouts.connectMs });
  const { raw } = new Api(config.token, { apiRoot, baseFetchConfig: fetchOptions(agent) });

  const call: Client['call'] = async (act, options = {}) => {
    if (options.signal?.aborted) throw new Retry('stopped before the call');
    const timeout = AbortSignal.timeout(options.timeoutMs ?? timeouts.callMs);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
    try {
      // grammY's type is that of a polyfill for old Node versions; it listens to `abort` only.
      return await act(raw, signal as ApiSignal);
    } catch (error) {
      const fault = faultOf(error);
      throw fault instanceof Ambiguous && !options.isSeen ? new Retry(fault.message) : fault;
    }
  };
  return { apiRoot, agent, timeouts, call };
};

/** A redirect would carry the token in the path to another place. */
const fetchOptions = (agent: Agent): object => ({ agent, redirect: 'error', compress: true });
