/** The fake Bot API server behind the true adapter, as a platform of the kit: each update is handed over as a webhook call. */
import { createTelegram } from '#channels/telegram/adapter.ts';
import { type FakeTelegram, startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import type { FakeGroup } from '#test/fakes/telegram/places.ts';
import type { Chat, FakeMessage, Place } from '#test/fakes/telegram/world.ts';
import { MENTION } from './fake.ts';
import type { GroupPlace, Look, Platform, PlatformVoice } from './platform.ts';

export type TelegramPlatform = Platform & { readonly fake: FakeTelegram };

export const createTelegramPlatform = async (now: () => number): Promise<TelegramPlatform> => {
  const fake = await startFakeTelegram({ secondMs: 5, now });
  const people = new Map<string, ReturnType<typeof fake.user>>();
  const groups = new Map<string, { readonly group: FakeGroup; readonly topics: Map<string, () => Place> }>();

  const said = (): readonly string[] => {
    const messages = [...fake.world.chats.values()].flatMap((chat) => chat.messages);
    const ours = messages.filter((message) => message.from.id === fake.world.bot.id);
    const looks = ours.flatMap((message) => [message, ...message.edits]);
    const notices = [...fake.world.presses.values()].flatMap((press) => press.answer?.text ?? []);
    return [...looks.flatMap((one) => [one.text, ...one.buttons.flat().map(({ label }) => label)]), ...notices];
  };

  const privateChat = (id: number): Chat => {
    const chat = fake.world.chats.get(id);
    if (chat === undefined) throw new Error(`no chat ${id}`);
    return chat;
  };

  const voice = (key: string, place: GroupPlace | null): PlatformVoice => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`${key} has no seat`);
    const there = place === null ? null : groupPlace(groups, place);
    const own = there === null ? person : person.in(there);
    const chatOf = (): Place => {
      if (typeof there === 'function') return there();
      return there === null ? { chat: privateChat(person.id), threadId: null } : there.place();
    };
    const messageOf = (look: Look): FakeMessage => {
      const found = chatOf().chat.messages.find((message) => String(message.id) === look.ref);
      if (found === undefined) throw new Error(`no message ${look.ref}`);
      return found;
    };
    return {
      says: (text, replyTo) => [
        own.says(text.replace(MENTION, `@${fake.username}`), { replyTo: replyTo === null ? null : messageOf(replyTo) })
          .update,
      ],
      presses: (token, on) => [own.pressesToken(token, messageOf(on)).update],
      sends: ({ name, mime, bytes }, caption, replyTo = null) => [
        own.sends('document', { name, mime, bytes }, caption, replyTo === null ? {} : { replyTo: messageOf(replyTo) })
          .update,
      ],
      sharesPlace: (latitude, longitude) => [own.sendsLocation(latitude, longitude).update],
      looks: () => own.sees().map(lookOf),
      toasts: () =>
        [...fake.world.presses.values()]
          .filter((press) => press.from.id === person.id)
          .flatMap((press) => press.answer?.text ?? []),
    };
  };

  return {
    fake,
    name: 'telegram',
    hasButtons: true,
    open: async (clock, log) => {
      const timeouts = { callMs: 2_000, retryMs: 5 };
      const channel = createTelegram(
        { token: fake.token, apiRoot: fake.root, timeouts, mode: 'polling' },
        { log, now: clock.now },
      );
      await channel.username();
      return channel;
    },
    seat: (key, name) => {
      const user = fake.user(name);
      people.set(key, user);
      const chat = fake.world.chats.get(user.id);
      if (chat !== undefined) chat.bot = 'member';
      return { externalId: String(user.id), address: String(user.id) };
    },
    voice,
    group: (title, isForum) => {
      const group = fake.group(title, { isForum });
      const topics = new Map<string, () => Place>();
      groups.set(title, { group, topics });
      return {
        place: { group: title, topic: null },
        topic: (topic) => {
          topics.set(topic, group.topic(topic));
          return { group: title, topic };
        },
        happens: (happening, what = '') => {
          const [first] = people.values();
          const by = (people.get(what) ?? first)?.person;
          if (by === undefined) throw new Error('nobody has a seat');
          switch (happening) {
            case 'migrate':
              return group.migrate(by).updates;
            case 'rename':
              return [group.rename(by, what)];
            case 'leave':
              return [group.leave(by)];
            case 'promote':
              return [group.promoteBot(by)];
            case 'demote':
              return [group.demoteBot(by)];
            case 'remove':
              return [group.removeBot(by)];
            default:
              return happening satisfies never;
          }
        },
      };
    },
    lastSeen: fake.world.lastSeen,
    said,
    violations: () =>
      fake.calls
        // To ask and be refused is no send.
        .filter(({ method }) => method !== 'getChatMember')
        .filter(({ refusal }) => refusal !== null && !/not modified|Too Many Requests|query is too old/.test(refusal))
        .map(({ method, refusal }) => `${method}: ${refusal}`),
    close: fake.close,
  };
};

const groupPlace = (
  groups: ReadonlyMap<string, { readonly group: FakeGroup; readonly topics: ReadonlyMap<string, () => Place> }>,
  { group, topic }: GroupPlace,
): FakeGroup | (() => Place) => {
  const found = groups.get(group);
  const place = topic === null ? found?.group : found?.topics.get(topic);
  if (place === undefined) throw new Error(`no group ${group} ${topic ?? ''}`);
  return place;
};

const lookOf = (message: FakeMessage): Look => ({
  ref: String(message.id),
  text: message.text,
  buttons: message.buttons.flat().map(({ label, data }) => ({ label, token: data })),
  file: message.file === null ? null : { name: message.file.name, bytes: message.file.bytes },
  replyTo: message.replyTo === null ? null : String(message.replyTo),
  edited: message.edits.length > 0,
  seen: message.seen,
});
