/**
 * What this process has done since its start, counted as it goes. Plain numbers: counting costs nothing, and the library
 * that writes them out is loaded when somebody asks.
 */
import type { Channel } from '#channels/channel.ts';
import { Ambiguous, GiveUp } from '#channels/errors.ts';

/** Failed: given up. Later: to be tried again. Ambiguous: the platform may have shown it. */
export type SendOutcome = 'sent' | 'failed' | 'later' | 'ambiguous';

/** Around the budget of a press (12 ms) and what a person notices (a second). */
const TURN_SECONDS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

export type Histogram = {
  /** Up to and including `le` seconds. */
  readonly buckets: readonly { readonly le: number; readonly count: number }[];
  readonly sum: number;
  readonly count: number;
};

export type SendCount = { readonly channel: string; readonly outcome: SendOutcome; readonly count: number };

export type Measures = {
  readonly turn: (ms: number) => void;
  /** The same channel, its sends counted. */
  readonly watched: (channel: Channel) => Channel;
  readonly turns: () => Histogram;
  readonly sends: () => readonly SendCount[];
};

export const createMeasures = (): Measures => {
  const turns = { buckets: TURN_SECONDS.map((le) => ({ le, count: 0 })), sum: 0, count: 0 };
  const sends = new Map<string, { channel: string; outcome: SendOutcome; count: number }>();

  const count = (channel: string, outcome: SendOutcome): void => {
    const key = `${channel} ${outcome}`;
    sends.set(key, { channel, outcome, count: (sends.get(key)?.count ?? 0) + 1 });
  };
  return {
    turn: (ms) => {
      const seconds = ms / 1_000;
      for (const bucket of turns.buckets) if (seconds <= bucket.le) bucket.count += 1;
      turns.sum += seconds;
      turns.count += 1;
    },
    watched: (channel) => ({
      ...channel,
      send: async (...message) => {
        try {
          const ref = await channel.send(...message);
          count(channel.name, 'sent');
          return ref;
        } catch (error) {
          count(channel.name, outcomeOf(error));
          throw error;
        }
      },
    }),
    turns: () => turns,
    sends: () => [...sends.values()],
  };
};

const outcomeOf = (error: unknown): SendOutcome => {
  if (error instanceof Ambiguous) return 'ambiguous';
  return error instanceof GiveUp ? 'failed' : 'later';
};
