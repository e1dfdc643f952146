import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Malformed, Retry } from '#channels/errors.ts';
import { createDecode } from '#channels/telegram/decode.ts';
import { inboundSchema } from '#message/inbound.ts';
import { NOW } from './telegram-support.ts';

const FOLDER = new URL('./fixtures/telegram/', import.meta.url);
const BOT_ID = 7_000_000_001;

const decode = createDecode({
  identity: { id: BOT_ID, known: () => 'tro_ly_bot', readsAll: () => false },
  now: () => NOW,
});
const decodeUnnamed = createDecode({
  identity: { id: BOT_ID, known: () => undefined, readsAll: () => false },
  now: () => NOW,
});

const fixture = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

describe('updates become the events they mean', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const { update, events } = fixture(name);
    const decoded = decode(update);
    expect(decoded).toEqual(events);
    for (const event of decoded) expect(inboundSchema.parse(event)).toEqual(event);
  });
});

describe('before the platform has told the bot its name', () => {
  it.each([
    'text-private.json',
    'press.json',
    'command-bare-in-group.json',
    'reply-to-bot-in-group.json',
    'added-to-group.json',
  ])('%s is decoded all the same', (name) => {
    const { update, events } = fixture(name);
    expect(decodeUnnamed(update)).toEqual(events);
  });

  it.each(['command-for-us-in-group.json', 'command-for-another-bot.json', 'mention-in-group.json'])(
    '%s is asked for again, never guessed',
    (name) => {
      expect(() => decodeUnnamed(fixture(name).update)).toThrow(Retry);
    },
  );
});

describe('a body that is no update is refused as malformed', () => {
  const { update } = fixture('text-private.json');
  const { update: press } = fixture('press.json');
  it.each([
    ['nothing', null],
    ['a text', 'update'],
    ['a list', [update]],
    ['no id', { message: update.message }],
    ['an id that is no number', { ...update, update_id: '1' }],
    ['a message without chat', { ...update, message: { ...update.message, chat: undefined } }],
    ['a text that is no text', { ...update, message: { ...update.message, text: 5 } }],
    [
      'a chat id beyond exact numbers',
      { ...update, message: { ...update.message, chat: { id: 2 ** 60, type: 'private' } } },
    ],
    ['a press without person', { ...press, callback_query: { ...press.callback_query, from: undefined } }],
  ])('%s', (_, body) => {
    expect(() => decode(body)).toThrow(Malformed);
  });

  it('the message for the log names the field and holds none of its words', () => {
    const secret = { ...update, message: { ...update.message, text: ['bí mật'] } };
    expect(() => decode(secret)).toThrow('update: message.text');
  });
});
