import { describe, expect, it } from 'vitest';
import type { FakeMessage } from '#test/fakes/telegram/world.ts';
import { partOf, sendOptions, startPair } from './telegram-support.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const file = (over: object = {}) => ({
  fileId: 1,
  name: 'a.pdf',
  mime: 'application/pdf',
  size: 8,
  picture: false,
  ...over,
});

const startWithLan = async () => {
  const pair = await startPair();
  const lan = pair.fake.user('Nguyễn Thị Lan');
  const { message } = lan.says('/viec');
  const send = (over: Parameters<typeof partOf>[0], bytes?: Uint8Array) =>
    pair.channel.send(String(lan.id), partOf(over), sendOptions(bytes));
  return { ...pair, lan, said: message, send };
};

const spansOf = ({ text, spans }: FakeMessage) =>
  spans.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);

describe('a text', () => {
  it('arrives as written, with bold and code as such', async () => {
    const { lan, send } = await startWithLan();
    const ref = await send({ lines: ['Yêu cầu <1> & 2', [{ bold: 'Hạn:' }, ' ', { code: 'PH-2026-00042' }]] });
    const [seen] = lan.sees();
    expect(String(seen?.id)).toBe(ref);
    expect(seen?.text).toBe('Yêu cầu <1> & 2\nHạn: PH-2026-00042');
    expect(seen && spansOf(seen)).toEqual([
      ['bold', 'Hạn:'],
      ['code', 'PH-2026-00042'],
    ]);
  });

  it('has no link preview', async () => {
    const { fake, send } = await startWithLan();
    await send({ lines: ['https://hanoi.gov.vn'] });
    expect(fake.callsOf('sendMessage')[0]?.payload.link_preview_options).toEqual({ is_disabled: true });
  });

  it('with a lone surrogate is sent with a replacement, not refused', async () => {
    const { lan, send } = await startWithLan();
    await send({ lines: ['một \ud83d hai'] });
    expect(lan.sees()[0]?.text).toBe('một \ufffd hai');
  });

  it('answers the message it is told to answer', async () => {
    const { lan, said, send } = await startWithLan();
    await send({ replyTo: String(said.id) });
    expect(lan.sees()[0]?.replyTo).toBe(said.id);
  });

  it('goes out although the message it answers is gone', async () => {
    const { lan, send } = await startWithLan();
    await send({ replyTo: '999' });
    expect(lan.sees()[0]?.replyTo).toBeNull();
  });

  it('goes to the topic of its address', async () => {
    const { fake, channel } = await startPair();
    const minutes = fake.group('Đoàn 3', { isForum: true }).topic('Biên bản');
    const an = fake.user('An').in(minutes);
    an.says('/doan');
    const [update] = fake.pending();
    await channel.send(channel.decode(update)[0]?.address ?? '', partOf(), sendOptions());
    expect(an.sees().map((message) => message.text)).toEqual(['Đã nhận']);
  });
});

describe('buttons', () => {
  it('carry their token, and a press brings it back', async () => {
    const { fake, channel, lan, send } = await startWithLan();
    await send({ buttons: [[{ label: 'Tiếp nhận', token: 'c_9fK2m' }], [{ label: 'Trả lời', token: 'c_2' }]] });
    lan.presses('Tiếp nhận');
    expect(channel.decode(fake.pending().at(-1))[0]?.content).toMatchObject({ kind: 'pressed', token: 'c_9fK2m' });
  });

  it('pressed are answered by a toast, or by nothing to be seen', async () => {
    const { channel, lan, send } = await startWithLan();
    await send({ buttons: [[{ label: 'Tiếp nhận', token: 'c_1' }]] });
    const [first, second] = [lan.presses('Tiếp nhận'), lan.presses('Tiếp nhận')];
    await channel.acknowledge?.(first.press.id, 'Đã có người tiếp nhận');
    await channel.acknowledge?.(second.press.id, null);
    expect(await lan.toast(first)).toBe('Đã có người tiếp nhận');
    expect(await lan.toast(second)).toBeNull();
  });

  it('pressed too long ago are let go, and the log says so', async () => {
    const { channel, logged } = await startWithLan();
    await channel.acknowledge?.('unknown', 'x');
    expect(logged).toEqual(['telegram: a press could not be acknowledged {"fault":"GiveUp"}']);
  });

  it('pressed with a notice too long for a toast get its beginning', async () => {
    const { channel, lan, send } = await startWithLan();
    await send({ buttons: [[{ label: 'X', token: 'c' }]] });
    const press = lan.presses('X');
    await channel.acknowledge?.(press.press.id, '😀'.repeat(150));
    expect((await lan.toast(press))?.length).toBe(200);
  });
});

