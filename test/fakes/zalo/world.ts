/** What people see on Zalo: chats with the bot's messages, oldest first. */
import { EventEmitter } from 'node:events';
import type { Changes } from './wait.ts';

export type Seen = {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly payload: string }[];
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
  /** Rises with every message. */
  readonly seen: number;
};

export type FakeChat = {
  readonly id: string;
  readonly title: string;
  readonly isGroup: boolean;
  readonly messages: Seen[];
  /** The person has stopped the account from writing. */
  isBlocked: boolean;
  /** When the person last wrote. */
  wroteAt: number;
};

export type World = ReturnType<typeof createWorld>;

export const createWorld = () => {
  const changes: Changes = new EventEmitter();
  // Every waiting test listens.
  changes.setMaxListeners(0);
  const chats = new Map<string, FakeChat>();
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  return {
    changes,
    chats,
    next,
    count: () => count,
    change: () => changes.emit('change'),
    addChat: (id: string, title: string, isGroup: boolean): FakeChat => {
      const chat: FakeChat = { id, title, isGroup, messages: [], isBlocked: false, wroteAt: -Infinity };
      chats.set(id, chat);
      return chat;
    },
    show: (chat: FakeChat, look: Omit<Seen, 'id' | 'seen'>): Seen => {
      const seen = next();
      const message = { ...look, id: `z${seen}`, seen };
      chat.messages.push(message);
      changes.emit('change');
      return message;
    },
  };
};

/** One call of ours, as the server saw it. */
export type Call = {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** As answered; null while it runs, and when it was not answered. 0: went well. */
  code: number | null;
  refusal: string | null;
};
