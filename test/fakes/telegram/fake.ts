/**
 * A Bot API server for one bot on 127.0.0.1, which refuses what the true one refuses and keeps the true log of what
 * people would have seen. Tests play people and groups, and make faults.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FakeBot } from './bot.ts';
import { createFaults } from './faults.ts';
import { createVoice } from './people.ts';
import { createGroup, type FakeGroup, newChat, tellMembership } from './places.ts';
import { createRates } from './rates.ts';
import { OUR_SCHEMA } from './schema.ts';
import { createApiServer } from './server.ts';
import { fullSchema } from './spec.ts';
import { createUpdates, type Update } from './updates.ts';
import { createWaitFor } from './wait.ts';
import { createPusher } from './webhook.ts';
import { type Call, createWorld, type Person, type Place } from './world.ts';

export type FakeTelegramOptions = {
  readonly token?: string;
  readonly username?: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Length of the platform's second where it waits: in a long poll, before redelivering. 1000 is true to life. */
  readonly secondMs?: number;
  /** Answer 429 above the published rates. */
  readonly enforceRates?: boolean;
};

export type FakeTelegram = Awaited<ReturnType<typeof startFakeTelegram>>;
export type FakeUser = ReturnType<FakeTelegram['user']>;

export const startFakeTelegram = async (options: FakeTelegramOptions = {}) => {
  const {
    token = '7000000001:AAfake-token',
    username = 'tro_ly_bot',
    secondMs = 1_000,
    enforceRates = false,
  } = options;
  const now = options.now ?? (() => performance.timeOrigin + performance.now());
  const world = createWorld({ id: Number(token.split(':')[0]), name: 'Trợ lý', isBot: true, username }, now);
  const updates = createUpdates(world, secondMs);
  const pusher = createPusher(world, updates, secondMs);
  let fileCount = 0;
  const keep: FakeBot['keep'] = (file) => {
    fileCount += 1;
    return { ...file, id: `${file.kind}-${fileCount}` };
  };
  const bot: FakeBot = { world, updates, pusher, commands: new Map(), keep };
  const faults = createFaults(now);
  const calls: Call[] = [];
  const schemas = [...new Set([OUR_SCHEMA, fullSchema()])];
  const server = createApiServer({ token, bot, schemas, faults, calls, rates: enforceRates ? createRates(now) : null });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on TCP
  const waitFor = createWaitFor(world);

  return {
    root: `http://127.0.0.1:${port}`,
    token,
    username,
    world,
    faults,
    waitFor,
    calls,
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    commands: bot.commands,
    pending: () => updates.pending().map(({ update }) => update),
    queues: () => updates.pending().map(({ queue }) => queue),
    webhook: pusher,
    /** The same update again: side by side by webhook, in one batch by polling. */
    redeliver: async (update: Update, times = 1): Promise<void> => {
      if (pusher.current() !== null) return pusher.repeat(update, times);
      for (let count = 0; count < times; count += 1) updates.again(update);
    },
    user: (name: string) => createUser(bot, waitFor, name),
    group: (title: string, how?: Parameters<typeof createGroup>[2]): FakeGroup => createGroup(bot, title, how),
    /** The platform no longer has any file sent so far. */
    forgetFiles: () => world.files.clear(),
    close: async (): Promise<void> => {
      pusher.set(null);
      updates.endPoll('closed');
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const createUser = (bot: FakeBot, waitFor: ReturnType<typeof createWaitFor>, name: string) => {
  const person: Person = { id: 100_000 + bot.world.chats.size, name, isBot: false };
  const chat = newChat(bot, { id: person.id, type: 'private', title: name });
  const inPrivate = (): Place => ({ chat, threadId: null });
  const unblocks = () => tellMembership(bot, chat, person, 'member');
  /** A first word lets the bot answer; to write to a blocked bot is to unblock it. */
  const enter = (): void => {
    if (chat.bot === 'unknown') chat.bot = 'member';
    if (chat.bot === 'kicked') unblocks();
  };
  return {
    person,
    id: person.id,
    ...createVoice(bot, waitFor, { person, place: inPrivate, enter }),
    in: (place: FakeGroup | (() => Place)) =>
      createVoice(bot, waitFor, { person, place: typeof place === 'function' ? place : place.place }),
    blocks: () => tellMembership(bot, chat, person, 'kicked'),
    unblocks,
  };
};
