/**
 * The web chat on a server of its own, with a scripted bot behind it: what it is told comes back, "chọn" brings
 * buttons, "hỏi" a question. Several servers may share one database.
 */
import Fastify from 'fastify';
import { Pool } from 'pg';
import type { Part } from '#channels/channel.ts';
import { createWebChat, type WebChat } from '#channels/web/adapter.ts';
import { webChatStore } from '#db/chat/web-chat.ts';
import type { Inbound } from '#message/inbound.ts';
import { PEOPLE } from './people.ts';

/** 08:00 on Monday 23 November 2026 in Vietnam. */
export const START = Date.parse('2026-11-23T08:00:00+07:00');

const NOTHING: Part = { lines: [], buttons: [], file: null, asks: false, edit: null, replyTo: null };
const COMMANDS = [
  { word: 'menu', description: 'Trình đơn theo vai trò', scope: 'private' },
  { word: 'viec', description: 'Việc đang chờ xử lý', scope: 'private' },
  { word: 'yeucau', description: 'Lập yêu cầu phối hợp', scope: 'private' },
  { word: 'doan', description: 'Đoàn kiểm tra của nhóm', scope: 'group' },
] as const;

export type WebServer = Awaited<ReturnType<typeof startWebServer>>;

export const startWebServer = async (
  databaseUrl: string,
  options: { port?: number; testClock?: boolean; script?: (bot: Bot, event: Inbound) => Promise<void> } = {},
) => {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  // A database that is dropped ends connections that were just being closed: nobody waits for them.
  pool.on('error', () => undefined);
  const store = webChatStore(pool, async () => PEOPLE);
  const time = { now: START };
  const chat = createWebChat(store, {
    now: () => time.now,
    botName: 'Trợ lý',
    isSecret: (text) => /\bTUYỆT MẬT\b/u.test(text),
    testClock: options.testClock ?? false,
  });
  await chat.register?.(COMMANDS);

  const events: Inbound[] = [];
  const bot = createBot(chat);
  const app = Fastify();
  chat.routes(app, async (batch) => {
    for (const event of batch) {
      if (events.some(({ eventId }) => eventId === event.eventId)) continue;
      events.push(event);
      await (options.script ?? echo)(bot, event);
    }
  });
  app.post('/test/clock', async () => {
    time.now += 3_600_000;
    return { now: new Date(time.now).toISOString() };
  });
  const url = await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });

  return {
    url,
    port: Number(new URL(url).port),
    chat,
    store,
    /** What the bot was told, each once. */
    events,
    time,
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
};

type Bot = ReturnType<typeof createBot>;

const createBot = (chat: WebChat) => {
  let sent = 0;
  return {
    chat,
    say: async (address: string, part: Partial<Part>, bytes: Uint8Array = new Uint8Array()): Promise<string> => {
      sent += 1;
      const ref = await chat.send(
        address,
        { ...NOTHING, ...part },
        { key: `reply-${performance.now()}-${sent}`, readFile: async () => bytes, signal: AbortSignal.timeout(5_000) },
      );
      return ref ?? '';
    },
  };
};

const echo = async (bot: Bot, { address, content, messageRef, sender }: Inbound): Promise<void> => {
  if (content.kind === 'pressed') {
    await bot.say(address, { lines: [`${sender.displayName} đã chọn ${content.token}`], edit: messageRef });
    await bot.chat.acknowledge?.(content.pressId, 'Đã ghi nhận');
  }
  if (content.kind === 'files') await bot.say(address, { lines: [`Đã nhận ${content.files.length} tệp`] });
  if (content.kind === 'location') await bot.say(address, { lines: ['Đã nhận vị trí'] });
  if (content.kind === 'joined') await bot.say(address, { lines: [`Chào nhóm ${content.title}`] });
  if (content.kind === 'text') await bot.say(address, answerTo(content.text));
};

const answerTo = (text: string): Partial<Part> => {
  if (text === 'hỏi') return { lines: ['Đề nghị nhập trích yếu.'], asks: true };
  if (text !== 'chọn') return { lines: [`Đã nghe: ${text}`] };
  const choice = (label: string) => ({ token: `t-${label}`, label });
  return { lines: ['Đề nghị chọn:'], buttons: [[choice('Gửi'), choice('Sửa')], [choice('Hủy')]] };
};
