/** What the web chat makes of an update: who is addressed, and what is malformed. */
import { describe, expect, test } from 'vitest';
import { Malformed } from '#channels/errors.ts';
import { createDecode, readPressId } from '#channels/web/decode.ts';
import { inboundSchema } from '#message/inbound.ts';

const decode = createDecode('Trợ lý');

const update = (more: object = {}) => ({
  key: 'key-00000001',
  address: 'lan',
  at: 1,
  sender: { externalId: 'lan', name: 'Nguyễn Thị Lan' },
  messageRef: '7',
  quoted: null,
  content: { kind: 'text', text: 'xin chào' },
  ...more,
});
const inGroup = (more: object) => decode(update({ address: 'group:doan', ...more }))[0];
const text = (words: string) => ({ content: { kind: 'text', text: words } });

test('what is decoded is an event of the vocabulary', () => {
  const [event] = decode(update());
  expect(inboundSchema.parse(event)).toEqual(event);
  expect(event).toMatchObject({ channel: 'web', eventId: 'key-00000001', place: 'private', addressed: true });
});

describe('in a group the bot is addressed', () => {
  test.each([
    ['by a mention', text('@Trợ lý việc của tôi'), 'việc của tôi'],
    ['by a mention in other letters and forms', text('nhờ @TRỢ LÝ'.normalize('NFD')), 'nhờ'],
    ['by a command', text('/doan'), '/doan'],
    ['by a mention before a command', text('@Trợ lý /doan'), '/doan'],
    [
      'by an answer to it',
      { ...text('Thống nhất'), quoted: { ref: '1', text: '', senderName: 'Trợ lý', fromBot: true } },
      'Thống nhất',
    ],
  ])('%s', (_how, more, words) => {
    expect(inGroup(more)).toMatchObject({ place: 'group', addressed: true, content: { text: words } });
  });

  test('by a mention in the words that go with files', () => {
    const files = [{ ref: '3', name: 'a.pdf', mime: 'application/pdf', size: 1 }];
    expect(inGroup({ content: { kind: 'files', caption: '@Trợ lý lưu giúp', files } })).toMatchObject({
      addressed: true,
      content: { caption: 'lưu giúp', files },
    });
  });

  test('by a press', () => {
    const event = inGroup({ content: { kind: 'pressed', token: 'tok' } });
    expect(event).toMatchObject({ addressed: true, messageRef: '7', content: { kind: 'pressed', token: 'tok' } });
    const pressId = event?.content.kind === 'pressed' ? event.content.pressId : '';
    expect(readPressId(pressId)).toEqual({ key: 'key-00000001', address: 'group:doan' });
  });
});

test.each([
  ['words among people', text('mai họp lúc 8 giờ')],
  ['a longer name', text('@Trợ lýx xem giúp')],
  ['an answer to a person', { ...text('Vâng'), quoted: { ref: '1', text: '', senderName: 'Dũng', fromBot: false } }],
  ['a place', { content: { kind: 'location', latitude: 21, longitude: 105 } }],
])('in a group the bot is not addressed by %s', (_what, more) => {
  expect(inGroup(more)?.addressed).toBe(false);
});

test.each([[null], ['text'], [{}], [update({ content: { kind: 'dance' } })], [update({ key: '' })]])(
  'what is not an update is malformed: %j',
  (value) => {
    expect(() => decode(value)).toThrow(Malformed);
  },
);
