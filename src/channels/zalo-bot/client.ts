/**
 * The Bot Platform's methods: POST and JSON under the token, success only where the body says `ok`. Nothing is retried
 * here; that is the outbox's and the polling loop's work.
 */
import { z } from 'zod';
import { type Answer, type Call, createCall, jsonOf } from '../call.ts';
import { Ambiguous, Retry } from '../errors.ts';
import { createFaultOf } from './faults.ts';
import { DEFAULT_TIMEOUTS, type Timeouts, type ZaloBotConfig } from './options.ts';

export type Client = {
  readonly timeouts: Timeouts;
  readonly http: Call;
  readonly call: <T>(method: string, body: object, schema: z.ZodType<T>, options?: CallOptions) => Promise<T>;
};

type CallOptions = {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** A second call would be seen: a lost answer is Ambiguous. For all others it is Retry. */
  readonly isSeen?: boolean;
};

/** Answers are small; a page of a gateway is not read whole. */
const ANSWER_LIMIT = 1_000_000;

const envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().catch(''),
  // A number or its digits; a refusal without one is nothing we know, and is tried again.
  error_code: z.coerce.number().catch(0),
});

export const createClient = (config: ZaloBotConfig): Client => {
  const timeouts = { ...DEFAULT_TIMEOUTS, ...config.timeouts };
  const http = createCall({ proxy: config.proxy, connectMs: timeouts.connectMs });
  const { faultOf, wentWell } = createFaultOf();
  const headers = { 'content-type': 'application/json' };

  const call: Client['call'] = async (method, body, schema, options = {}) => {
    const url = new URL(`${config.apiRoot}/bot${config.token}/${method}`);
    const { signal, timeoutMs = timeouts.callMs } = options;
    try {
      const answer = await http({
        ...{ url, headers, signal, timeoutMs, limit: ANSWER_LIMIT },
        body: Buffer.from(JSON.stringify(body)),
      });
      const { ok, result, error_code, description } = read(method, answer);
      if (!ok) throw faultOf(method, error_code, description);
      // A poll that brought something does not say that the quota of sends is there again.
      if (options.isSeen) wentWell();
      const parsed = schema.safeParse(result ?? {});
      // The call had its effect; what we cannot read of its answer must not make us call again.
      if (!parsed.success) throw new Ambiguous(`${method}: an answer of unknown form`);
      return parsed.data;
    } catch (error) {
      throw error instanceof Ambiguous && !options.isSeen ? new Retry(error.message) : error;
    }
  };
  return { timeouts, http, call };
};

/** A wrong token, or calls too fast, may bring a gateway's page; whether the platform saw the call it does not say. */
const read = (method: string, { status, bytes }: Answer): z.infer<typeof envelope> => {
  const parsed = envelope.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new Ambiguous(`${method}: answered ${status} without an envelope`);
  return parsed.data;
};
