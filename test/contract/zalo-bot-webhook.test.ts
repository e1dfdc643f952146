import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Inbound } from '#message/inbound.ts';
import { webhookRoute } from '#src/http/webhook.ts';
import { createLog } from '#src/log.ts';
import type { FakeZaloBotOptions } from '#test/fakes/zalo-bot/fake.ts';
import { startZaloBot, zaloBotAt } from './zalo-bot-support.ts';

const SECRET = 'bi-mat-32-ky-tu';
const HEADER = 'x-bot-api-secret-token';

/** The adapter behind the true HTTP edge. */
const serve = async (fakeOptions: FakeZaloBotOptions = {}) => {
  const received: Inbound[] = [];
  let isAway = false;
  const { fake } = await startZaloBot({ fake: fakeOptions });
  const app = Fastify();
  onTestFinished(() => app.close());
  // The address is known before the routes are made: a port of its own choosing is asked for first.
  const probe = Fastify();
  const publicUrl = await probe.listen({ port: 0, host: '127.0.0.1' });
  await probe.close();
  const { channel, logged } = zaloBotAt(
    fake.root,
    { token: fake.token },
    { mode: 'webhook', publicUrl, secret: SECRET },
  );
  if (channel.webhook === undefined) throw new Error('no webhook');
  webhookRoute(app, channel, channel.webhook, {
    log: createLog({ level: 'silent', secrets: [] }),
    accept: async (events) => {
      if (isAway) throw new Error('away');
      received.push(...events);
    },
  });
  await app.listen({ port: Number(new URL(publicUrl).port), host: '127.0.0.1' });
  const post = (body: string | null, headers: Record<string, string> = { [HEADER]: SECRET }) =>
    fetch(`${publicUrl}/webhook/zalo-bot`, { method: 'POST', headers, ...(body === null ? {} : { body }) }).then(
      ({ status }) => status,
    );
  return {
    ...{ fake, channel, logged, received, publicUrl, post },
    setAway: (value: boolean) => {
      isAway = value;
    },
  };
};

describe('the secret', () => {
  it.each<[string, Record<string, string>, number]>([
    ['right', { [HEADER]: SECRET }, 200],
    ['in capitals', { 'X-Bot-Api-Secret-Token': SECRET }, 200],
    ['wrong', { [HEADER]: SECRET.replace('b', 'c') }, 401],
    ['missing', {}, 401],
    ['shorter', { [HEADER]: SECRET.slice(1) }, 401],
    ['in another header', { 'x-telegram-bot-api-secret-token': SECRET }, 401],
  ])('%s', async (_, headers, status) => {
    const { post, received } = await serve();
    expect(await post('{"ok":true,"result":{}}', headers)).toBe(status);
    expect(await post('not json', headers)).toBe(status === 200 ? 400 : 401);
    expect(received).toEqual([]);
  });

  it('a POST of nothing is answered and does nothing', async () => {
    const { post, received } = await serve();
    expect(await post(null, {})).toBe(200);
    expect(received).toEqual([]);
  });
});

describe('registration', () => {
  it('tells the address once, with the secret, and again only when it differs', async () => {
    const { fake, channel, publicUrl } = await serve();
    await channel.register?.([]);
    await channel.register?.([]);
    expect(fake.callsOf('setWebhook')).toHaveLength(1);
    expect(fake.webhook()).toEqual({
      url: expect.stringMatching(new RegExp(`^${publicUrl}/webhook/zalo-bot\\?key=[0-9a-f]{8}$`)),
      secret: SECRET,
    });
    const other = zaloBotAt(fake.root, { token: fake.token }, { mode: 'webhook', publicUrl, secret: 'mot-bi-mat-moi' });
    await other.channel.register?.([]);
    expect(fake.webhook()?.secret).toBe('mot-bi-mat-moi');
  });

  it('works where the platform does not tell what is in force', async () => {
    const { fake, channel } = await serve();
    fake.faults.add('getWebhookInfo', { do: 'answer', code: 404 });
    await channel.register?.([]);
    expect(fake.webhook()).not.toBeNull();
  });

  it('says so when the platform took the address and cannot reach it', async () => {
    const { fake } = await startZaloBot();
    const { channel, logged } = zaloBotAt(
      fake.root,
      { token: fake.token },
      { mode: 'webhook', publicUrl: 'http://127.0.0.1:9', secret: SECRET },
    );
    await channel.register?.([]);
    expect(logged.join()).toContain('could not reach the webhook');
  });
});

describe.each([
  ['flat, photo_url', {}],
  ['wrapped, photo', { isWrapped: true, photoField: 'photo' }],
] as const)('deliveries, %s', (_, shape) => {
  it('arrive; a second delivery has the same id', async () => {
    const { fake, channel, received } = await serve({ shape });
    await channel.register?.([]);
    const lan = fake.user('Lan');
    const event = lan.says('Đề nghị phối hợp');
    lan.sends('anh.jpg', Buffer.from('ffd8ffe0', 'hex'), 'Hiện trường');
    await fake.waitFor(() => received.length === 2 && fake.pending().length === 0);
    await fake.redeliver(event);
    expect(received.map(({ content }) => content.kind).toSorted()).toEqual(['files', 'text', 'text']);
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(2);
    const photo = received.flatMap(({ content }) => (content.kind === 'files' ? content.files : []))[0];
    const bytes = await channel.fetchFile(photo?.ref ?? '', 100, AbortSignal.timeout(1_000));
    expect(Buffer.from(bytes).toString('hex')).toBe('ffd8ffe0');
  });

  it('that cannot be stored come again', async () => {
    const { fake, channel, received, setAway } = await serve({ shape });
    await channel.register?.([]);
    setAway(true);
    fake.user('Lan').says('một');
    await fake.waitFor(() => fake.pending().length === 1);
    setAway(false);
    await fake.waitFor(() => fake.pending().length === 0);
    expect(received).toHaveLength(1);
  });
});
