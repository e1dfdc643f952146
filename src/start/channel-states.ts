/**
 * How each channel is, for /readyz and the metrics. Down: the platform takes nothing (it asked to wait, refused our
 * credentials, or was not reached since the start). Degraded: it takes some, or its month is used up. The database tells
 * what all processes have seen.
 */
import { channelUse } from '#db/chat/channel-use.ts';
import type { Db } from '#db/client.ts';
import { channelTroubles } from '#db/health.ts';
import { isSpent } from '#domain/quota.ts';
import { SECOND } from '#domain/time.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { limitsOf } from '#runtime/ways.ts';

export type ChannelState = 'on' | 'degraded' | 'down' | 'off';
export type ChannelStates = () => Promise<Readonly<Record<string, ChannelState>>>;

/** Every channel there is; the first three are people's apps. */
const ALL = ['telegram', 'zalo-bot', 'zalo-oa', 'web'] as const;

/** A pause within the pace of a platform, or after one slow answer, is no outage. */
const PAUSE_MS = 5 * SECOND;

type Deps = {
  readonly db: Db;
  readonly runtime: Runtime;
  /** Those that could not yet be told of us, by this process. */
  readonly untold: ReadonlySet<string>;
};

export const channelStates =
  ({ db, runtime, untold }: Deps): ChannelStates =>
  async () => {
    const names = [...runtime.channels.keys()];
    const seen = await look(db, runtime, names).catch(() => null);
    const stateOf = (name: string): ChannelState => {
      if (!names.includes(name)) return 'off';
      // Without a database nothing is sent anywhere.
      if (seen === null || untold.has(name) || seen.shut.has(name)) return 'down';
      return seen.troubled.has(name) ? 'degraded' : 'on';
    };
    return Object.fromEntries(ALL.map((name) => [name, stateOf(name)]));
  };

const look = async (db: Db, runtime: Runtime, names: readonly string[]) => {
  const now = runtime.clock.now();
  const [troubles, uses] = await Promise.all([
    channelTroubles(db, names, now + PAUSE_MS),
    channelUse(db.query, limitsOf(runtime.channels), now),
  ]);
  return {
    shut: new Set(troubles.filter(({ isShut }) => isShut).map(({ channel }) => channel)),
    troubled: new Set([
      ...troubles.filter(({ isTroubled }) => isTroubled).map(({ channel }) => channel),
      ...uses.filter((use) => use.kind !== 'people' && isSpent(use)).map(({ channel }) => channel),
    ]),
  };
};
