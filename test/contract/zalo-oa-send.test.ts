import { createServer } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ambiguous, Credentials, Elsewhere, GiveUp, Retry, RetryAt } from '#channels/errors.ts';
import { present, split } from '#channels/plan.ts';
import { kindOf, listedCodes } from '#channels/zalo-oa/codes.ts';
import type { Fault } from '#test/fakes/zalo/faults.ts';
import { listening, partOf, sendOptions } from './telegram-support.ts';
import { LINKS } from './zalo-bot-support.ts';
import { NOW, startZaloOa, zaloOaAt } from './zalo-oa-support.ts';

const CS = '/v3.0/oa/message/cs';
const HOUR = 3_600_000;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const PDF = { fileId: 7, name: 'kế hoạch.pdf', mime: 'application/pdf', size: 8, picture: false };
const CHART = { fileId: 8, name: 'bieu-do.png', mime: 'image/png', size: 8, picture: true };
const SHEET = { ...PDF, name: 'bang.xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

const start = async (options: Parameters<typeof startZaloOa>[0] = {}) => {
  const pair = await startZaloOa(options);
  const lan = pair.fake.user('Nguyễn Thị Lan');
  lan.follows();
  const send = (over: Parameters<typeof partOf>[0] = {}, address = lan.id) =>
    pair.channel.send(address, partOf(over), sendOptions(PNG));
  const fault = (over: Parameters<typeof partOf>[0] = {}, address = lan.id) =>
    send(over, address).then(
      () => null,
      (error: unknown) => error,
    );
  return { ...pair, lan, send, fault };
};

describe('what leaves', () => {
  it('is words with hidden buttons; a press brings the token back', async () => {
    const { lan, send, channel } = await start();
    await send({ lines: ['Chọn:'], buttons: [[{ token: 'Ab3', label: 'Gửi' }], [{ token: 'Cd4', label: 'Hủy' }]] });
    expect(lan.sees()[0]).toMatchObject({ text: 'Chọn:', buttons: [{ label: 'Gửi' }, { label: 'Hủy' }] });
    const event = lan.presses(lan.sees()[0]?.buttons[1]?.payload ?? '');
    expect(channel.decode(event)[0]?.content).toMatchObject({ kind: 'pressed', token: 'Cd4' });
  });

  it('is a picture or a document where the platform takes it, under its name', async () => {
    const { lan, send } = await start();
    await send({ lines: [], file: CHART });
    await send({ lines: [], file: PDF });
    expect(lan.sees().map(({ file }) => file?.name)).toEqual(['bieu-do.png', 'kế hoạch.pdf']);
    expect(lan.sees()[1]?.file?.bytes.equals(PNG)).toBe(true);
  });

  it.each([
    ['a kind it does not take', SHEET],
    ['a document over 5 MB', { ...PDF, size: 5_000_001 }],
    ['a picture over 1 MB', { ...CHART, size: 1_000_001 }],
  ])('is a link for %s', async (_, file) => {
    const { fake, lan, send } = await start();
    await send({ lines: [], file });
    expect(lan.sees()[0]?.text).toBe(LINKS.line(file));
    expect(fake.calls.some(({ method }) => method.includes('upload'))).toBe(false);
  });

  it('in a group calls nobody by accident', async () => {
    const { fake, send } = await start();
    const group = fake.group('Đoàn kiểm tra');
    await send({ lines: ['Chị [@123] viết:'] }, `group:${group.id}`);
    expect(group.messages[0]?.text).toBe('Chị [ @123] viết:');
  });

  it('never exceeds what the platform takes, whatever is said, offered and attached', async () => {
    const { fake, channel, lan } = await start();
    const group = fake.group('Đoàn kiểm tra');
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3_000 }).map((words) => `${words}•`);
    const message = fc.record({
      lines: fc.array(text, { minLength: 1, maxLength: 4 }),
      choices: fc.array(fc.array(fc.record({ token: fc.constant('t'), label: text }), { maxLength: 3 }), {
        maxLength: 9,
      }),
      files: fc.subarray([PDF, CHART, SHEET]),
      asks: fc.boolean(),
    });
    for (const [index, whole] of fc.sample(message, { numRuns: 40, seed: 7 }).entries()) {
      const address = index % 2 === 0 ? lan.id : `group:${group.id}`;
      for (const piece of split(whole, channel.capabilities)) {
        await channel.send(address, partOf(present(piece, channel.capabilities)), sendOptions(PNG));
      }
    }
    expect(fake.calls.length).toBeGreaterThan(40);
    expect(fake.calls.map(({ refusal }) => refusal).filter((refusal) => refusal !== null)).toEqual([]);
  });
});

