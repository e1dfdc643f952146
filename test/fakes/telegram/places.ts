/** Chats as a test makes and changes them; each change reaches the bot as the platform would tell it. */
import type { FakeBot } from './bot.ts';
import { chatShape, messageShape, userShape } from './shapes.ts';
import type { Update } from './updates.ts';
import type { Chat, Person, Place } from './world.ts';

export type FakeGroup = ReturnType<typeof createGroup>;

type GroupOptions = {
  readonly type?: 'group' | 'supergroup';
  /** With topics; a supergroup always. */
  readonly isForum?: boolean;
  /** False: the bot is added later, by `addBot`. */
  readonly withBot?: boolean;
};

export const newChat = (bot: FakeBot, chat: Pick<Chat, 'id' | 'type' | 'title'> & Partial<Chat>): Chat => {
  const whole: Chat = { isForum: false, bot: 'unknown', movedTo: null, messages: [], topics: new Map(), ...chat };
  bot.world.chats.set(whole.id, whole);
  return whole;
};

export const tellMembership = (bot: FakeBot, chat: Chat, by: Person, now: Chat['bot']): Update => {
  const status = (state: Chat['bot']) => ({
    user: userShape(bot.world.bot),
    status: state === 'unknown' ? 'left' : state,
  });
  const change = { old_chat_member: status(chat.bot), new_chat_member: status(now) };
  chat.bot = now;
  const date = Math.floor(bot.world.now() / 1_000);
  return bot.updates.add('my_chat_member', { chat: chatShape(chat), from: userShape(by), date, ...change }, chat.id);
};

export const createGroup = (bot: FakeBot, title: string, options: GroupOptions = {}) => {
  const { isForum = false, type = isForum ? 'supergroup' : 'group', withBot = true } = options;
  let chat = newChat(bot, { id: newGroupId(bot, type), type, title, isForum, bot: withBot ? 'member' : 'left' });
  const inGroup = (): Place => ({ chat, threadId: null });
  return {
    place: inGroup,
    id: () => chat.id,
    messages: () => chat.messages,
    /** A forum topic, opened by a service message whose id is the topic's. */
    topic: (name: string): (() => Place) => {
      const id = bot.world.addMessage(inGroup(), { id: 1, name: 'Admin', isBot: false }, { text: '' }).id;
      chat.topics.set(id, name);
      return () => ({ chat, threadId: id });
    },
    addBot: (by: Person) => tellMembership(bot, chat, by, 'member'),
    promoteBot: (by: Person) => tellMembership(bot, chat, by, 'administrator'),
    demoteBot: (by: Person) => tellMembership(bot, chat, by, 'member'),
    removeBot: (by: Person) => tellMembership(bot, chat, by, 'kicked'),
    /** A group becomes a supergroup: a new chat with a new id, told in both. */
    migrate: (by: Person): { from: number; to: number; updates: readonly Update[] } => {
      const old = chat;
      const next = newChat(bot, { id: newGroupId(bot, 'supergroup'), type: 'supergroup', title, bot: 'member' });
      old.movedTo = next.id;
      chat = next;
      const updates = [
        tellService(bot, old, by, { migrate_to_chat_id: next.id }),
        tellService(bot, next, by, { migrate_from_chat_id: old.id }),
      ];
      return { from: old.id, to: next.id, updates };
    },
    rename: (by: Person, to: string): Update => tellService(bot, chat, by, { new_chat_title: to }),
    leave: (who: Person): Update => tellService(bot, chat, who, { left_chat_member: userShape(who) }),
  };
};

const newGroupId = ({ world }: FakeBot, type: 'group' | 'supergroup'): number =>
  (type === 'group' ? -4_000_000_000 : -1_001_000_000_000) - world.chats.size;

const tellService = (bot: FakeBot, chat: Chat, by: Person, content: object): Update => {
  const message = bot.world.addMessage({ chat, threadId: null }, by, {});
  return bot.updates.add('message', { ...messageShape(message), text: undefined, ...content }, chat.id);
};
