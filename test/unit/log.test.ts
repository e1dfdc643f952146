import { describe, expect, test } from 'vitest';
import { createLog, type Fields, type Log } from '#src/log.ts';

const BOT_TOKEN = '7012345678:AAF-canary_telegram_token_0123456789';
const APP_KEY = 'canary app key/with+odd=letters';

const listen = (): { log: Log; lines: () => string[] } => {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  return { log: createLog({ level: 'debug', secrets: [BOT_TOKEN, APP_KEY], destination }), lines: () => written };
};

const written = (message: string, fields: Fields = {}): string => {
  const { log, lines } = listen();
  log.error(fields, message);
  return lines().join('');
};

describe('what must never be in the log', () => {
  test('a configured secret is taken out wherever it turns up, raw or as part of a link', () => {
    const places = [`failed with ${APP_KEY}`, `https://x.test/?k=${encodeURIComponent(APP_KEY)}`, `(${BOT_TOKEN})`];
    for (const place of places) {
      expect(written(place, { note: place })).not.toMatch(/canary/);
      expect(written('failed', { error: new Error(place) })).not.toMatch(/canary/);
    }
  });

  test.each([
    'GET https://api.test/bot999:unknown-canary/getMe failed',
    'GET https://api.test/file/bot12%3Acanary-canary/photo.jpg',
    'connect postgres://owner:canary@db/app',
    'POST /oa?access_token=canary&x=1',
    '{"refresh_token": "canary"}',
    'Authorization: Bearer canary',
    '88877766:canary-canary',
  ])('a secret nobody configured is known by its look: %s', (text) => {
    expect(written(text)).not.toMatch(/canary/);
  });

  test.each(['0912345678', '0912.345.678', '+84 912 345 678', '84912345678', '024 3825 3536'])(
    'a phone number is taken out: %s',
    (phone) => {
      expect(written(`sent to ${phone}`, { note: phone, error: new Error(phone) })).not.toContain(phone);
    },
  );

  test('a field named for words, secrets or phones is not written, whatever it holds', () => {
    const fields = { body: 'canary', text: 'canary', caption: 'canary', accessToken: 'canary', phone: 'canary' };
    expect(written('received', fields)).not.toMatch(/canary/);
  });

  test('an object or a list of objects handed over whole is not written', () => {
    const row = { words: 'canary' };
    expect(written('saved', { row, rows: [row], make: () => 'canary', at: Buffer.from('canary') })).not.toMatch(
      /canary/,
    );
  });

  test('of an error stay class, message, stack and causes: no row, request or response', () => {
    const cause = Object.assign(new TypeError('lost'), { body: 'canary' });
    const error = Object.assign(new Error('send failed', { cause }), { row: { text: 'canary' }, response: 'canary' });
    const line = written('turn failed', { error });
    expect(line).not.toMatch(/canary/);
    expect(JSON.parse(line).error).toMatchObject({ class: 'Error', message: 'send failed' });
    expect(JSON.parse(line).error.cause).toMatchObject({ class: 'TypeError', message: 'lost' });
    expect(JSON.parse(line).error.stack).toContain('log.test.ts');
  });

  test('an error that repeats its input is written without it', () => {
    const unreadable = written('bad webhook', { error: caught(() => JSON.parse('{"text": canary words}')) });
    expect(unreadable).toContain('SyntaxError');
    expect(unreadable).not.toMatch(/canary words/);
    const data = Object.assign(new Error('invalid input syntax for type date: "canary"'), { code: '22007' });
    expect(written('save failed', { error: data })).not.toMatch(/canary/);
  });

  test('a cause that points back at its error ends', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(written('failed', { error })).toContain('loop');
  });
});

describe('what is in the log', () => {
  test('an event is one JSON line, whatever its words try', () => {
    const { log, lines } = listen();
    log.info({ note: 'a\nb\u2028c\u0000' }, 'two\nlines \u001b[31mred\u001b[0m\r\n{"level":"error"}');
    expect(lines()).toHaveLength(1);
    const line = lines()[0] ?? '';
    expect(line.trimEnd()).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', note: 'a\nb\u2028c\u0000' });
  });

  test('ids, codes, counts and times stay readable', () => {
    const line = written('part overdue', { request: 'PH-2026-00042', part: 17, at: '2026-11-24T06:38:36.000Z' });
    expect(JSON.parse(line)).toMatchObject({ request: 'PH-2026-00042', part: 17, at: '2026-11-24T06:38:36.000Z' });
  });

  test('a child repeats its fields on every line and keeps the redaction', () => {
    const { log, lines } = listen();
    log.child({ conversation: 5 }).child({ event: 'e1' }).warn({}, `again ${APP_KEY}`);
    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ conversation: 5, event: 'e1', msg: 'again [redacted]' });
  });

  test('a level below the chosen one is not written', () => {
    const quiet: string[] = [];
    const log = createLog({ level: 'warn', secrets: [], destination: { write: (line) => void quiet.push(line) } });
    log.info({}, 'hidden');
    log.warn({}, 'shown');
    expect(quiet).toHaveLength(1);
  });
});

const caught = (act: () => unknown): Error => {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected an error');
};
