import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Malformed } from '#channels/errors.ts';
import { createDecode } from '#channels/zalo-bot/decode.ts';
import { inboundSchema } from '#message/inbound.ts';

const FOLDER = new URL('./fixtures/zalo-bot/', import.meta.url);
const decode = createDecode(() => ['Bot Phối hợp', 'bot.PhoiHop']);
const fixture = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

describe('deliveries become the events they mean', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const { update, events } = fixture(name);
    const decoded = decode(update);
    expect(decoded).toEqual(events);
    for (const event of decoded) expect(inboundSchema.parse(event)).toEqual(event);
  });
});

describe('a body that is no delivery is refused as malformed', () => {
  const { update } = fixture('text-flat.json');
  it.each([
    ['nothing', null],
    ['a text', 'update'],
    ['a list', [update]],
    ['no name', { message: update.message }],
    ['no message', { event_name: update.event_name }],
    ['a message without chat', { ...update, message: { ...update.message, chat: undefined } }],
    ['a message without id', { ...update, message: { ...update.message, message_id: '' } }],
    ['a text that is no text', { ...update, message: { ...update.message, text: 5 } }],
  ])('%s', (_, body) => {
    expect(() => decode(body)).toThrow(Malformed);
  });

  it('and what the log is told holds none of its words', () => {
    expect(() => decode({ ...update, message: { ...update.message, text: ['bí mật'] } })).toThrow(
      /^event: message\.text\.received$/,
    );
  });
});
