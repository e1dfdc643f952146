/** Events of the chat itself: blocked, back again, moved, the bot added to a group. Null: a person speaks. */

import type { Waiting } from '#db/chat/inbox.ts';
import { failAddress } from '#db/chat/outbox.ts';
import { markBlocked, moveAddress } from '#db/people/account.ts';
import type { Outcome, Registry, Turn } from './handler.ts';

export const chatEvent = async (registry: Registry, turn: Turn, waiting: Waiting): Promise<Outcome | null> => {
  const { content } = turn.event;
  switch (content.kind) {
    case 'joined':
      return registry.joined(turn);
    case 'left':
      // Nothing is claimed for it any more; the sweep moves on what waits for it.
      if (waiting.place !== 'private') {
        await failAddress(turn.tx, waiting.channel, waiting.address, 'the chat was left');
        return registry.groupEvent(turn);
      }
      return accountLeft(registry, turn, waiting, content.withdraws === true);
    case 'moved': {
      const outcome = await registry.groupEvent(turn);
      await moveAddress(turn.tx, waiting.channel, waiting.address, content.to);
      return outcome;
    }
    case 'rights':
    case 'renamed':
    case 'member_left':
      return registry.groupEvent(turn);
    case 'returned':
      // Storing the event has already cleared the block.
      return {};
    default:
      return null;
  }
};

const accountLeft = async (
  registry: Registry,
  turn: Turn,
  { channel, address }: Waiting,
  withdraws: boolean,
): Promise<Outcome> => {
  const personId = await markBlocked(turn.tx, channel, address, turn.now);
  return withdraws && personId !== null ? registry.withdrawn(turn, personId) : {};
};
