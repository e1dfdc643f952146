/**
 * Asks the platforms what the bot may read in the groups of teams, where they have not told by themselves. The answer comes
 * in as an event like any other, so that one turn notes and tells it.
 */
import type { Accept, Channel } from '#channels/channel.ts';
import { groupsToAsk } from '#db/team/group-rights.ts';
import { DAY } from '#domain/time.ts';
import type { Inbound } from '#message/inbound.ts';
import type { Runtime } from '#runtime/runtime.ts';

/** A change is told at once; one that was missed (an outage longer than the platform waits) is found the day after. */
const KNOWN_FOR_MS = DAY;

export const askGroupRights = async (runtime: Runtime, accept: Accept): Promise<void> => {
  for (const channel of runtime.channels.values()) {
    const { readsAll } = channel;
    if (readsAll === undefined) continue;
    const since = runtime.clock.now() - KNOWN_FOR_MS;
    for (const group of await groupsToAsk(runtime.db, channel.name, since)) {
      try {
        await accept([answer(channel, group, await readsAll(group), runtime.clock.now())]);
      } catch (error) {
        // It is asked again in a few minutes; meanwhile the group is told to answer the bot's messages.
        runtime.log.warn({ err: error, channel: channel.name }, 'a group could not be asked about');
      }
    }
  }
};

const answer = ({ name }: Channel, address: string, readsAll: boolean, at: number): Inbound => ({
  channel: name,
  eventId: `rights:${address}:${at}`,
  sender: { externalId: address, displayName: '', isBot: false },
  ...{ address, place: 'group', addressed: true, at, messageRef: null, quoted: null },
  content: { kind: 'rights', readsAll },
});
