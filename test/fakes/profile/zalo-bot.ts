/** The fake Bot Platform behind the true adapter, as a platform of the kit: each event is handed over as a delivery. */
import { createZaloBot } from '#channels/zalo-bot/adapter.ts';
import type { FakeChat, Seen } from '#test/fakes/zalo/world.ts';
import { startFakeZaloBot } from '#test/fakes/zalo-bot/fake.ts';
import { BOT_MENTION, type FakeUser } from '#test/fakes/zalo-bot/people.ts';
import { texts } from '#text/file-link.ts';
import { MENTION } from './fake.ts';
import type { GroupPlace, Look, Platform, PlatformVoice, SentFile } from './platform.ts';

/** A town hall's worth: the plan's limits have their own tests. */
const PLAN = { messages: 100_000, people: 10_000 };
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

export const createZaloBotPlatform = async (now: () => number): Promise<Platform> => {
  const fake = await startFakeZaloBot({ secondMs: 5, now, plan: PLAN, fetchPicture: async () => PNG });
  const people = new Map<string, FakeUser>();
  const groups = new Map<string, FakeChat>();
  const linkOf = (fileId: number): string => `https://phoihop.test/files/${fileId}.pdf`;

  const voice = (key: string, place: GroupPlace | null): PlatformVoice => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`${key} has no seat`);
    const group = place === null ? null : groups.get(place.group);
    if (group === undefined) throw new Error(`no group ${place?.group}`);
    const own = group === null ? person : person.in(group);
    return {
      says: (text, replyTo) => {
        // Other talk of a group is not handed over.
        if (group !== null && !text.includes(MENTION) && replyTo === null) return [];
        return [own.says(text.replace(MENTION, BOT_MENTION))];
      },
      // There is nothing to press: a token can only be typed.
      presses: (token) => [own.says(token)],
      sends: (file, caption) => [sendFile(own, file, caption)],
      sharesPlace: () => [own.sendsOther()],
      looks: () => own.sees().map(lookOf),
      toasts: () => [],
    };
  };

  return {
    name: 'zalo-bot',
    hasButtons: false,
    open: async (_clock, log) =>
      createZaloBot(
        {
          ...{
            token: fake.token,
            apiRoot: fake.root,
            mediaHosts: [],
            shownName: BOT_MENTION.slice(1),
            mode: 'polling',
            limits: { messages: 3_000, people: 50 },
          },
          timeouts: { callMs: 2_000, retryMs: 5 },
        },
        {
          log,
          links: { url: ({ fileId }) => linkOf(fileId), line: ({ fileId, name }) => texts.line(name, linkOf(fileId)) },
        },
      ),
    seat: (key, name) => {
      const user = fake.user(name);
      people.set(key, user);
      return { externalId: user.id, address: user.id };
    },
    voice,
    group: (title) => {
      groups.set(title, fake.group(title));
      return {
        place: { group: title, topic: null },
        topic: () => {
          throw new Error('no topics here');
        },
      };
    },
    lastSeen: fake.world.count,
    said: () => [...fake.world.chats.values()].flatMap((chat) => chat.messages.map(({ text }) => text)),
    violations: () =>
      fake.calls.flatMap(({ method, refusal }) => (refusal === null ? [] : [`zalo-bot ${method}: ${refusal}`])),
    close: fake.close,
  };
};

/** Pictures and voice are handed over; of a document the bot hears only that something came. */
const sendFile = (own: Pick<FakeUser, 'sends' | 'speaks' | 'sendsOther'>, file: SentFile, caption: string) => {
  if (file.mime.startsWith('image/')) return own.sends(file.name, file.bytes, caption);
  return file.mime.startsWith('audio/') ? own.speaks(file.bytes) : own.sendsOther();
};

const lookOf = ({ id, text, file, seen }: Seen): Look => ({
  ref: id,
  text,
  buttons: [],
  file,
  replyTo: null,
  edited: false,
  seen,
});
