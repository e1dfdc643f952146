import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Ambiguous, Credentials, GiveUp, Moved, Retry, RetryAt } from '#channels/errors.ts';
import { ApiError, tooManyRequests } from '#test/fakes/telegram/api-error.ts';
import { startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import type { Fault } from '#test/fakes/telegram/faults.ts';
import { channelAt, listening, type PairOptions, partOf, sendOptions, startPair } from './telegram-support.ts';

const start = async (options: PairOptions = {}) => {
  const pair = await startPair(options);
  const lan = pair.fake.user('Nguyễn Thị Lan');
  lan.says('/viec');
  const sendTo = (address: string, over: Parameters<typeof partOf>[0] = {}) =>
    pair.channel.send(address, partOf(over), sendOptions()).then(
      () => null,
      (error: unknown) => error,
    );
  const failNext = (fault: Fault, times = 1) => pair.fake.faults.add({ method: 'sendMessage', fault, times });
  return { ...pair, lan, sendTo, failNext, send: () => sendTo(String(lan.id)) };
};

const answer = (code: number, description: string): Fault => ({ do: 'answer', error: new ApiError(code, description) });

describe('a refusal of the platform says what to do', () => {
  it('429: wait as long as told', async () => {
    const { send, failNext } = await start();
    failNext({ do: 'answer', error: tooManyRequests(35) });
    expect(await send()).toMatchObject({ constructor: RetryAt, waitMs: 35_000, scope: 'address' });
  });

  it('429 for one chat again and again stays with that chat', async () => {
    const { send, failNext } = await start();
    failNext({ do: 'answer', error: tooManyRequests(1) }, 5);
    for (let count = 0; count < 5; count += 1) expect(await send()).toMatchObject({ scope: 'address' });
  });

  it('429 for the third chat in a row is about the whole bot; an answer in between says it is not', async () => {
    const { fake, send, sendTo } = await start();
    const others = ['An', 'Bình', 'Cường'].map((name) => fake.user(name));
    for (const other of others) {
      other.says('/viec');
      fake.faults.flood(60, other.id);
    }
    const [an = '', binh = '', cuong = ''] = others.map(({ id }) => String(id));
    expect(await sendTo(an)).toMatchObject({ scope: 'address' });
    expect(await sendTo(binh)).toMatchObject({ scope: 'address' });
    expect(await sendTo(cuong)).toMatchObject({ scope: 'platform' });
    expect(await send()).toBeNull();
    expect(await sendTo(cuong)).toMatchObject({ scope: 'address' });
  });

  it('403 from a person who blocked the bot: give up, blocked', async () => {
    const { lan, send } = await start();
    lan.blocks();
    expect(await send()).toMatchObject({ constructor: GiveUp, reason: 'blocked' });
  });

  it('403 from a group the bot was removed from: give up, blocked', async () => {
    const { fake, lan, sendTo } = await start();
    const group = fake.group('Tổ công tác');
    group.removeBot(lan.person);
    expect(await sendTo(String(group.id()))).toMatchObject({ constructor: GiveUp, reason: 'blocked' });
  });

  it('400 from a group that became a supergroup: the new address', async () => {
    const { fake, lan, sendTo } = await start();
    const { from, to } = fake.group('Tổ công tác').migrate(lan.person);
    expect(await sendTo(String(from))).toMatchObject({ constructor: Moved, to: String(to) });
    expect(await sendTo(String(to))).toBeNull();
  });

  it('400 for a chat that is not there: give up, gone', async () => {
    const { sendTo } = await start();
    expect(await sendTo('12345')).toMatchObject({ constructor: GiveUp, reason: 'gone' });
  });

  it('400 for anything else: give up, refused', async () => {
    const { lan, sendTo } = await start();
    expect(await sendTo(String(lan.id), { lines: ['x'.repeat(4_097)] })).toMatchObject({
      constructor: GiveUp,
      reason: 'refused',
    });
  });

  it.each([
    ['500', answer(500, 'Internal Server Error')],
    ['502', answer(502, 'Bad Gateway')],
  ])('%s in the platform’s own form: try again', async (_, fault) => {
    const { send, failNext } = await start();
    failNext(fault);
    expect(await send()).toMatchObject({ constructor: Retry });
  });

  it.each([
    ['401', '7000000001:wrong'],
    ['404', 'not-a-token'],
  ])('%s: a person must look after the token', async (_, token) => {
    const { root, close } = await startFakeTelegram();
    onTestFinished(close);
    const { channel } = channelAt(root, { token });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toThrow(Credentials);
  });
});

describe('a failure of the network says whether a second send may be a duplicate', () => {
  it.each<[string, Fault]>([
    ['cut off after it was seen', { do: 'cut', when: 'after' }],
    ['cut off before it was seen, which we cannot know', { do: 'cut', when: 'before' }],
    ['answered by a gateway’s page', { do: 'gateway' }],
    ['never answered', { do: 'hang', when: 'after' }],
  ])('%s: ambiguous', async (_, fault) => {
    const { send, failNext } = await start({ timeouts: { callMs: 100 } });
    failNext(fault);
    expect(await send()).toMatchObject({ constructor: Ambiguous });
  });

  it('an edit may always be repeated, so it is never ambiguous', async () => {
    const { fake, lan, sendTo } = await start();
    await sendTo(String(lan.id));
    fake.faults.add({ method: 'editMessageText', fault: { do: 'cut', when: 'after' } });
    const edit = { lines: ['Mới'], edit: String(lan.sees()[0]?.id) };
    expect(await sendTo(String(lan.id), edit)).toMatchObject({ constructor: Retry });
    expect(await sendTo(String(lan.id), edit)).toBeNull();
    expect(lan.sees()).toHaveLength(1);
  });

  it('nobody listening: try again', async () => {
    const { address, close } = await listening(createServer());
    await close();
    const { channel } = channelAt(address);
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
  });

  it('no TLS at the other end: try again', async () => {
    const { address } = await listening(createTcpServer((socket) => socket.destroy()));
    const apiRoot = address.replace('http:', 'https:');
    const { channel } = channelAt(apiRoot);
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
  });

  it('a connection that never comes to stand: try again, long before the call’s own time', async () => {
    const { address } = await listening(createTcpServer());
    const apiRoot = address.replace('http:', 'https:');
    const timeouts = { connectMs: 50, callMs: 60_000 };
    const { channel } = channelAt(apiRoot, { timeouts });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
  });

  it('stopped before the call: try again', async () => {
    const { channel, fake } = await start();
    const stopped = { ...sendOptions(), signal: AbortSignal.abort() };
    await expect(channel.send('1', partOf(), stopped)).rejects.toMatchObject({ constructor: Retry });
    expect(fake.calls).toEqual([]);
  });

  it('stopped during the call: ambiguous, at once', async () => {
    const { channel, fake, lan, failNext } = await start();
    failNext({ do: 'hang', when: 'after' });
    const stop = new AbortController();
    const sending = channel.send(String(lan.id), partOf(), { ...sendOptions(), signal: stop.signal });
    await fake.waitFor(() => lan.sees().length === 1);
    stop.abort();
    await expect(sending).rejects.toThrow(Ambiguous);
  });

  it('a redirecting API root is not followed', async () => {
    const { fake } = await start();
    const server = createServer((_, response) => response.writeHead(307, { location: `${fake.root}/trap` }).end());
    const { address } = await listening(server);
    const { channel } = channelAt(address);
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
    expect(fake.calls).toEqual([]);
  });
});

describe('through a proxy', () => {
  it('that refuses: nothing was sent, try again', async () => {
    const proxy = createServer();
    proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    const { address } = await listening(proxy);
    const { channel } = channelAt('https://api.telegram.org', { proxy: address });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
  });

  it('that is silent: try again, long before the call’s own time', async () => {
    const { address } = await listening(createTcpServer());
    const timeouts = { connectMs: 50, callMs: 60_000 };
    const { channel } = channelAt('https://api.telegram.org', { proxy: address, timeouts });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
  });

  it('the platform is asked for by name, in a tunnel', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      asked.push(request.url);
      socket.destroy();
    });
    const { address } = await listening(proxy);
    const { channel } = channelAt('https://api.telegram.org', { proxy: address });
    await expect(channel.send('1', partOf(), sendOptions())).rejects.toThrow(Retry);
    expect(asked).toEqual(['api.telegram.org:443']);
  });
});

describe('no fault tells', () => {
  it('the token, the address or the words', async () => {
    const { fake, failNext, lan, sendTo } = await start({ timeouts: { callMs: 100 } });
    const faults: Fault[] = [
      { do: 'cut', when: 'after' },
      { do: 'gateway' },
      { do: 'hang', when: 'before' },
      answer(400, `Bad Request: can't parse entities: Unsupported start tag "canary" at byte offset 1`),
      answer(500, 'Internal Server Error'),
    ];
    for (const fault of faults) {
      failNext(fault);
      const error = await sendTo(String(lan.id), { lines: ['canary'] });
      const told = JSON.stringify([error, String(error), Object(error).cause ?? null, Object(error).stack]);
      for (const secret of [fake.token, fake.root, 'canary']) expect(told).not.toContain(secret);
    }
  });
});
