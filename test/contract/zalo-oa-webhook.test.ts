/** S2: an event is taken only with the account's own proof, over its own bytes, and not from a recording. */
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signedWith } from '#channels/zalo-oa/signature.ts';
import type { Inbound } from '#message/inbound.ts';
import { webhookRoute } from '#src/http/webhook.ts';
import { createLog } from '#src/log.ts';
import { APP, OA_ID } from '#test/fakes/zalo-oa/fake.ts';
import type { SignedBy } from '#test/fakes/zalo-oa/pusher.ts';
import { NOW, type OaOver, startZaloOa } from './zalo-oa-support.ts';

/** The adapter behind the true HTTP edge. */
const serve = async (over: OaOver & { readonly signedBy?: Partial<SignedBy> } = {}) => {
  const { signedBy = {}, ...config } = over;
  const pair = await startZaloOa({ ...config, fake: { signedBy } });
  const { webhook } = pair.channel;
  if (webhook === undefined) throw new Error('no webhook');
  const received: Inbound[] = [];
  let isAway = false;
  const app = Fastify();
  onTestFinished(() => app.close());
  webhookRoute(app, pair.channel, webhook, {
    log: createLog({ level: 'silent', secrets: [] }),
    accept: async (events) => {
      if (isAway) throw new Error('away');
      received.push(...events);
    },
  });
  const root = await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `${root}/webhook/zalo-oa`;
  const post = (body: string, headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body, headers }).then(({ status }) => status);
  return {
    ...{ ...pair, url, post, received },
    setAway: (value: boolean) => {
      isAway = value;
    },
  };
};

describe('the signature', () => {
  it.each<[string, OaOver & { signedBy?: Partial<SignedBy> }, number]>([
    ['with the key of the webhook, stamp in the body', {}, 200],
    ['with the stamp in a header', { signedBy: { stampIn: 'header' } }, 200],
    ['with the application’s secret', { signedBy: { secretKey: APP.appSecret } }, 200],
    [
      'over the account’s id, where the setting allows it',
      { signedBy: { first: 'oa_id' }, forms: ['oa-id-signature'] },
      200,
    ],
    ['over the account’s id, where it does not', { signedBy: { first: 'oa_id' } }, 401],
    ['with another account’s key', { signedBy: { secretKey: 'khoa-cua-oa-khac' } }, 401],
    ['for another application', { signedBy: { appId: '1' } }, 401],
  ])('%s', async (_, over, status) => {
    const { fake, post, received } = await serve(over);
    const { body, headers } = fake.pusher.signed(fake.user('Lan').says('Đề nghị'));
    expect(await post(body, headers)).toBe(status);
    expect(received).toHaveLength(status === 200 ? 1 : 0);
  });

  it('does not fit a body changed by one byte, whichever', async () => {
    const { fake, channel } = await serve();
    const { body, headers } = fake.pusher.signed(fake.user('Lan').says('Đề nghị'));
    const raw = Buffer.from(body);
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    expect(channel.webhook?.verify(lower, raw)).toBe(true);
    for (let at = 0; at < raw.length; at += 1) {
      const changed = Buffer.from(raw);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(channel.webhook?.verify(lower, changed)).toBe(false);
    }
  });

  it.each<[string, (mac: string) => Record<string, string>, boolean]>([
    ['as documented', (mac) => ({ 'x-zevent-signature': `mac=${mac}` }), true],
    ['with spaces and capitals', (mac) => ({ 'x-zevent-signature': ` MAC = ${mac.toUpperCase()} ` }), true],
    ['alone', (mac) => ({ 'x-zevent-signature': mac }), true],
    ['missing', () => ({}), false],
    ['empty', () => ({ 'x-zevent-signature': 'mac=' }), false],
    ['cut', (mac) => ({ 'x-zevent-signature': `mac=${mac.slice(1)}` }), false],
    ['in another header', (mac) => ({ 'x-bot-api-secret-token': `mac=${mac}` }), false],
  ])('in its header %s', async (_, headersOf, expected) => {
    const { channel } = await startZaloOa();
    const body = JSON.stringify({ event_name: 'user_waves', timestamp: String(NOW) });
    const mac = createHash('sha256').update(`${APP.appId}${body}${NOW}${APP.secretKey}`).digest('hex');
    expect(channel.webhook?.verify(headersOf(mac), Buffer.from(body))).toBe(expected);
  });

  it('says what it was made with, to whoever looks for a mistake', async () => {
    const { fake } = await serve({ signedBy: { secretKey: APP.appSecret, stampIn: 'header' } });
    const { body, headers } = fake.pusher.signed(fake.user('Lan').says('Đề nghị'));
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    expect(signedWith({ ...APP, forms: [] }, lower, Buffer.from(body))).toEqual({
      ...{ secret: 'appSecret', stamp: 'header', first: 'app_id', at: NOW },
    });
  });
});

