import { describe, expect, it, onTestFinished } from 'vitest';
import type { Accept } from '#channels/channel.ts';
import type { Inbound } from '#message/inbound.ts';
import { ApiError, tooManyRequests } from '#test/fakes/telegram/api-error.ts';
import { type PairOptions, startPair } from './telegram-support.ts';

type Pair = Awaited<ReturnType<typeof startPair>>;

const collect = () => {
  const events: Inbound[] = [];
  const accept: Accept = async (batch) => {
    events.push(...batch);
  };
  return { events, accept };
};

/** Polls until the test ends. */
const poll = ({ fake, channel }: Pair, accept: Accept) => {
  const stop = new AbortController();
  const ended = channel.poll?.(accept, stop.signal) ?? Promise.reject(new Error('no polling'));
  const end = () => {
    stop.abort();
    return ended;
  };
  onTestFinished(end);
  /** Things happen outside the fake too: look again on every call. */
  const until = (look: () => unknown) => fake.waitFor(look);
  return { end, until };
};

const textsOf = (events: readonly Inbound[]) => events.map(({ content }) => 'text' in content && content.text);

const start = (options?: PairOptions) => startPair(options);

describe('polling', () => {
  it('brings what people say, in order, and confirms it', async () => {
    const pair = await start();
    const { events, accept } = collect();
    const lan = pair.fake.user('Lan');
    for (const text of ['một', 'hai', 'ba']) lan.says(text);
    const { until } = poll(pair, accept);
    await until(() => pair.fake.pending().length === 0);
    expect(textsOf(events)).toEqual(['một', 'hai', 'ba']);
  });

  it('asks for the kinds of updates it reads, and waits long', async () => {
    const pair = await start();
    const { until } = poll(pair, collect().accept);
    await until(() => pair.fake.callsOf('getUpdates').length > 0);
    expect(pair.fake.callsOf('getUpdates')[0]?.payload).toEqual({
      timeout: 30,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
  });

  it('confirms nothing before it is stored, and asks for it again when storing failed', async () => {
    const pair = await start();
    pair.fake.user('Lan').says('một');
    const batches: string[][] = [];
    let pendingAtFailure = -1;
    const { until } = poll(pair, async (events) => {
      batches.push(events.map(({ eventId }) => eventId));
      if (batches.length > 2) return;
      pendingAtFailure = pair.fake.pending().length;
      throw new Error('canary');
    });
    await until(() => batches.length === 3 && pair.fake.pending().length === 0);
    expect(pendingAtFailure).toBe(1);
    expect(new Set(batches.flat()).size).toBe(1);
    expect(pair.logged.join()).not.toContain('canary');
  });

  it('does not ask for more while storing is under way', async () => {
    const pair = await start();
    pair.fake.user('Lan').says('một');
    const stored = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const { until } = poll(pair, () => {
      arrived.resolve();
      return stored.promise;
    });
    await arrived.promise;
    expect(pair.fake.callsOf('getUpdates')).toHaveLength(1);
    stored.resolve();
    await until(() => pair.fake.callsOf('getUpdates').length === 2);
  });

  it('speaks an offset once: after a quiet week the platform’s ids start anew', async () => {
    const pair = await start();
    const { accept } = collect();
    pair.fake.user('Lan').says('một');
    const { until } = poll(pair, accept);
    await until(() => pair.fake.callsOf('getUpdates').length >= 3);
    const offsets = pair.fake.callsOf('getUpdates').map(({ payload }) => typeof payload.offset);
    expect(offsets.slice(0, 3)).toEqual(['undefined', 'number', 'undefined']);
  });

  it('leaves out an update that can never be read, says so, and goes on', async () => {
    const pair = await start();
    const { events, accept } = collect();
    const lan = pair.fake.user('Lan');
    lan.sendsRaw({ location: { latitude: 'north' } });
    lan.says('hai');
    const { until } = poll(pair, accept);
    await until(() => pair.fake.pending().length === 0);
    expect(textsOf(events)).toEqual(['hai']);
    expect(pair.logged).toEqual([expect.stringContaining('message.location.latitude')]);
  });

  it('ends at once when told to, in the middle of a long poll', async () => {
    const pair = await start({ fake: { secondMs: 1_000 } });
    const { end, until } = poll(pair, collect().accept);
    await until(() => pair.fake.callsOf('getUpdates').length === 1);
    await end();
  });

  it.each([
    ['the platform fails', { do: 'answer', error: new ApiError(500, 'Internal Server Error') }],
    ['the connection is cut', { do: 'cut', when: 'before' }],
    ['a gateway answers', { do: 'gateway' }],
    ['it is told to wait', { do: 'answer', error: tooManyRequests(0) }],
  ] as const)('goes on when %s', async (_, fault) => {
    const pair = await start();
    const { events, accept } = collect();
    pair.fake.faults.add({ method: 'getMe', fault });
    pair.fake.faults.add({ method: 'getUpdates', fault, times: 2 });
    pair.fake.user('Lan').says('một');
    const { until } = poll(pair, accept);
    await until(() => pair.fake.pending().length === 0);
    expect(textsOf(events)).toEqual(['một']);
  });

  it('removes a webhook that is in force, keeps what waits, and says so', async () => {
    const pair = await start();
    const { events, accept } = collect();
    await fetch(`${pair.fake.root}/bot${pair.fake.token}/setWebhook`, {
      method: 'POST',
      body: JSON.stringify({ url: 'http://127.0.0.1:9/nobody' }),
    });
    pair.fake.user('Lan').says('một');
    const { until } = poll(pair, accept);
    await until(() => pair.fake.pending().length === 0);
    expect(textsOf(events)).toEqual(['một']);
    expect(pair.logged).toContainEqual(expect.stringContaining('the webhook is removed'));
  });

  it('with a second poller says so, and neither loses anything', async () => {
    const pair = await start();
    const { events, accept } = collect();
    const { until } = poll(pair, accept);
    poll(pair, accept);
    await until(() => pair.logged.some((line) => line.includes('another process')));
    pair.fake.user('Lan').says('một');
    await until(() => pair.fake.pending().length === 0);
    expect(new Set(textsOf(events))).toEqual(new Set(['một']));
  });

  it('logs neither token nor words', async () => {
    const pair = await start();
    pair.fake.user('Lan').says('canary');
    pair.fake.faults.add({ method: 'getUpdates', fault: { do: 'cut', when: 'after' } });
    const { until } = poll(pair, collect().accept);
    await until(() => pair.fake.pending().length === 0);
    expect(pair.logged).not.toEqual([]);
    for (const secret of [pair.fake.token, pair.fake.root, 'canary']) expect(pair.logged.join()).not.toContain(secret);
  });
});