describe('a question', () => {
  it('in a group directs the answer of the person it answers at the bot', async () => {
    const { fake, channel } = await startPair();
    const group = fake.group('Tổ công tác');
    const { message } = fake.user('An').in(group).says('/yeucau');
    await channel.send(String(group.id()), partOf({ asks: true, replyTo: String(message.id) }), sendOptions());
    await channel.send(String(group.id()), partOf({ asks: true }), sendOptions());
    expect(
      group
        .messages()
        .slice(1)
        .map((one) => one.forceReply),
    ).toEqual([{ selective: true }, { selective: false }]);
  });

  it('in private, or with buttons, needs no directing', async () => {
    const { fake, channel, lan, send } = await startWithLan();
    const group = fake.group('Tổ công tác');
    await send({ asks: true });
    await channel.send(
      String(group.id()),
      partOf({ asks: true, buttons: [[{ label: 'Khẩn', token: 'c' }]] }),
      sendOptions(),
    );
    expect([...lan.sees(), ...group.messages()].map((one) => one.forceReply)).toEqual([null, null]);
  });
});

describe('an edit', () => {
  it('replaces text and buttons of the earlier message', async () => {
    const { lan, send } = await startWithLan();
    const ref = await send({ buttons: [[{ label: 'Tiếp nhận', token: 'c_1' }]] });
    expect(await send({ lines: ['Đã tiếp nhận'], edit: ref })).toBe(ref);
    expect(lan.sees().map(({ text, buttons }) => [text, buttons])).toEqual([['Đã tiếp nhận', []]]);
  });

  it('that changes nothing is a success', async () => {
    const { fake, lan, send } = await startWithLan();
    const ref = await send({});
    expect(await send({ edit: ref })).toBe(ref);
    expect(lan.sees()).toHaveLength(1);
    expect(fake.calls.at(-1)?.refusal).toContain('message is not modified');
  });

  it.each([
    ['is gone', () => '999'],
    ['is not the bot’s', ({ said }: { said: FakeMessage }) => String(said.id)],
  ])('of a message that %s is sent as a new one', async (_, ref) => {
    const { lan, said, send } = await startWithLan();
    const sent = await send({ edit: ref({ said }) });
    expect(lan.sees().map((message) => String(message.id))).toEqual([sent]);
  });

  it('of a file’s message is sent as a new one', async () => {
    const { lan, send } = await startWithLan();
    const ref = await send({ file: file() }, PNG);
    expect(await send({ lines: ['Mới'], edit: ref })).not.toBe(ref);
    expect(lan.sees().at(-1)?.text).toBe('Mới');
  });
});

describe('a file', () => {
  it('goes as a document under its own name, diacritics and all', async () => {
    const { lan, send } = await startWithLan();
    await send({ lines: ['Phiếu <trình>'], file: file({ name: 'Báo cáo quý III, bản "ký".pdf' }) }, PNG);
    const [seen] = lan.sees();
    expect(seen?.file).toMatchObject({ kind: 'document', name: 'Báo cáo quý III, bản _ký_.pdf', bytes: PNG });
    expect(seen?.text).toBe('Phiếu <trình>');
  });

  it('goes as a picture where it is one, with caption and buttons', async () => {
    const { lan, send } = await startWithLan();
    await send(
      { lines: ['Biểu đồ'], buttons: [[{ label: 'Xuất Excel', token: 'c' }]], file: file({ picture: true }) },
      PNG,
    );
    expect(lan.sees()[0]).toMatchObject({
      text: 'Biểu đồ',
      file: { kind: 'photo' },
      buttons: [[{ label: 'Xuất Excel' }]],
    });
  });

  it.each([
    ['is too large for one', Buffer.concat([PNG, Buffer.alloc(10_000_001)])],
    ['cannot be read as one', Buffer.from('no picture')],
  ])('that is called a picture and %s goes as a document', async (_, bytes) => {
    const { lan, send } = await startWithLan();
    await send({ lines: [], file: file({ picture: true }) }, bytes);
    expect(lan.sees().map((message) => message.file?.kind)).toEqual(['document']);
  });
});
