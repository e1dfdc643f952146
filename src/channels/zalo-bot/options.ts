import type { FileLinks } from '../file-link.ts';
import type { Log } from '../log.ts';

/** What the adapter is made from. Tokens and secrets are read here and never logged. */
export type ZaloBotConfig = {
  /** `<bot id>:<secret>`; part of the path of each call. */
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly proxy?: string;
  /** How the bot is shown in groups, where its mention opens a message. */
  readonly shownName?: string;
  /** Domains on which the platform keeps pictures and voice notes. */
  readonly mediaHosts: readonly string[];
  /** What the plan allows: messages a month, and people. */
  readonly limits: { readonly messages: number; readonly people: number };
  readonly timeouts?: Partial<Timeouts>;
} & ({ readonly mode: 'polling' } | WebhookConfig);

export type WebhookConfig = { readonly mode: 'webhook'; readonly publicUrl: string; readonly secret: string };

export type Timeouts = {
  readonly connectMs: number;
  readonly callMs: number;
  readonly fileMs: number;
  /**
   * How long the platform holds a poll that has nothing to tell. A stop waits for the poll under way, since breaking it
   * off may lose what it brings: well inside the ten seconds of a clean stop.
   */
  readonly pollSeconds: number;
  /** First pause of the polling loop after a failure; it doubles up to thirty times this. */
  readonly retryMs: number;
};

export const DEFAULT_TIMEOUTS: Timeouts = {
  connectMs: 5_000,
  callMs: 9_000,
  fileMs: 60_000,
  pollSeconds: 4,
  retryMs: 1_000,
};

/** Runs one poller over all processes: calls `run` when the lock is held, whose signal aborts when it is lost. */
export type PollLock = (run: (held: AbortSignal) => Promise<void>, signal: AbortSignal) => Promise<void>;

export type ZaloBotDeps = {
  readonly log: Log;
  readonly links: FileLinks;
  readonly lock?: PollLock;
};
