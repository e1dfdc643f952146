import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Webhook } from '#channels/channel.ts';
import type { Inbound } from '#message/inbound.ts';
import { listening, startPair } from './telegram-support.ts';

const SECRET = 'bi-mat-32-ky-tu';
const HEADER = 'x-telegram-bot-api-secret-token';

/** The adapter's webhook behind a plain server, as the HTTP edge would serve it. */
const serve = async () => {
  const received: Inbound[] = [];
  const answers: number[] = [];
  let refuseWith: { status: number; headers: object } | null = null;
  let edge: { webhook: Webhook; decode: (body: unknown) => Inbound[] } | null = null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    const answer = (status: number, headers: object = {}) => {
      answers.push(status);
      response.writeHead(status, { ...headers }).end();
    };
    if (edge === null || !edge.webhook.verify(request.headers, raw)) return answer(401);
    if (refuseWith !== null) return answer(refuseWith.status, refuseWith.headers);
    received.push(...edge.decode(JSON.parse(raw.toString())));
    answer(200);
  });
  const { address: publicUrl } = await listening(server);
  const pair = await startPair({ webhook: { publicUrl, secret: SECRET } });
  const { webhook, decode } = pair.channel;
  if (webhook === undefined) throw new Error('no webhook');
  edge = { webhook, decode };
  return {
    ...pair,
    webhook,
    publicUrl,
    received,
    answers,
    refuse: (status: number | null, headers: object = {}) => {
      refuseWith = status === null ? null : { status, headers };
    },
  };
};

describe('the secret', () => {
  it.each<[string, Record<string, string | string[]>, boolean]>([
    ['right', { [HEADER]: SECRET }, true],
    ['wrong', { [HEADER]: SECRET.replace('b', 'c') }, false],
    ['missing', {}, false],
    ['empty', { [HEADER]: '' }, false],
    ['shorter', { [HEADER]: SECRET.slice(1) }, false],
    ['longer', { [HEADER]: `${SECRET}x` }, false],
    ['given twice', { [HEADER]: [SECRET, SECRET] }, false],
    ['in another header', { authorization: SECRET }, false],
  ])('%s', async (_, headers, expected) => {
    const { channel } = await startPair({ webhook: { publicUrl: 'http://127.0.0.1', secret: SECRET } });
    expect(channel.webhook?.verify(headers, Buffer.alloc(0))).toBe(expected);
  });

  it.each(['X-Telegram-Bot-Api-Secret-Token', HEADER.toUpperCase()])('counts in the header %s', async (name) => {
    const { publicUrl, answers } = await serve();
    await fetch(`${publicUrl}/webhook/telegram`, {
      method: 'POST',
      headers: { [name]: SECRET },
      body: '{"update_id":1}',
    });
    expect(answers).toEqual([200]);
  });

  it('is there even when none is configured, the same in every process', async () => {
    const webhook = { publicUrl: 'http://127.0.0.1' };
    const [one, other] = [await startPair({ webhook }), await startPair({ webhook })];
    await one.channel.register?.([]);
    const secret = String(one.fake.callsOf('setWebhook')[0]?.payload.secret_token);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(other.channel.webhook?.verify({ [HEADER]: secret }, Buffer.alloc(0))).toBe(true);
    expect(other.channel.webhook?.verify({}, Buffer.alloc(0))).toBe(false);
  });
});

describe('register', () => {
  const commands = [
    { word: 'viec', description: 'Việc đang chờ', scope: 'private' as const },
    { word: 'doan', description: 'Đoàn của nhóm này', scope: 'group' as const },
  ];

  it('sets the webhook and the commands of each scope', async () => {
    const { fake, channel, publicUrl } = await serve();
    await channel.register?.(commands);
    expect(fake.webhook.current()?.url).toMatch(new RegExp(`^${publicUrl}/webhook/telegram\\?key=[0-9a-f]{8}$`));
    expect(Object.fromEntries(fake.commands)).toEqual({
      all_private_chats: [{ command: 'viec', description: 'Việc đang chờ' }],
      all_group_chats: [{ command: 'doan', description: 'Đoàn của nhóm này' }],
    });
  });

  it('changes nothing that is in force already', async () => {
    const { fake, channel } = await serve();
    await channel.register?.(commands);
    await channel.register?.(commands);
    expect(fake.callsOf('setWebhook')).toHaveLength(1);
    expect(fake.callsOf('setMyCommands')).toHaveLength(2);
  });

  it('changes what differs: address, secret, or a word of the commands', async () => {
    const { fake, channel } = await serve();
    await channel.register?.(commands);
    const [first, ...rest] = commands;
    await channel.register?.(first === undefined ? rest : [{ ...first, description: 'Việc của tôi' }, ...rest]);
    expect(fake.callsOf('setMyCommands')).toHaveLength(3);
  });

  it('is in vain while the platform is unreachable, and works afterwards', async () => {
    const { fake, channel } = await serve();
    fake.faults.add({ fault: { do: 'cut', when: 'before' } });
    await expect(channel.register?.(commands)).rejects.toThrow();
    await channel.register?.(commands);
    expect(await channel.username()).toBe('tro_ly_bot');
  });
});

describe('by webhook', () => {
  it('what people say arrives', async () => {
    const { fake, channel, received } = await serve();
    await channel.register?.([]);
    fake.user('Lan').says('Đề nghị phối hợp');
    await fake.waitFor(() => fake.pending().length === 0);
    expect(received.map(({ content }) => content)).toEqual([{ kind: 'text', text: 'Đề nghị phối hợp' }]);
  });

  it('what is refused comes again, in order, and not before Retry-After', async () => {
    const { fake, channel, received, answers, refuse } = await serve();
    await channel.register?.([]);
    refuse(503, { 'retry-after': '5' });
    const lan = fake.user('Lan');
    for (const text of ['một', 'hai']) lan.says(text);
    await fake.waitFor(() => answers.length >= 2);
    refuse(null);
    await fake.waitFor(() => fake.pending().length === 0);
    expect(received.map(({ content }) => 'text' in content && content.text)).toEqual(['một', 'hai']);
    expect(new Set(answers.slice(0, 2))).toEqual(new Set([503]));
  });

  it('the same update may come many times side by side; its id says so', async () => {
    const { fake, channel, received } = await serve();
    await channel.register?.([]);
    const { update } = fake.user('Lan').says('một');
    await fake.waitFor(() => fake.pending().length === 0);
    await fake.redeliver(update, 20);
    expect(received).toHaveLength(21);
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('an update that needs the bot’s name before it is known makes the bot ask for it', async () => {
    const { fake, channel } = await startPair({ webhook: { publicUrl: 'http://127.0.0.1', secret: SECRET } });
    const { update } = fake.user('Lan').in(fake.group('Tổ công tác')).says('/viec@tro_ly_bot');
    expect(() => channel.decode(update)).toThrow();
    await fake.waitFor(() => fake.callsOf('getMe')[0]?.status === 200);
    await channel.username();
    expect(channel.decode(update)[0]).toMatchObject({ addressed: true, content: { text: '/viec' } });
  });
});
