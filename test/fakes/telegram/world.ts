/**
 * The true log: chats, people, messages as they are seen, files, presses. Everything that happens makes a sound on
 * `events`, so that tests wait for what they want to see and never sleep.
 */
import { EventEmitter } from 'node:events';
import type { Span } from './html.ts';
import type { Payload } from './schema.ts';

export type Person = { readonly id: number; readonly name: string; readonly isBot: boolean };
export type Button = { readonly label: string; readonly data: string };

export type FakeFile = {
  readonly id: string;
  readonly kind: 'photo' | 'document' | 'voice' | 'video' | 'audio';
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
};

/** What can be edited. */
export type Look = {
  /** As read, with markup taken away; a file's caption. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly buttons: readonly (readonly Button[])[];
};

export type FakeMessage = Look & {
  readonly id: number;
  readonly chat: Chat;
  readonly threadId: number | null;
  readonly from: Person;
  readonly at: number;
  readonly file: FakeFile | null;
  readonly replyTo: number | null;
  readonly forceReply: { readonly selective: boolean } | null;
  /** Earlier looks, oldest first. */
  readonly edits: Look[];
  /** Rises with every message and edit: what came later is greater. */
  readonly seen: number;
};

export type Chat = {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title: string;
  isForum: boolean;
  /** `unknown`: a person who never wrote to the bot; `kicked`: also a person who blocked it. */
  bot: 'unknown' | 'member' | 'administrator' | 'left' | 'kicked';
  movedTo: number | null;
  readonly messages: FakeMessage[];
  readonly topics: Map<number, string>;
};

export type Press = {
  readonly id: string;
  readonly from: Person;
  readonly at: number;
  /** Null until answered. */
  answer: { readonly text: string | null } | null;
};

/** One call of ours, as the server saw it. */
export type Call = {
  readonly method: string;
  readonly payload: Payload;
  readonly chatId: number | null;
  readonly at: number;
  /** HTTP status as answered; 0 while it runs, and when it was not answered. */
  status: number;
  /** The refusal's words, or null. */
  refusal: string | null;
};

/** `call` comes before the effect of a call, `message` and `edit` after it and before its answer. */
export type WorldEvents = { call: [Call]; message: [FakeMessage]; edit: [FakeMessage]; change: [] };

export type MessageParts = Partial<Pick<FakeMessage, 'text' | 'spans' | 'buttons' | 'file' | 'replyTo' | 'forceReply'>>;

export type World = ReturnType<typeof createWorld>;

export const createWorld = (bot: Person & { readonly username: string }, now: () => number) => {
  const events = new EventEmitter<WorldEvents>();
  // Every waiting test listens.
  events.setMaxListeners(0);
  const chats = new Map<number, Chat>();
  const files = new Map<string, FakeFile>();
  const presses = new Map<string, Press>();
  let seen = 0;

  const addMessage = (place: Place, from: Person, parts: MessageParts): FakeMessage => {
    seen += 1;
    const { chat, threadId } = place;
    const message: FakeMessage = {
      ...{ text: '', spans: [], buttons: [], file: null, replyTo: null, forceReply: null },
      ...parts,
      ...{ id: (chat.messages.at(-1)?.id ?? 0) + 1, chat, threadId, from, at: now(), edits: [], seen },
    };
    chat.messages.push(message);
    if (message.file !== null) files.set(message.file.id, message.file);
    events.emit('message', message);
    events.emit('change');
    return message;
  };

  const editMessage = (message: FakeMessage, look: Look): FakeMessage => {
    seen += 1;
    const { text, spans, buttons } = message;
    const next = { ...message, ...look, edits: [...message.edits, { text, spans, buttons }], seen };
    message.chat.messages[message.chat.messages.indexOf(message)] = next;
    events.emit('edit', next);
    events.emit('change');
    return next;
  };

  return { bot, now, events, chats, files, presses, addMessage, editMessage, lastSeen: () => seen };
};

export type Place = { readonly chat: Chat; readonly threadId: number | null };
