import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Malformed } from '#channels/errors.ts';
import { createDecode } from '#channels/zalo-oa/decode.ts';
import { inboundSchema } from '#message/inbound.ts';

const FOLDER = new URL('./fixtures/zalo-oa/', import.meta.url);
const decode = createDecode(() => 7);
const fixture = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

describe('events become what they mean', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const { update, events } = fixture(name);
    const decoded = decode(update);
    expect(decoded).toEqual(events);
    for (const event of decoded) expect(inboundSchema.parse(event)).toEqual(event);
  });
});

it('an event without a stamp of its own came now', () => {
  const { update } = fixture('text.json');
  expect(decode({ ...update, timestamp: undefined })[0]?.at).toBe(7);
});

describe('a body that is no event is refused as malformed', () => {
  const { update } = fixture('text.json');
  const { update: follow } = fixture('follow.json');
  it.each([
    ['nothing', null],
    ['a text', 'event'],
    ['a list', [update]],
    ['no name', { ...update, event_name: undefined }],
    ['a stamp that is none', { ...update, timestamp: 'today' }],
    ['a message without sender', { ...update, sender: undefined }],
    ['a message without message', { ...update, message: undefined }],
    ['a message without id', { ...update, message: { text: 'x' } }],
    ['a text that is no text', { ...update, message: { ...update.message, text: 5 } }],
    ['a group without its id', { ...fixture('group-talk.json').update, recipient: {} }],
    ['nobody who follows', { ...follow, follower: undefined }],
  ])('%s', (_, body) => {
    expect(() => decode(body)).toThrow(Malformed);
  });

  it('and what the log is told holds none of its words', () => {
    expect(() => decode({ ...update, message: { ...update.message, text: ['bí mật'] } })).toThrow(
      /^event: message\.text$/,
    );
  });
});
