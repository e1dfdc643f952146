/** Runs a flow on every kind of platform, and on Telegram through its fake Bot API server. */
import { describe } from 'vitest';
import { createFakePlatform, type FakePlatform } from '#test/fakes/profile/fake.ts';
import type { Platform } from '#test/fakes/profile/platform.ts';
import { BUTTONS_AND_EDITS, BUTTONS_NO_EDITS, NO_BUTTONS, type Profile, WEB } from '#test/fakes/profile/profile.ts';
import { createTelegramPlatform } from '#test/fakes/profile/telegram.ts';
import { createZaloBotPlatform } from '#test/fakes/profile/zalo-bot.ts';
import { createZaloOaPlatform } from '#test/fakes/profile/zalo-oa.ts';
import { type ChatOptions, type Chats, startChatsOn } from './chat.ts';
import { localTime } from './hand-clock.ts';

export type Start = (options?: Omit<ChatOptions, 'platforms'>) => Promise<Chats>;

/** What a flow may ask of the platform it runs on. */
export type On = {
  readonly title: string;
  readonly hasButtons: boolean;
  /** The bot sends files themselves, not links. */
  readonly takesFiles: boolean;
  /** People can send documents and places. */
  readonly sendsDocuments: boolean;
  /** Their photos come under a name, and go back as the files they were. */
  readonly photosHaveNames: boolean;
};

const PROFILES: readonly Profile[] = [BUTTONS_AND_EDITS, BUTTONS_NO_EDITS, NO_BUTTONS, WEB];
/** For rules of the core that no platform changes: with buttons, without them, and on Telegram. */
export const OPPOSITES: readonly Profile[] = [BUTTONS_AND_EDITS, NO_BUTTONS];

export const describeOnProfiles = (
  name: string,
  flow: (start: Start, on: On) => void,
  profiles: readonly Profile[] = PROFILES,
): void => {
  describe.each(profiles)(`${name}, on $title`, (profile) => {
    const { buttons, fileLimit } = profile.capabilities;
    flow((options = {}) => startReal(profile, options), {
      title: profile.title,
      hasButtons: buttons !== null,
      takesFiles: fileLimit !== null,
      sendsDocuments: profile !== NO_BUTTONS,
      photosHaveNames: !REAL.has(profile),
    });
  });
  describe(`${name}, on Telegram through its Bot API`, () => {
    flow(startTelegram, {
      ...{ title: 'Telegram', hasButtons: true },
      ...{ takesFiles: true, sendsDocuments: true, photosHaveNames: true },
    });
  });
};

/**
 * Flows in a group: the words of the kit (a command, a press, a number as a reply) on every kind of capabilities, and on
 * Telegram through its API. How Zalo's groups are addressed is `zalo-groups.test.ts`.
 */
export const describeInGroups = (name: string, flow: (start: Start) => void): void => {
  describe.each(PROFILES)(`${name}, on $title`, (profile) => flow((options) => startChats(profile, options)));
  describe(`${name}, on Telegram through its Bot API`, () => flow(startTelegram));
};

export const startChats = (profile: Profile = BUTTONS_AND_EDITS, options: Omit<ChatOptions, 'platforms'> = {}) =>
  startChatsOn({ ...options, platforms: [createFakePlatform(profile)] });

/** Zalo's platforms stand behind their true adapters; the others are their capabilities. */
const startReal = async (profile: Profile, options: Omit<ChatOptions, 'platforms'>): Promise<Chats> => {
  const create = REAL.get(profile);
  if (create === undefined) return startChats(profile, options);
  const at = localTime(options.at ?? '2026-11-23 08:00');
  return startChatsOn({ ...options, platforms: [await create(() => at)] });
};

const REAL = new Map<Profile, (now: () => number) => Promise<Platform>>([
  [NO_BUTTONS, createZaloBotPlatform],
  [BUTTONS_NO_EDITS, createZaloOaPlatform],
]);

/** With the platform's own levers: faults, files, what arrived when. */
export const startWithFake = async (
  profile: Profile = BUTTONS_AND_EDITS,
  options: Omit<ChatOptions, 'platforms'> = {},
): Promise<{ readonly chats: Chats; readonly fake: FakePlatform }> => {
  const fake = createFakePlatform(profile);
  return { chats: await startChatsOn({ ...options, platforms: [fake] }), fake };
};

export const startTelegram: Start = async (options = {}) => {
  const at = localTime(options.at ?? '2026-11-23 08:00');
  const platform: Platform = await createTelegramPlatform(() => at);
  return startChatsOn({ ...options, platforms: [platform] });
};
