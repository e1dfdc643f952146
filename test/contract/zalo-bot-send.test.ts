import { createServer } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ambiguous, Credentials, GiveUp, Retry, RetryAt } from '#channels/errors.ts';
import { present, split } from '#channels/plan.ts';
import { createFaultOf } from '#channels/zalo-bot/faults.ts';
import type { Fault } from '#test/fakes/zalo/faults.ts';
import { listening, partOf, sendOptions } from './telegram-support.ts';
import { LINKS, startZaloBot, zaloBotAt } from './zalo-bot-support.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PDF = { fileId: 7, name: 'ke-hoach.pdf', mime: 'application/pdf', size: 10, picture: false };
const CHART = { fileId: 8, name: 'bieu-do.png', mime: 'image/png', size: 8, picture: true };

const start = async (options: Parameters<typeof startZaloBot>[0] = {}) => {
  const pair = await startZaloBot({ ...options, fake: { fetchPicture: async () => PNG, ...options.fake } });
  const lan = pair.fake.user('Nguyễn Thị Lan');
  const send = (over: Parameters<typeof partOf>[0] = {}, address = lan.id) =>
    pair.channel.send(address, partOf(over), sendOptions());
  const fault = (over: Parameters<typeof partOf>[0] = {}, address = lan.id) =>
    send(over, address).then(
      () => null,
      (error: unknown) => error,
    );
  return { ...pair, lan, send, fault };
};

describe('what leaves', () => {
  it('is plain words, composed, without markup, to the chat and to a group', async () => {
    const { fake, lan, send } = await start();
    const group = fake.group('Tổ công tác');
    await send({ lines: [[{ bold: 'Hạn:' }, ' <b>hôm nay</b> *'], 'Hoà'.normalize('NFD')] });
    await send({ lines: ['Trong nhóm'] }, `group:${group.id}`);
    expect(lan.sees()[0]?.text).toBe('Hạn: <b>hôm nay</b> *\nHoà'.normalize('NFC'));
    expect(group.messages[0]?.text).toBe('Trong nhóm');
  });

  it('is a link where it would be a file, under the words or alone', async () => {
    const { lan, send } = await start();
    await send({ lines: ['Kèm theo:'], file: PDF });
    await send({ lines: [], file: PDF });
    expect(lan.sees().map(({ text }) => text)).toEqual([`Kèm theo:\n${LINKS.line(PDF)}`, LINKS.line(PDF)]);
  });

  it('is a picture by its link, with its words', async () => {
    const { fake, lan, send } = await start();
    await send({ lines: ['Biểu đồ'], file: CHART });
    expect(fake.callsOf('sendPhoto')[0]?.payload).toMatchObject({ photo: LINKS.url(CHART), caption: 'Biểu đồ' });
    expect(lan.sees()[0]?.file?.bytes).toEqual(PNG);
  });

  it('is the link alone when the platform does not fetch the picture', async () => {
    const { fake, lan, send } = await start();
    fake.faults.add('sendPhoto', { do: 'answer', code: 400, message: 'The photo URL is invalid' });
    await send({ lines: ['Biểu đồ'], file: CHART });
    expect(lan.sees().map(({ text }) => text)).toEqual([`Biểu đồ\n${LINKS.line(CHART)}`]);
  });

  it('never exceeds 2,000 characters, whatever is said and attached', async () => {
    const { fake, channel, lan } = await start();
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4_000 });
    const message = fc.record({
      lines: fc.array(text, { minLength: 1, maxLength: 4 }),
      choices: fc.array(fc.array(fc.record({ token: fc.constant('t'), label: text }), { maxLength: 3 }), {
        maxLength: 12,
      }),
      files: fc.subarray([PDF, CHART]),
      asks: fc.boolean(),
    });
    for (const whole of fc.sample(message, { numRuns: 40, seed: 7 })) {
      for (const piece of split(whole, channel.capabilities)) {
        await channel.send(lan.id, partOf(present(piece, channel.capabilities)), sendOptions());
      }
    }
    expect(fake.calls.length).toBeGreaterThan(40);
    expect(fake.calls.map(({ refusal }) => refusal).filter((refusal) => refusal !== null)).toEqual([]);
  });
});

