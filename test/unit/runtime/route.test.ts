/** Who gets an event: the table of precedence, and which shown choice typed words mean. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenBy } from '#runtime/choices.ts';
import { commandIn, route, type Seen } from '#runtime/route.ts';
import { aChoice, aCommand, aForm, someChoices } from '#test/factories/chat.ts';

const COMMANDS = [
  aCommand({ word: 'viec', aliases: ['viec cua toi'] }),
  aCommand({ word: 'xem', takesWords: true }),
  aCommand({ word: 'huy' }),
];
const says = (text: string, more: Partial<Seen> = {}) =>
  route({ content: { kind: 'text', text }, pressed: null, shown: [], form: null, commands: COMMANDS, ...more });
const FORM = { form: aForm() };
const SHOWN = { shown: someChoices('Tiếp nhận', 'Xem', 'Huy') };

describe('an event goes to', () => {
  test.each([
    [
      'a press, whatever is open',
      { content: { kind: 'pressed', token: 't', pressId: 'p' }, pressed: aChoice(), ...FORM },
      'choice',
    ],
    ['a press whose row is gone', { content: { kind: 'pressed', token: 't', pressId: 'p' }, ...FORM }, 'stale'],
    ['a file in a form', { content: { kind: 'unsupported', what: 'sticker' }, ...FORM }, 'form'],
    ['a file without one', { content: { kind: 'unsupported', what: 'sticker' } }, 'attachment'],
  ] satisfies [string, Partial<Seen>, string][])('%s', (_what, seen, kind) => {
    expect(says('', seen).kind).toBe(kind);
  });

  test.each([
    ['/huy', FORM, 'cancel'],
    ['hủy', FORM, 'cancel'],
    ['huỷ', FORM, 'cancel'],
    ['Huy', FORM, 'form'],
    ['/huy', {}, 'command'],
    ['1', { ...FORM, ...SHOWN }, 'choice'],
    ['tiep nhan', { ...FORM, ...SHOWN }, 'choice'],
    ['4', { ...FORM, ...SHOWN }, 'form'],
    ['/viec', { ...FORM, ...SHOWN }, 'command'],
    ['viec', FORM, 'form'],
    ['viec', {}, 'command'],
    ['việc của tôi', {}, 'command'],
    ['việc này ai làm', {}, 'fallback'],
    ['xem PH-2026-00042', {}, 'command'],
    ['Đề nghị phối hợp', {}, 'fallback'],
    ['Đề nghị phối hợp', FORM, 'form'],
  ] satisfies [string, Partial<Seen>, string][])('“%s” with %j → %s', (text, seen, kind) => {
    expect(says(text, seen).kind).toBe(kind);
  });
});

describe('a command', () => {
  test('is found with or without slash, marks and case, with its words', () => {
    for (const text of ['/xem PH-1', 'xem PH-1', 'XEM PH-1', '#xem  PH-1', ' /Xem PH-1 ']) {
      expect(commandIn(text, COMMANDS)).toMatchObject({ command: { word: 'xem' }, words: 'PH-1' });
    }
    expect(commandIn('/việc gấp', COMMANDS)).toMatchObject({ command: { word: 'viec' }, words: 'gấp' });
  });

  test('is not found inside another word', () => {
    for (const text of ['xemlại', 'viecc', '', '/', '//xem']) expect(commandIn(text, COMMANDS)).toBeNull();
  });
});

describe('typed words choose', () => {
  const shown = someChoices('Thống nhất', 'Thống nhất, có ý kiến bổ sung', 'Không thống nhất');

  test.each([
    ['2', 't2'],
    ['Thống nhất', 't1'],
    ['THONG NHAT', 't1'],
    ['không thống nhất', 't3'],
    ['bổ sung', 't2'],
    ['khong', 't3'],
  ])('“%s” → %s', (typed, token) => {
    expect(chosenBy(shown, typed)?.token).toBe(token);
  });

  test.each(['thống', '0', '4', '01.', 'có', '', '   ', 'thống nhất!', '1 2'])('nothing by “%s”', (typed) => {
    expect(chosenBy(shown, typed)).toBeNull();
  });

  const urgencies = someChoices('Thường (7 ngày làm việc)', 'Khẩn (3 ngày làm việc)', 'Thượng khẩn (1 ngày làm việc)');

  test.each([
    ['thuong', 't1'],
    ['thường', 't1'],
    ['thượng', 't3'],
    ['khẩn', 't2'],
    ['thuong khan', 't3'],
  ])('what stands before a bracket, and marks where they are typed: “%s” → %s', (typed, token) => {
    expect(chosenBy(urgencies, typed)?.token).toBe(token);
  });

  test('a whole word before a piece of others', () => {
    const people = someChoices('Nguyễn Văn Thái (Chủ tịch)', 'Bạch Thị Yến (Chuyên viên)', 'Nguyễn Quang Huy');
    expect(chosenBy(people, 'yen')?.token).toBe('t2');
    expect(chosenBy(people, 'Nguyen')).toBeNull();
    expect(chosenBy(people, 'chi Yen')).toBeNull();
    expect(chosenBy(someChoices('Xem đoàn'), '/doan')).toBeNull();
  });

  test('never more than one, and a number only its own', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.nat(9), (labels, number) => {
        const found = chosenBy(someChoices(...labels), String(number));
        expect(found?.position ?? null).toBe(number >= 1 && number <= labels.length ? number : null);
      }),
    );
  });

  test('a label that two choices bear chooses neither', () => {
    expect(chosenBy(someChoices('Xem', 'Xem'), 'xem')).toBeNull();
  });
});
