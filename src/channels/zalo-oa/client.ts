/**
 * Calls of the OpenAPI: the token in a header, success only where the body says `error: 0`. A refused token is renewed and
 * the call made again, once; nothing else is retried here.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Answer, type Call, createCall, jsonOf } from '../call.ts';
import { Ambiguous, Credentials, Retry } from '../errors.ts';
import type { Table } from './codes.ts';
import { faultOf, TokenRefused } from './faults.ts';
import { DEFAULT_TIMEOUTS, type Timeouts, type ZaloOaConfig, type ZaloOaDeps } from './options.ts';
import { type AccessTokens, createTokens } from './tokens.ts';

export type OaCall<T> = {
  /** For errors and the log; the URL is in neither. */
  readonly name: string;
  readonly url: string;
  /** Sent as JSON; a form is sent as it is; neither: GET. */
  readonly body?: object | FormData;
  readonly schema: z.ZodType<T>;
  readonly table?: Table;
  readonly signal?: AbortSignal;
  /** A second call would be seen: a lost answer is Ambiguous. For all others it is Retry. */
  readonly isSeen?: boolean;
};

export type Client = {
  readonly config: ZaloOaConfig;
  readonly timeouts: Timeouts;
  readonly http: Call;
  readonly tokens: AccessTokens;
  readonly call: <T>(request: OaCall<T>) => Promise<T>;
};

const ANSWER_LIMIT = 1_000_000;
const envelope = z.object({ error: z.coerce.number(), data: z.unknown().optional() });

export const createClient = (config: ZaloOaConfig, deps: ZaloOaDeps): Client => {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...config.timeouts };
  const http = createCall({ proxy: config.proxy, connectMs: timeouts.connectMs });
  const tokens = createTokens({ config, call: http, timeouts, store: deps.tokens, now: deps.now, log: deps.log });

  const callOnce = async <T>(request: OaCall<T>, token: string): Promise<T> => {
    const { name, signal, table = 'account', schema } = request;
    const sent = await bodyOf(request.body);
    const answered = await http({
      url: new URL(request.url),
      headers: { ...headersOf(config, token), ...sent.headers },
      ...(sent.bytes === undefined ? {} : { body: sent.bytes }),
      ...{ signal, timeoutMs: sent.isUpload ? timeouts.fileMs : timeouts.callMs, limit: ANSWER_LIMIT },
    });
    const { error: code, data } = read(name, answered);
    if (code !== 0) throw faultOf({ table, name, code }, deps.platformNow());
    const parsed = schema.safeParse(data ?? {});
    // The call had its effect; what we cannot read of its answer must not make us call again.
    if (!parsed.success) throw new Ambiguous(`${name}: an answer of unknown form`);
    return parsed.data;
  };

  const call: Client['call'] = async (request) => {
    try {
      const token = await tokens.current();
      try {
        return await callOnce(request, token);
      } catch (error) {
        if (!(error instanceof TokenRefused)) throw error;
        return await callOnce(request, await tokens.instead(token));
      }
    } catch (error) {
      if (error instanceof TokenRefused) throw new Credentials(error.message, { cause: error });
      throw error instanceof Ambiguous && !request.isSeen ? new Retry(error.message) : error;
    }
  };
  return { config, timeouts, http, tokens, call };
};

const headersOf = ({ forms, appSecret }: ZaloOaConfig, token: string): Record<string, string> => ({
  access_token: token,
  ...(forms.includes('appsecret-proof')
    ? { appsecret_proof: createHmac('sha256', appSecret).update(token).digest('hex') }
    : {}),
});

type Sent = { readonly headers: Record<string, string>; readonly bytes?: Buffer; readonly isUpload: boolean };

const bodyOf = async (body: object | undefined): Promise<Sent> => {
  if (body === undefined) return { headers: {}, isUpload: false };
  if (!(body instanceof FormData)) {
    const headers = { 'content-type': 'application/json' };
    return { headers, bytes: Buffer.from(JSON.stringify(body)), isUpload: false };
  }
  // The platform's own way to write a form, with its boundary.
  const form = new Response(body);
  const headers = { 'content-type': form.headers.get('content-type') ?? '' };
  return { headers, bytes: Buffer.from(await form.arrayBuffer()), isUpload: true };
};

const read = (name: string, { status, bytes }: Answer): z.infer<typeof envelope> => {
  const parsed = envelope.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new Ambiguous(`${name}: answered ${status} without an envelope`);
  return parsed.data;
};

/** GET takes one parameter: JSON. */
export const queryOf = (data: object): string => `?data=${encodeURIComponent(JSON.stringify(data))}`;