describe('when the account may write', () => {
  it.each([
    ['two days after a word', 48, true],
    ['within a week, for money', 167, true],
    ['after a week', 169, false],
  ])('%s', async (_, hours, isOpen) => {
    const { time, fault } = await start();
    time.now += hours * HOUR;
    expect(await fault()).toEqual(isOpen ? null : expect.any(Elsewhere));
  });

  it('a word opens it again', async () => {
    const { time, lan, fault } = await start();
    time.now += 200 * HOUR;
    expect(await fault()).toMatchObject({ constructor: Elsewhere, reason: 'refused' });
    lan.says('Tôi đây');
    expect(await fault()).toBeNull();
  });

  it('never to who has left; again to who has come back', async () => {
    const { lan, fault } = await start();
    lan.unfollows();
    expect(await fault()).toMatchObject({ constructor: GiveUp, reason: 'blocked' });
    lan.follows();
    expect(await fault()).toBeNull();
  });

  it('what its data say is what the platform does', async () => {
    const { channel } = await start();
    expect(channel.capabilities.window).toEqual({ freeMs: 48 * HOUR, openMs: 168 * HOUR });
  });
});

describe('a refusal says what to do', () => {
  // 08:00: the day ends in sixteen hours, the night in twenty-two.
  it.each<[number, object]>([
    [-32, { constructor: RetryAt, scope: 'platform', waitMs: 60_000 }],
    [-100, { constructor: Retry }],
    [-200, { constructor: Retry }],
    [-201, { constructor: GiveUp, reason: 'refused' }],
    [-204, { constructor: Credentials }],
    [-209, { constructor: Credentials }],
    [-211, { constructor: RetryAt, scope: 'platform', waitMs: 16 * HOUR + 300_000 }],
    [-213, { constructor: GiveUp, reason: 'blocked' }],
    [-217, { constructor: GiveUp, reason: 'blocked' }],
    [-218, { constructor: RetryAt, scope: 'address' }],
    [-224, { constructor: Credentials }],
    [-227, { constructor: GiveUp, reason: 'blocked' }],
    [-230, { constructor: Elsewhere }],
    [-232, { constructor: Elsewhere }],
    [-234, { constructor: RetryAt, waitMs: 22 * HOUR + 300_000 }],
    [-237, { constructor: GiveUp, reason: 'gone' }],
    [-240, { constructor: Credentials }],
    [-242, { constructor: Credentials }],
    [-244, { constructor: Elsewhere }],
    [-248, { constructor: GiveUp, reason: 'refused' }],
    [-249, { constructor: Elsewhere }],
    [-320, { constructor: Credentials }],
    [-403, { constructor: GiveUp, reason: 'gone' }],
    [-999_999, { constructor: Retry }],
  ])('%s', async (code, expected) => {
    const { fake, fault } = await start();
    fake.faults.add(CS, { do: 'answer', code });
    expect(await fault()).toMatchObject(expected);
  });

  it('each documented code stands in the table once', () => {
    for (const table of ['account', 'template'] as const) {
      expect(listedCodes(table).length).toBe(new Set(listedCodes(table)).size);
      expect(listedCodes(table).length).toBeGreaterThan(25);
    }
  });
});