describe('a refusal says what to do', () => {
  it.each<[string, number, object]>([
    ['400: give up', 400, { constructor: GiveUp, reason: 'refused' }],
    ['401: a person must look after the token', 401, { constructor: Credentials }],
    ['403, which is the platform’s own trouble: try again', 403, { constructor: Retry }],
    ['404: give up', 404, { constructor: GiveUp, reason: 'refused' }],
    ['408: perhaps seen', 408, { constructor: Ambiguous }],
    ['429: the whole platform waits', 429, { constructor: RetryAt, scope: 'platform' }],
    ['500: try again', 500, { constructor: Retry }],
    ['a code as text', '429' as unknown as number, { constructor: RetryAt }],
    ['no code at all: try again', undefined as unknown as number, { constructor: Retry }],
  ])('%s', async (_, code, expected) => {
    const { fake, fault } = await start();
    fake.faults.add('sendMessage', { do: 'answer', code });
    expect(await fault()).toMatchObject(expected);
  });

  it('a quota that stays spent is asked for ever more seldom, and soon again once it is not; a burst is one refusal', () => {
    let now = 0;
    const { faultOf, wentWell } = createFaultOf(() => now);
    const wait = (): number => Number(Object(faultOf('sendMessage', 429, '')).waitMs);
    const waits: number[] = [];
    for (let count = 0; count < 6; count += 1) {
      const burst = Array.from({ length: 5 }, wait);
      expect(new Set(burst).size).toBe(1);
      waits.push(burst[0] ?? 0);
      now += burst[0] ?? 0;
    }
    expect(waits).toEqual([2_000, 10_000, 60_000, 600_000, 3_600_000, 3_600_000]);
    wentWell();
    expect(wait()).toBe(2_000);
  });

  it('the plan’s messages and people: the one after the last is refused', async () => {
    const { fake, fault } = await start({ fake: { plan: { messages: 2, people: 1 } } });
    const hung = fake.user('Hùng');
    expect(await fault()).toBeNull();
    expect(await fault({}, hung.id)).toBeInstanceOf(RetryAt);
    expect(await fault()).toBeNull();
    expect(await fault()).toBeInstanceOf(RetryAt);
  });

  it('somebody who is gone: give up, gone', async () => {
    const { lan, fault } = await start();
    lan.blocks();
    expect(await fault()).toMatchObject({ constructor: GiveUp, reason: 'gone' });
    expect(await fault({}, 'nobody')).toMatchObject({ constructor: GiveUp, reason: 'gone' });
  });

  it('a wrong token', async () => {
    const { fake } = await start();
    const { channel } = zaloBotAt(fake.root, { token: '1:wrong' });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toThrow(Credentials);
  });
});

describe('a failure of the network says whether a second send may be a duplicate', () => {
  it.each<[string, Fault]>([
    ['cut off after it was seen', { do: 'cut', when: 'after' }],
    ['cut off before it was seen, which we cannot know', { do: 'cut', when: 'before' }],
    ['a page in place of an answer', { do: 'page' }],
    ['never answered', { do: 'hang', when: 'after' }],
  ])('%s: ambiguous', async (_, how) => {
    const { fake, fault } = await start({ timeouts: { callMs: 100 } });
    fake.faults.add('sendMessage', how);
    expect(await fault()).toMatchObject({ constructor: Ambiguous });
  });

  it('nobody listening: try again', async () => {
    const { address, close } = await listening(createServer());
    await close();
    const { channel } = zaloBotAt(address);
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
  });

  it('a redirect is not followed', async () => {
    const { fake, fault } = await start();
    const { address } = await listening(createServer());
    fake.faults.add('sendMessage', { do: 'redirect', to: `${address}/trap` });
    expect(await fault()).toBeInstanceOf(Ambiguous);
    expect(fake.calls).toHaveLength(1);
  });

  it('the platform is asked for through the proxy, by name, in a tunnel', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url);
      socket.destroy();
    });
    const { address } = await listening(proxy);
    const { channel } = zaloBotAt('https://bot-api.zaloplatforms.com', { proxy: address });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toThrow(Retry);
    expect(asked).toEqual(['bot-api.zaloplatforms.com:443']);
  });

  it('no fault tells the token, the address or the words', async () => {
    const { fake, fault } = await start({ timeouts: { callMs: 100 } });
    const faults: Fault[] = [
      { do: 'cut', when: 'after' },
      { do: 'page' },
      { do: 'answer', code: 400, message: 'bad text "canary"' },
      { do: 'answer', code: 500 },
    ];
    for (const one of faults) {
      fake.faults.add('sendMessage', one);
      const error = await fault({ lines: ['canary'] });
      const told = JSON.stringify([error, String(error), Object(error).cause ?? null, Object(error).stack]);
      for (const secret of [fake.token, fake.root, 'canary']) expect(told).not.toContain(secret);
    }
  });
});