describe('a recording', () => {
  it('of less than the platform’s own ladder has the id of what came before; an older one is refused', async () => {
    const { fake, time, post, received } = await serve();
    const { body, headers } = fake.pusher.signed(fake.user('Lan').says('Đề nghị'));
    expect(await post(body, headers)).toBe(200);
    time.now += 2 * 3_600_000;
    expect(await post(body, headers)).toBe(200);
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(1);
    time.now += 3 * 3_600_000;
    expect(await post(body, headers)).toBe(401);
    expect(received).toHaveLength(2);
  });
});

describe('the platform', () => {
  it('may save the address: its unsigned {} is answered and does nothing', async () => {
    const { fake, url, post, received } = await serve();
    expect(await fake.pusher.save(url)).toBe(true);
    expect(await post(' {\n} ', {})).toBe(200);
    expect(await post('{"a":1}', {})).toBe(401);
    expect(await post('[]', {})).toBe(401);
    expect(received).toEqual([]);
  });

  it('brings what people say; pressed, written, sent, in private and in a group', async () => {
    const { fake, url, received, channel } = await serve();
    await fake.pusher.save(url);
    const lan = fake.user('Lan');
    lan.says('một');
    lan.presses('#cmd:token');
    lan.sends('cong-van.pdf', 'application/pdf', Buffer.from('%PDF-1.7'));
    lan.in(fake.group('Tổ công tác')).says(`[@${OA_ID}] hai`);
    lan.unfollows();
    await fake.waitFor(() => received.length === 5 && fake.pusher.waiting() === 0);
    expect(received.map(({ content }) => content.kind).toSorted()).toEqual([
      'files',
      'left',
      'pressed',
      'text',
      'text',
    ]);
    const file = received.flatMap(({ content }) => (content.kind === 'files' ? content.files : []))[0];
    expect(file?.name).toBe('cong-van.pdf');
    expect(Buffer.from(await channel.fetchFile(file?.ref ?? '', 100, AbortSignal.timeout(1_000))).toString()).toBe(
      '%PDF-1.7',
    );
    expect(received.find(({ place }) => place === 'group')).toMatchObject({
      addressed: true,
      content: { text: 'hai' },
    });
  });

  it('brings it again while it cannot be stored, with the same id, and stays with us', async () => {
    const { fake, url, received, setAway } = await serve();
    await fake.pusher.save(url);
    setAway(true);
    fake.user('Lan').says('một');
    await fake.waitFor(() => fake.pusher.statuses.length > 0 || fake.pusher.waiting() > 0);
    setAway(false);
    await fake.waitFor(() => fake.pusher.waiting() === 0);
    expect(received).toHaveLength(1);
    expect(fake.pusher.isOff()).toBe(false);
  });

  it('sends a body that is signed and no event: 400, and the log has none of it', async () => {
    const { post } = await serve();
    const body = JSON.stringify({ timestamp: String(NOW), secret: 'canary' });
    const mac = createHash('sha256').update(`${APP.appId}${body}${NOW}${APP.secretKey}`).digest('hex');
    expect(await post(body, { 'x-zevent-signature': `mac=${mac}` })).toBe(400);
  });
});
