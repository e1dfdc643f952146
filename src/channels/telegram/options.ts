import type { Log } from '../log.ts';

/** What the adapter is made from. Tokens and secrets are read here and never logged. */
export type TelegramConfig = {
  readonly token: string;
  /** Without a slash at its end; Telegram's own when absent. */
  readonly apiRoot?: string;
  /** HTTPS_PROXY; used for an https API root. */
  readonly proxy?: string;
  readonly timeouts?: Partial<Timeouts>;
} & (PollingConfig | WebhookConfig);

type PollingConfig = { readonly mode: 'polling' };

export type WebhookConfig = {
  readonly mode: 'webhook';
  /** The root under which the platform reaches us. */
  readonly publicUrl: string;
  /** Derived from the token when absent, so that a webhook is never open. */
  readonly secret?: string;
};

export type Timeouts = {
  /** Until the connection stands: a network that swallows packets must not look like a lost answer. */
  readonly connectMs: number;
  readonly callMs: number;
  /** Uploads and downloads. */
  readonly fileMs: number;
  /** How long the platform holds a poll that has nothing to tell. */
  readonly pollSeconds: number;
  /** First pause of the polling loop after a failure; it doubles up to thirty times this. */
  readonly retryMs: number;
};

export const DEFAULT_TIMEOUTS: Timeouts = {
  connectMs: 5_000,
  callMs: 15_000,
  fileMs: 60_000,
  pollSeconds: 30,
  retryMs: 1_000,
};

/** Runs one poller over all processes: calls `run` when the lock is held, whose signal aborts when it is lost. */
export type PollLock = (run: (held: AbortSignal) => Promise<void>, signal: AbortSignal) => Promise<void>;

export type TelegramDeps = {
  readonly log: Log;
  /** The product's clock: a press carries no time of its own. */
  readonly now: () => number;
  readonly lock?: PollLock;
};
