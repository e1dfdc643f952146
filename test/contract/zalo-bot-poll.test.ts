import { describe, expect, it, onTestFinished } from 'vitest';
import type { Accept } from '#channels/channel.ts';
import type { Inbound } from '#message/inbound.ts';
import type { Fault } from '#test/fakes/zalo/faults.ts';
import { startZaloBot } from './zalo-bot-support.ts';

type Pair = Awaited<ReturnType<typeof startZaloBot>>;

const collect = () => {
  const events: Inbound[] = [];
  const accept: Accept = async (batch) => void events.push(...batch);
  const texts = () => events.map(({ content }) => 'text' in content && content.text);
  return { events, accept, texts };
};

/** Polls until the test ends. */
const poll = ({ channel }: Pair, accept: Accept) => {
  const stop = new AbortController();
  const ended = channel.poll?.(accept, stop.signal) ?? Promise.reject(new Error('no polling'));
  const end = () => {
    stop.abort();
    return ended;
  };
  onTestFinished(end);
  return { end, stop };
};

describe('polling', () => {
  it('brings what people say, one by one and in order', async () => {
    const pair = await startZaloBot();
    const { accept, texts } = collect();
    const lan = pair.fake.user('Lan');
    for (const text of ['một', 'hai', 'ba']) lan.says(text);
    poll(pair, accept);
    await pair.fake.waitFor(() => texts().length === 3 && pair.fake.callsOf('getUpdates').length > 3);
    expect(texts()).toEqual(['một', 'hai', 'ba']);
  });

  it('takes a poll that brings nothing as nothing: no pause, no word in the log', async () => {
    const pair = await startZaloBot({ timeouts: { retryMs: 60_000 } });
    const { accept, texts } = collect();
    poll(pair, accept);
    await pair.fake.waitFor(() => pair.fake.callsOf('getUpdates').filter(({ code }) => code === 408).length >= 3);
    pair.fake.user('Lan').says('một');
    await pair.fake.waitFor(() => pair.fake.callsOf('getUpdates').some(({ code }) => code === 0));
    await pair.fake.waitFor(() => texts().length === 1 || pair.fake.callsOf('getUpdates').length > 8);
    expect(texts()).toEqual(['một']);
    expect(pair.logged).toEqual([]);
  });

  it('holds an event that cannot be stored until it can, asks for nothing meanwhile, and loses none', async () => {
    const pair = await startZaloBot();
    const { accept, texts } = collect();
    let failures = 0;
    const lan = pair.fake.user('Lan');
    lan.says('một');
    lan.says('hai');
    let askedMeanwhile = 0;
    poll(pair, async (events) => {
      if (failures < 4) {
        failures += 1;
        askedMeanwhile = pair.fake.callsOf('getUpdates').length;
        throw new Error('the database is away; canary');
      }
      await accept(events);
    });
    await pair.fake.waitFor(() => texts().length === 2 && pair.fake.callsOf('getUpdates').length > 2);
    expect(texts()).toEqual(['một', 'hai']);
    expect(askedMeanwhile).toBe(1);
    expect(pair.logged.join()).not.toContain('canary');
  });

  it('told to end in the middle of a long poll still stores what the poll brings', async () => {
    const pair = await startZaloBot({ fake: { secondMs: 100 } });
    const { accept, texts } = collect();
    const { stop, end } = poll(pair, accept);
    await pair.fake.waitFor(() => pair.fake.callsOf('getUpdates').length === 1);
    stop.abort();
    pair.fake.user('Lan').says('vào phút chót');
    await end();
    expect(texts()).toEqual(['vào phút chót']);
  });

  it('told to end while the database is away does not hang for ever', async () => {
    const pair = await startZaloBot();
    pair.fake.user('Lan').says('một');
    const tried = Promise.withResolvers<void>();
    const { end } = poll(pair, async () => {
      tried.resolve();
      throw new Error('away');
    });
    await tried.promise;
    await end();
  });

  it.each<[string, Fault]>([
    ['the platform fails', { do: 'answer', code: 500 }],
    ['it says 403, its own trouble', { do: 'answer', code: 403 }],
    ['the connection is cut', { do: 'cut', when: 'before' }],
  ])('goes on when %s', async (_, fault) => {
    const pair = await startZaloBot();
    const { accept, texts } = collect();
    pair.fake.faults.add('getUpdates', fault, 2);
    pair.fake.user('Lan').says('một');
    poll(pair, accept);
    await pair.fake.waitFor(() => texts().length === 1 || pair.fake.callsOf('getUpdates').length > 20);
    expect(texts()).toEqual(['một']);
  });

  it('leaves out what can never be read, says so without its words, and goes on', async () => {
    const pair = await startZaloBot();
    const { accept, texts } = collect();
    const lan = pair.fake.user('Lan');
    lan.sendsRaw('message.text.received', { text: ['canary'] });
    lan.says('hai');
    poll(pair, accept);
    await pair.fake.waitFor(() => texts().length === 1 || pair.fake.callsOf('getUpdates').length > 20);
    expect(texts()).toEqual(['hai']);
    expect(pair.logged).toEqual([expect.stringContaining('unknown form')]);
    expect(pair.logged.join()).not.toContain('canary');
  });

  it('with a webhook in force says so and does not remove it', async () => {
    const pair = await startZaloBot();
    await fetch(`${pair.fake.root}/bot${pair.fake.token}/setWebhook`, {
      method: 'POST',
      body: JSON.stringify({ url: 'http://127.0.0.1:9/nobody', secret_token: 'cua-nguoi-khac' }),
    });
    await pair.channel.register?.([]);
    expect(pair.logged).toEqual([expect.stringContaining('a webhook is in force')]);
    expect(pair.fake.webhook()?.url).toBe('http://127.0.0.1:9/nobody');
  });
});
