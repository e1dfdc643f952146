/**
 * Asks the platforms what the bot may read in the groups of teams, where they have not told by themselves. The answer comes
 * in as an event like any other, so that one turn notes and tells it; a refusal is an answer too.
 */
import type { Accept, Channel } from '#channels/channel.ts';
import { GiveUp } from '#channels/errors.ts';
import { groupsToAsk, putOffAsking } from '#db/team/group-rights.ts';
import { HOUR } from '#domain/time.ts';
import type { Inbound } from '#message/inbound.ts';
import type { Runtime } from '#runtime/runtime.ts';

/** A platform that is away, or that hangs at one group, is asked about that group again after this time. */
const TRIED_AGAIN_MS = HOUR;

export const askGroupRights = async (runtime: Runtime, accept: Accept): Promise<void> => {
  for (const channel of runtime.channels.values()) {
    const { readsAll } = channel;
    if (readsAll !== undefined) await askChannel(runtime, channel, readsAll, accept);
  }
};

const askChannel = async (
  { db, clock, log }: Runtime,
  channel: Channel,
  readsAll: NonNullable<Channel['readsAll']>,
  accept: Accept,
): Promise<void> => {
  for (const group of await groupsToAsk(db, channel.name, clock.now())) {
    try {
      await accept([answer(channel, group, await askOne(readsAll, group), clock.now())]);
    } catch (error) {
      // Meanwhile the group is told to answer the bot's messages. The other groups are asked at the next run: a platform
      // that is away would answer none of them.
      log.warn({ err: error, channel: channel.name }, 'a group could not be asked about');
      const now = clock.now();
      await putOffAsking(db, { channel: channel.name, address: group }, { now, until: now + TRIED_AGAIN_MS });
      return;
    }
  }
};

/** Null: the platform refuses to say, as it does where the bot is no longer a member. */
const askOne = async (readsAll: NonNullable<Channel['readsAll']>, group: string): Promise<boolean | null> => {
  try {
    return await readsAll(group);
  } catch (error) {
    if (error instanceof GiveUp) return null;
    throw error;
  }
};

const answer = ({ name }: Channel, address: string, readsAll: boolean | null, at: number): Inbound => ({
  channel: name,
  eventId: `rights:${address}:${at}`,
  sender: { externalId: address, displayName: '', isBot: false },
  ...{ address, place: 'group', addressed: true, at, messageRef: null, quoted: null },
  content: { kind: 'rights', readsAll },
});
