/** People and groups of the platform. Each act makes the event that the platform would deliver. */
import { createWaitFor } from '../zalo/wait.ts';
import type { FakeChat } from '../zalo/world.ts';
import type { FakeEvent } from './queue.ts';
import type { BotState } from './state.ts';

type Files = {
  /** Puts a file where the platform keeps what people send. */
  readonly keep: (name: string, bytes: Buffer) => string;
  readonly photoField: 'photo' | 'photo_url';
};

export type FakeUser = ReturnType<ReturnType<typeof createPeople>['user']>;

/** How the bot is called in groups. */
export const BOT_MENTION = '@Bot Phối hợp';

export const createPeople = (state: BotState, files: Files) => {
  const { world, now, queue } = state;
  const waitFor = createWaitFor(world.changes);

  const voice = (person: FakeChat, chat: FakeChat) => {
    let since = 0;
    const act = (event_name: string, parts: object): FakeEvent => {
      since = world.count();
      chat.wroteAt = now();
      const event = {
        event_name,
        message: {
          from: { id: person.id, display_name: person.title, is_bot: false },
          chat: { id: chat.id, chat_type: chat.isGroup ? 'GROUP' : 'PRIVATE' },
          message_id: `m${world.next()}`,
          date: Math.floor(now()),
          ...parts,
        },
      };
      queue.add(event);
      return event;
    };
    return {
      id: person.id,
      chat,
      says: (text: string) => act('message.text.received', { text }),
      sends: (name: string, bytes: Buffer, caption = '') =>
        act('message.image.received', {
          [files.photoField]: files.keep(name, bytes),
          message_type: 'CHAT_PHOTO',
          ...(caption === '' ? {} : { caption }),
        }),
      speaks: (bytes: Buffer) =>
        act('message.voice.received', { voice_url: files.keep('voice.aac', bytes), message_type: 'CHAT_VOICE' }),
      /** A document, a link, a place: the bot hears only that something came. */
      sendsOther: () => act('message.unsupported.received', {}),
      sendsRaw: (event_name: string, parts: object) => act(event_name, parts),
      sees: () => chat.messages,
      /** A message since this person's last act. */
      hears: (words: string | RegExp, timeoutMs?: number) =>
        waitFor(
          () => chat.messages.find(({ text, seen }) => seen > since && has(text, words)),
          timeoutMs,
          () =>
            `${person.title} does not hear ${words} but: ${chat.messages
              .slice(-3)
              .map(({ text }) => text)
              .join('\n—\n')}`,
        ),
    };
  };

  const user = (name: string) => {
    const person = world.addChat(`u${world.next().toString(16).padStart(19, '0')}`, name, false);
    return {
      ...voice(person, person),
      in: (group: FakeChat) => voice(person, group),
      blocks: () => {
        person.isBlocked = true;
      },
    };
  };
  return { user, group: (title: string) => world.addChat(`g${world.next()}`, title, true) };
};

const has = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);