describe('templates', () => {
  const options = { key: 'outbox:12', signal: AbortSignal.timeout(5_000) };
  const data = { ma: 'PH-2026-00042' };

  it('go to an account whose window is shut', async () => {
    const { fake, channel, lan, time } = await start();
    time.now += 300 * HOUR;
    expect(await channel.notify?.(lan.id, '4711', data, options)).toBe('t1');
    expect(fake.templates).toEqual([{ to: lan.id, template: '4711', data }]);
  });

  it('name the account inside a receiver where the setting says so', async () => {
    const { fake, channel, lan } = await start({ forms: ['nested-user-id'] });
    await channel.notify?.(lan.id, '4711', data, options).catch(() => undefined);
    expect(fake.callsOf('/message/template')[0]?.payload).toMatchObject({ recipient: { user_id: lan.id } });
  });

  it.each<[number, object]>([
    [-249, { constructor: Elsewhere }],
    [-108, { constructor: Elsewhere }],
    [-118, { constructor: Elsewhere }],
    // Nothing of the template's own shuts the account's messages.
    [-109, { constructor: Elsewhere }],
    [-115, { constructor: Elsewhere }],
    [-1122, { constructor: GiveUp, reason: 'refused' }],
    [-133, { constructor: Elsewhere }],
    [-144, { constructor: Elsewhere }],
    [-100, { constructor: Retry }],
  ])('refused with %s', async (code, expected) => {
    const { fake, channel, lan } = await start();
    fake.faults.add('/v3.0/oa/message/template', { do: 'answer', code });
    await expect(channel.notify?.(lan.id, '4711', data, options)).rejects.toMatchObject(expected);
  });
});

describe('templates by phone number', () => {
  const options = { key: 'outbox:12', signal: AbortSignal.timeout(5_000) };
  const data = { noi_dung: 'Có đề nghị PH-2026-00042.' };
  const PHONE = '84912345678';
  const startByPhone = async (over: Parameters<typeof start>[0] = {}) => {
    const started = await start(over);
    started.fake.zbs.phones.add(PHONE);
    const notify = (phone = PHONE, template = '4711', key = 'outbox:12') =>
      started.channel.notifyPhone?.(phone, template, data, { ...options, key });
    return { ...started, notify };
  };

  it('go to whoever has the number, with our name for the send', async () => {
    const { fake, notify } = await startByPhone();
    expect(await notify()).toBe('t1');
    expect(fake.templates).toEqual([{ to: PHONE, template: '4711', data }]);
    expect(fake.callsOf('/message/template')[0]?.payload).toMatchObject({ tracking_id: 'outbox:12' });
  });

  it('to nobody, with a wrong number, template or name, and beyond the day’s quota: refused, another way is left', async () => {
    const { fake, notify } = await startByPhone();
    await expect(notify('84987654321')).rejects.toMatchObject({ constructor: Elsewhere });
    await expect(notify('0912345678')).rejects.toMatchObject({ constructor: Elsewhere });
    await expect(notify(PHONE, '9999')).rejects.toMatchObject({ constructor: Elsewhere });
    await expect(notify(PHONE, '4711', 'k'.repeat(49))).rejects.toMatchObject({ constructor: GiveUp });
    fake.zbs.remainingToday = 0;
    await expect(notify()).rejects.toMatchObject({ constructor: Elsewhere });
    expect(fake.calls.at(-1)?.code).toBe(-144);
  });

  it('each documented code is mapped, and none of them stops the account’s own messages', async () => {
    const { fake, notify } = await startByPhone();
    const known = listedCodes('template').filter((code) => kindOf('template', code) !== 'token' && code !== -32);
    for (const code of known) {
      fake.faults.add('/message/template', { do: 'answer', code });
      const error: unknown = await notify()?.catch((fault: unknown) => fault);
      expect(
        [Elsewhere, GiveUp, Retry].some((kind) => error instanceof kind),
        String(code),
      ).toBe(true);
      expect(Object(error).reason, String(code)).not.toBe('blocked');
    }
    expect(known).toEqual(expect.arrayContaining(DOCUMENTED));
  });

  it('a lost answer is ambiguous, and no fault or log tells the number', async () => {
    const { fake, notify, logged } = await startByPhone({ timeouts: { callMs: 100 } });
    await notify();
    fake.faults.add('/message/template', { do: 'cut', when: 'after' });
    const error: unknown = await notify()?.catch((fault: unknown) => fault);
    expect(error).toMatchObject({ constructor: Ambiguous });
    expect([JSON.stringify(error), String(error), Object(error).stack, ...logged].join()).not.toContain('912345678');
  });
});

