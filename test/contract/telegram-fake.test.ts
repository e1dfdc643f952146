/** The fake is trusted by all scripted chats, so what it refuses and keeps is tested too. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeTelegramOptions, startFakeTelegram } from '#test/fakes/telegram/fake.ts';

type Answer = { ok: boolean; description?: string; error_code?: number; parameters?: object; result?: unknown };

const start = async (options?: FakeTelegramOptions) => {
  const fake = await startFakeTelegram(options);
  onTestFinished(fake.close);
  const lan = fake.user('Nguyễn Thị Lan');
  lan.says('/start');
  const call = async (method: string, payload: object = {}, token = fake.token): Promise<Answer> => {
    const body = JSON.stringify(payload);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${fake.root}/bot${token}/${method}`, { method: 'POST', headers, body });
    return (await response.json()) as Answer; // the fake's own shape
  };
  const send = (payload: object) => call('sendMessage', { chat_id: lan.id, text: 'x', ...payload });
  return { fake, lan, call, send };
};

const keyboard = (...rows: object[][]) => ({ reply_markup: { inline_keyboard: rows } });
const button = (data = 'c', text = 'Gửi') => ({ text, callback_data: data });
const html = (text: string) => ({ text, parse_mode: 'HTML' });

describe('a send is refused', () => {
  it.each<[string, object, string | RegExp]>([
    ['without text', { text: undefined }, /text is required/],
    ['with an empty text', { text: '' }, 'Bad Request: message text is empty'],
    ['with a blank text', { text: ' \n ' }, 'Bad Request: text must be non-empty'],
    ['with a text too long', { text: 'x'.repeat(4_097) }, 'Bad Request: message is too long'],
    ['with an unknown field', { texts: 'x' }, /unknown field texts/],
    ['with a value of a wrong type', { message_thread_id: '5' }, /message_thread_id is not Integer/],
    ['with an unknown field inside a field', { reply_parameters: { id: 1 } }, /reply_parameters/],
    ['to a chat that is not there', { chat_id: 5 }, 'Bad Request: chat not found'],
    ['to a topic that is not there', { message_thread_id: 5 }, 'Bad Request: message thread not found'],
    ['answering what is not there', { reply_parameters: { message_id: 99 } }, /message to be replied not found/],
    ['with data over 64 bytes', keyboard([button('ộ'.repeat(22))]), 'Bad Request: BUTTON_DATA_INVALID'],
    ['with a button without data', keyboard([{ text: 'x' }]), /Text buttons are unallowed/],
    ['with 101 buttons', keyboard(...Array.from({ length: 101 }, () => [button()])), /reply markup is too long/],
    [
      'with a tag that is none',
      html('<h1>x</h1>'),
      /can't parse entities: Unsupported start tag "h1" at byte offset 0/,
    ],
    ['with an open tag', html('x <b>y'), /Can't find end tag corresponding to start tag "b"/],
    ['with crossed tags', html('<b><i>x</b></i>'), /expected "<\/i>", found "<\/b>"/],
    ['with a bare <', html('ộ < 5'), /Unclosed start tag at byte offset 4/],
    ['with an end without beginning', html('x</b>'), /Unexpected end tag/],
    ['with another parse mode', { parse_mode: 'Markdown' }, /parse_mode/],
  ])('%s', async (_, payload, why) => {
    const { lan, send } = await start();
    const answer = await send(payload);
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(answer.description).toMatch(why);
    expect(lan.sees()).toEqual([]);
  });

  it('of a file that is none, and of a caption too long', async () => {
    const { fake, lan, call } = await start();
    expect((await call('sendDocument', { chat_id: lan.id, document: 'unknown' })).description).toMatch(
      /wrong remote file/,
    );
    const form = new FormData();
    form.set('chat_id', String(lan.id));
    form.set('caption', 'x'.repeat(1_025));
    form.set('document', 'attach://a');
    form.set('a', new Blob(['content']), 'a.pdf');
    const response = await fetch(`${fake.root}/bot${fake.token}/sendDocument`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ description: 'Bad Request: message caption is too long' });
  });
});

it('a method that is not known is refused', async () => {
  const { call } = await start();
  expect((await call('sendMassage', {})).ok).toBe(false);
});

describe('a press', () => {
  it('can be answered once, and not after its life', async () => {
    let now = 1_795_500_000_000;
    const { lan, call, send } = await start({ now: () => now });
    await send(keyboard([button()]));
    const [first, second] = [lan.presses('Gửi').press.id, lan.presses('Gửi').press.id];
    expect((await call('answerCallbackQuery', { callback_query_id: first })).ok).toBe(true);
    expect((await call('answerCallbackQuery', { callback_query_id: first })).ok).toBe(false);
    now += 151_000;
    expect((await call('answerCallbackQuery', { callback_query_id: second })).ok).toBe(false);
  });

  it('that nobody fetched within 150 seconds is lost; a message is kept for a day', async () => {
    let now = 1_795_500_000_000;
    const { fake, lan, send } = await start({ now: () => now });
    await send(keyboard([button()]));
    lan.presses('Gửi');
    expect(fake.pending()).toHaveLength(2);
    now += 151_000;
    expect(fake.pending()).toHaveLength(1);
    now += 86_400_000;
    expect(fake.pending()).toHaveLength(0);
  });

  it('of a button that is not shown is a mistake of the test', async () => {
    const { lan, send } = await start();
    await send(keyboard([button('c', 'Tiếp nhận')]));
    expect(() => lan.presses('Duyệt')).toThrow('there are: Tiếp nhận');
  });
});

describe('the rates', () => {
  it('of one a second in private and 20 a minute in a group are enforced when asked for', async () => {
    let now = 1_795_500_000_000;
    const { fake, send, call } = await start({ now: () => now, enforceRates: true });
    expect((await send({})).ok).toBe(true);
    expect(await send({})).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    const chat_id = fake.group('Tổ').id();
    for (let count = 0; count < 20; count += 1) {
      now += 1_000;
      expect((await call('sendMessage', { chat_id, text: 'x' })).ok).toBe(true);
    }
    expect((await call('sendMessage', { chat_id, text: 'x' })).error_code).toBe(429);
  });

  it('of 30 a second over all chats are enforced', async () => {
    const { fake, call } = await start({ now: () => 1_795_500_000_000, enforceRates: true });
    const codes = [];
    for (let count = 0; count < 31; count += 1) {
      codes.push((await call('sendMessage', { chat_id: fake.group(`Tổ ${count}`).id(), text: 'x' })).error_code ?? 200);
    }
    expect(codes).toEqual([...Array(30).fill(200), 429]);
  });
});

describe('updates', () => {
  it('are given again until an offset confirms them', async () => {
    const { fake, call } = await start();
    const [update] = fake.pending();
    expect((await call('getUpdates')).result).toEqual([update]);
    expect((await call('getUpdates')).result).toEqual([update]);
    expect((await call('getUpdates', { offset: Number(update?.update_id) + 1 })).result).toEqual([]);
    expect((await call('getUpdates')).result).toEqual([]);
  });

  it('wait for nobody while a webhook is set', async () => {
    const { call } = await start();
    await call('setWebhook', { url: 'http://127.0.0.1:9/nobody' });
    expect(await call('getUpdates')).toMatchObject({ error_code: 409 });
  });

  it('of kinds not asked for are not kept', async () => {
    const { fake, lan, call } = await start();
    await call('getUpdates', { allowed_updates: ['callback_query'] });
    const before = fake.pending().length;
    lan.says('một');
    expect(fake.pending()).toHaveLength(before);
  });

  it('of one person’s words and presses wait in different queues', async () => {
    const { fake, lan, send } = await start();
    await send(keyboard([button()]));
    lan.presses('Gửi');
    lan.says('một');
    const queues = fake.queues();
    expect(new Set(queues).size).toBe(2);
  });
});

it('a webhook must be https, or on this machine, with a fitting secret', async () => {
  const { call } = await start();
  expect((await call('setWebhook', { url: 'http://example.org/x' })).ok).toBe(false);
  expect((await call('setWebhook', { url: 'https://example.org/x', secret_token: 'có dấu' })).ok).toBe(false);
  expect((await call('setWebhook', { url: 'https://example.org/x', max_connections: 101 })).ok).toBe(false);
});
