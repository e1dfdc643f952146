/** People and groups of the account. Each act makes the event that the platform would deliver. */
import { createWaitFor } from '../zalo/wait.ts';
import type { FakeChat } from '../zalo/world.ts';
import type { OaEvent } from './pusher.ts';
import type { OaState } from './state.ts';

type Deps = {
  /** Puts a file where the platform keeps what people send. */
  readonly keep: (name: string, bytes: Buffer) => string;
  readonly push: (event: OaEvent) => void;
  readonly appId: string;
};

export type FakeFollower = ReturnType<ReturnType<typeof createPeople>['user']>;

export const createPeople = (state: OaState, { keep, push, appId }: Deps) => {
  const { world, now, oaId } = state;
  const waitFor = createWaitFor(world.changes);

  const deliver = (event_name: string, parts: object): OaEvent => {
    const event = { app_id: appId, event_name, timestamp: String(Math.floor(now())), ...parts };
    push(event);
    return event;
  };

  const voice = (person: FakeChat, chat: FakeChat) => {
    let since = 0;
    const act = (kind: string, message: object): OaEvent => {
      since = world.count();
      chat.wroteAt = now();
      const isGroup = chat.isGroup;
      return deliver(`user_send_${isGroup ? 'group_' : ''}${kind}`, {
        sender: { id: person.id },
        recipient: { id: isGroup ? chat.id : oaId },
        ...(isGroup ? { oa_id: oaId } : { user_id_by_app: `app-${person.id}` }),
        message: { msg_id: `e${world.next()}`, ...message },
      });
    };
    return {
      id: person.id,
      chat,
      says: (text: string, quote_msg_id?: string) =>
        act('text', { text, ...(quote_msg_id === undefined ? {} : { quote_msg_id }) }),
      /** A press arrives as its payload, in words nobody sees. */
      presses: (payload: string) => act('text', { text: payload }),
      sends: (name: string, mime: string, bytes: Buffer, more: { text?: string; quote_msg_id?: string } = {}) => {
        const [kind = 'file'] = ['image', 'audio'].filter((one) => mime.startsWith(`${one}/`));
        const url = keep(name, bytes);
        const payload =
          kind === 'file' ? { url, name, size: String(bytes.length), type: 'pdf' } : { url, thumbnail: url };
        return act(kind, { ...more, attachments: [{ type: kind, payload }] });
      },
      sharesPlace: (latitude: number, longitude: number) =>
        act('location', {
          text: '',
          attachments: [
            {
              type: 'location',
              payload: { coordinates: { latitude: String(latitude), longitude: String(longitude) } },
            },
          ],
        }),
      sees: () => chat.messages,
      /** A message since this person's last act. */
      hears: (words: string | RegExp, timeoutMs?: number) =>
        waitFor(
          () => chat.messages.find(({ text, seen }) => seen > since && has(text, words)),
          timeoutMs,
          () => `${person.title} does not hear ${words} but: ${tail(chat)}`,
        ),
    };
  };

  const user = (name: string) => {
    const person = world.addChat(`${3_000_000_000_000_000_000n + BigInt(world.next())}`, name, false);
    const relation = (event_name: string) =>
      deliver(event_name, { oa_id: oaId, follower: { id: person.id }, source: 'oa_profile' });
    return {
      ...voice(person, person),
      in: (group: FakeChat) => voice(person, group),
      follows: () => {
        person.isBlocked = false;
        person.wroteAt = now();
        return relation('follow');
      },
      unfollows: () => {
        person.isBlocked = true;
        return relation('unfollow');
      },
      withdraws: () => deliver('user_withdraw', { oa_id: oaId, user_id: person.id }),
    };
  };
  return { user, group: (title: string) => world.addChat(`g${world.next()}`, title, true) };
};

const tail = (chat: FakeChat): string =>
  chat.messages
    .slice(-3)
    .map(({ text }) => text)
    .join('\n—\n');

const has = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text);