/** The platform's table for templates, as its documents list it. */
const DOCUMENTED = [
  ...[-100, -101, -102, -103, -104, -105, -106, -107, -108, -109, -110, -111, -112, -113, -114, -115, -117, -118, -119],
  ...[-120, -125, -126, -127, -131, -132, -133, -135, -136, -137, -138, -139, -140, -141, -144, -145, -146, -147, -161],
  ...[-162, -1121, -1122, -1124, -1131, -1241, -1351, -1381, -1441, -1471, -1472],
];

describe('the account', () => {
  it('tells who it is, who a person is, what it may send, and its groups', async () => {
    const { fake, channel, lan } = await start();
    expect(channel.inviteLink?.('MÃ')).toBeNull();
    await channel.register?.([]);
    expect(channel.inviteLink?.('MÃ')).toBe('https://zalo.me/579745863508352884');
    expect(await channel.account.user(lan.id)).toMatchObject({
      display_name: 'Nguyễn Thị Lan',
      user_is_follower: true,
    });
    expect(await channel.account.quota()).toEqual([{ remain: 480, total: 500 }]);
    const [place] = await channel.account.groupPlaces('gmf10');
    const { group_id = '' } = await channel.account.createGroup('Đoàn kiểm tra', place?.asset_id ?? '', [lan.id]);
    expect(await channel.account.group(group_id)).toMatchObject({ group_info: { status: 'enabled', total_member: 3 } });
    expect(fake.callsOf('getgroup')[0]?.payload).toEqual({ group_id });
  });
});

describe('a failure of the network says whether a second send may be a duplicate', () => {
  it.each<[string, Fault]>([
    ['cut off after it was seen', { do: 'cut', when: 'after' }],
    ['a page in place of an answer', { do: 'page' }],
    ['never answered', { do: 'hang', when: 'after' }],
  ])('%s: ambiguous', async (_, how) => {
    const { fake, fault, send } = await start({ timeouts: { callMs: 100 } });
    await send();
    fake.faults.add(CS, how);
    expect(await fault()).toMatchObject({ constructor: Ambiguous });
  });

  it('an upload may always be repeated', async () => {
    const { fake, fault } = await start();
    fake.faults.add('/v2.0/oa/upload/file', { do: 'cut', when: 'after' });
    expect(await fault({ lines: [], file: PDF })).toMatchObject({ constructor: Retry });
    expect(await fault({ lines: [], file: PDF })).toBeNull();
  });

  it('nobody listening: try again; nobody who gives a token: the whole platform waits', async () => {
    const { address, close } = await listening(createServer());
    await close();
    const { send, tokens } = await start();
    await send();
    const held = zaloOaAt(address, {}, { tokens }).channel;
    await expect(held.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: Retry });
    const bare = zaloOaAt(address).channel;
    await expect(bare.send('1', partOf(), sendOptions())).rejects.toMatchObject({ constructor: RetryAt });
  });

  it('no fault tells a token, a secret, the address or the words', async () => {
    const { fake, fault } = await start({ timeouts: { callMs: 100 } });
    const faults: Fault[] = [
      { do: 'cut', when: 'after' },
      { do: 'page' },
      { do: 'answer', code: -201, message: 'canary' },
      { do: 'answer', code: -216 },
    ];
    for (const one of faults) {
      fake.faults.add(CS, one, 2);
      const error = await fault({ lines: ['canary'] });
      const told = JSON.stringify([error, String(error), String(Object(error).cause), Object(error).stack]);
      for (const secret of ['access-', 'refresh-', 'bi-mat', fake.root, 'canary']) expect(told).not.toContain(secret);
      await fault();
    }
  });
});

it('all of it happens at the moment of the tests', () => {
  expect(new Date(NOW).toISOString()).toBe('2026-11-23T01:00:00.000Z');
});
