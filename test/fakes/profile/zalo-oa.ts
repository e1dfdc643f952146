/** The fake official account behind the true adapter, as a platform of the kit: each event is handed over as a delivery. */
import { createZaloOa } from '#channels/zalo-oa/adapter.ts';
import { CAPABILITIES } from '#channels/zalo-oa/capabilities.ts';
import { pressPayload } from '#channels/zalo-oa/content.ts';
import type { TokenStore, Tokens } from '#channels/zalo-oa/options.ts';
import type { FakeChat, Seen } from '#test/fakes/zalo/world.ts';
import { APP, type FakeZaloOa, FIRST_REFRESH, OA_ID, startFakeZaloOa } from '#test/fakes/zalo-oa/fake.ts';
import type { FakeFollower } from '#test/fakes/zalo-oa/people.ts';
import { texts } from '#text/file-link.ts';
import { MENTION } from './fake.ts';
import type { GroupPlace, Look, Platform, PlatformVoice } from './platform.ts';

/** What the database is to a product: it outlives the processes of a chat. Its own test holds the true one. */
export const keptInMemory = (): TokenStore => {
  let held: Tokens | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async () => held,
    change: (decide) => {
      const next = last.then(async () => {
        held = await decide(held);
        return held;
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
};

export type ZaloOaPlatform = Platform & { readonly fake: FakeZaloOa };

/** @param template the approved one for notices; null: none is set up */
export const createZaloOaPlatform = async (
  now: () => number,
  template: string | null = null,
): Promise<ZaloOaPlatform> => {
  // People are reached for weeks of product time within a chat: the windows have their own tests.
  const fake = await startFakeZaloOa({ now, tokenSeconds: 10_000_000 });
  const tokens = keptInMemory();
  const people = new Map<string, FakeFollower>();
  const groups = new Map<string, FakeChat>();
  const linkOf = (fileId: number): string => `https://phoihop.test/files/${fileId}.xlsx`;

  const voice = (key: string, place: GroupPlace | null): PlatformVoice => {
    const person = people.get(key);
    if (person === undefined) throw new Error(`${key} has no seat`);
    const group = place === null ? null : groups.get(place.group);
    if (group === undefined) throw new Error(`no group ${place?.group}`);
    const own = group === null ? person : person.in(group);
    return {
      says: (text, replyTo) => [own.says(text.replace(MENTION, `[@${OA_ID}]`), replyTo?.ref)],
      presses: (token) => [own.presses(pressPayload(token))],
      sends: ({ name, mime, bytes }, caption, replyTo = null) => [
        own.sends(name, mime, bytes, {
          ...(caption === '' ? {} : { text: caption.replace(MENTION, `[@${OA_ID}]`) }),
          ...(replyTo === null ? {} : { quote_msg_id: replyTo.ref }),
        }),
      ],
      sharesPlace: (latitude, longitude) => [own.sharesPlace(latitude, longitude)],
      looks: () => own.sees().map(lookOf),
      toasts: () => [],
    };
  };

  return {
    name: 'zalo-oa',
    hasButtons: CAPABILITIES.buttons !== null,
    open: async (clock, log) =>
      createZaloOa(
        {
          ...{
            ...APP,
            refreshToken: FIRST_REFRESH,
            reminderTemplate: template,
            apiRoot: fake.root,
            oauthRoot: fake.root,
          },
          ...{ templateApiRoot: fake.root },
          ...{ billedMax: null, templatesMax: null, forms: [], mediaHosts: [], timeouts: { callMs: 2_000 } },
        },
        {
          ...{ log, tokens, now: clock.now, platformNow: clock.now },
          links: { url: ({ fileId }) => linkOf(fileId), line: ({ fileId, name }) => texts.line(name, linkOf(fileId)) },
        },
      ),
    seat: (key, name) => {
      const user = fake.user(name);
      user.chat.wroteAt = now();
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
    said: () =>
      [...fake.world.chats.values()].flatMap((chat) =>
        chat.messages.flatMap(({ text, buttons }) => [text, ...buttons.map(({ label }) => label)]),
      ),
    // That somebody cannot be written to now is no fault of what was sent.
    violations: () =>
      fake.calls
        .filter(({ refusal }) => refusal !== null && !refusal.startsWith('User has not'))
        .map(({ method, refusal }) => `zalo-oa ${method}: ${refusal}`),
    close: fake.close,
    fake,
  };
};

const lookOf = ({ id, text, buttons, file, seen }: Seen): Look => ({
  ref: id,
  text,
  buttons: buttons.map(({ label, payload }) => ({ label, token: payload.replace(pressPayload(''), '') })),
  file,
  ...{ replyTo: null, edited: false, seen },
});
