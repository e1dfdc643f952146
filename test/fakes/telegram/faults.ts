/** Faults on demand. Each takes the place of, or comes around, the platform's true answer. */
import { type ApiError, tooManyRequests } from './api-error.ts';

export type Fault =
  /** The call has no effect and is answered with this. */
  | { readonly do: 'answer'; readonly error: ApiError }
  /** The call has its effect after this time. */
  | { readonly do: 'slow'; readonly ms: number }
  /** Never answered; `after`: the message was seen. */
  | { readonly do: 'hang' | 'cut'; readonly when: 'before' | 'after' }
  /** A gateway's page in place of an answer; the message was seen. */
  | { readonly do: 'gateway' };

export type FaultRule = {
  /** Any method when left out. */
  readonly method?: string;
  /** Any chat when left out. */
  readonly chatId?: number;
  /** Once when left out. */
  readonly times?: number;
  readonly fault: Fault;
};

export type Faults = ReturnType<typeof createFaults>;

export const createFaults = (now: () => number) => {
  const rules: { rule: FaultRule; left: number }[] = [];
  const floods: { chatId: number | null; until: number }[] = [];
  return {
    add: (rule: FaultRule): void => {
      rules.push({ rule, left: rule.times ?? 1 });
    },
    /** From now on, for so long, every send to the chat (or to all) is answered 429 with the seconds left. */
    flood: (seconds: number, chatId: number | null = null): void => {
      floods.push({ chatId, until: now() + seconds * 1_000 });
    },
    clear: (): void => {
      rules.length = 0;
      floods.length = 0;
    },
    take: (method: string, chatId: number | null): Fault | null => {
      const found = rules.find(
        ({ rule, left }) =>
          left > 0 &&
          (rule.method === undefined || rule.method === method) &&
          (rule.chatId === undefined || rule.chatId === chatId),
      );
      if (found === undefined) return null;
      found.left -= 1;
      return found.rule.fault;
    },
    floodFor: (chatId: number): ApiError | null => {
      const flood = floods.find((one) => one.until > now() && (one.chatId === null || one.chatId === chatId));
      return flood === undefined ? null : tooManyRequests(Math.ceil((flood.until - now()) / 1_000));
    },
  };
};
