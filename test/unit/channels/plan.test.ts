import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present, split } from '#channels/plan.ts';
import { CAPABILITIES as TELEGRAM } from '#channels/telegram/capabilities.ts';
import type { Capabilities } from '#message/capabilities.ts';
import { type Line, type Message, plainLine } from '#message/outbound.ts';

const NUMBERED: Capabilities = { ...TELEGRAM, textLimit: 2_000, captionLimit: 2_000, buttons: null, edits: false };
const TINY: Capabilities = {
  ...TELEGRAM,
  textLimit: 20,
  captionLimit: 7,
  buttons: { most: 3, perRow: 2, labelLimit: 5 },
};
const TINY_NUMBERED: Capabilities = { ...TINY, buttons: null };
const PROFILES = { telegram: TELEGRAM, numbered: NUMBERED, tiny: TINY, 'tiny numbered': TINY_NUMBERED };

const message = (over: Partial<Message>): Message => ({ lines: [], choices: [], files: [], asks: false, ...over });
const choice = (label: string, token = `t${label}`) => ({ token, label });
const file = (fileId: number) => ({ fileId, name: `${fileId}.pdf`, mime: 'application/pdf', size: 10, picture: false });

type Words = { readonly lines: readonly Line[] };
const lengthOf = ({ lines }: Words) => lines.map(plainLine).join('\n').length;
const wordsOf = (messages: readonly Words[]) =>
  messages
    .map(({ lines }) => lines.map(plainLine).join(''))
    .join('')
    .replace(/[\p{C}\p{Z}…]/gu, '')
    .normalize('NFC');
const numbersOf = (labels: readonly string[]) => labels.map((label, index) => `${index + 1}. ${label}`);

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 40 }),
  fc.constantFrom('', 'Phường Phúc Lợi', 'ộ'.normalize('NFD').repeat(9), '😀'.repeat(30), 'dòng\r\nkhác\n\ncuối'),
);
const span = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  words.map((code) => ({ code })),
);
const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '');
const anyMessage = fc.record({
  lines: fc.array(fc.oneof(words, fc.array(span, { maxLength: 4 })), { maxLength: 12 }),
  choices: fc.array(
    fc.array(
      label.map((text) => choice(text)),
      { maxLength: 5 },
    ),
    { maxLength: 6 },
  ),
  files: fc.array(fc.nat().map(file), { maxLength: 3 }),
  asks: fc.boolean(),
});

/** What a channel would refuse in a piece. */
const misfits = (piece: Message, caps: Capabilities): string[] => {
  const { lines, buttons, file } = present(piece, caps);
  const { most, perRow, labelLimit } = caps.buttons ?? { most: 0, perRow: 0, labelLimit: 0 };
  const checks = {
    length: lengthOf({ lines }) <= (file === null ? caps.textLimit : caps.captionLimit),
    files: piece.files.length <= 1,
    blank: file !== null || /[^\p{C}\p{Z}]/u.test(lines.map(plainLine).join('')),
    buttons: buttons.flat().length <= most,
    rows: buttons.every((row) => row.length > 0 && row.length <= perRow),
    labels: buttons.flat().every((button) => button.label.length <= labelLimit),
  };
  return Object.entries(checks).flatMap(([name, isFine]) => (isFine ? [] : [name]));
};

describe.each(Object.entries(PROFILES))('on a channel with %s capabilities', (_, caps) => {
  it('every piece fits one send', () => {
    fc.assert(
      fc.property(anyMessage, (whole) => {
        for (const piece of split(whole, caps)) expect(misfits(piece, caps)).toEqual([]);
      }),
    );
  });

  it('nothing is lost and order is kept', () => {
    fc.assert(
      fc.property(anyMessage, (whole) => {
        const pieces = split(whole, caps);
        const labels = whole.choices.flat().map((one) => one.label.normalize('NFC'));
        const isListed = labels.some((one) => one.length > (caps.buttons?.labelLimit ?? 0));
        const expected = { lines: [...whole.lines, ...(isListed ? numbersOf(labels) : [])] };
        expect(wordsOf(pieces)).toBe(wordsOf([expected]));
        expect(pieces.flatMap(({ files }) => files)).toEqual(whole.files);
        const tokens = pieces.flatMap(({ choices }) => choices.flat().map((one) => one.token));
        expect(tokens).toEqual(caps.buttons === null ? [] : whole.choices.flat().map((one) => one.token));
      }),
    );
  });

  it('no character is cut in two, and markup goes on where a line is cut', () => {
    fc.assert(
      fc.property(anyMessage, (whole) => {
        const marked = (messages: readonly Message[]) =>
          messages
            .flatMap(({ lines }) => lines.flat())
            .map((one) => (typeof one === 'string' ? '' : plainLine([one])))
            .join('')
            .replace(/[\p{C}\p{Z}]/gu, '')
            .normalize('NFC');
        const pieces = split(whole, caps);
        for (const { lines } of pieces) expect(lines.map(plainLine).join('').isWellFormed()).toBe(true);
        expect(marked(pieces)).toBe(marked([whole]));
      }),
    );
  });
});

describe('text', () => {
  it('of 9,000 characters is split at line ends', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `${index}`.padEnd(89, ' chữ'));
    const pieces = split(message({ lines }), TELEGRAM);
    expect(pieces).toHaveLength(3);
    expect(pieces.flatMap((piece) => piece.lines)).toEqual(lines);
  });

  it('in one long line is cut at spaces', () => {
    const [line, ...rest] = split(message({ lines: ['một hai ba bốn năm sáu'] }), TINY).flatMap((piece) => piece.lines);
    expect([line, ...rest]).toEqual(['một hai ba bốn năm ', 'sáu']);
  });

  it('that is bold stays bold on both sides of a cut', () => {
    const pieces = split(message({ lines: [[{ bold: 'một hai ba bốn năm sáu' }]] }), TINY);
    expect(pieces.map((piece) => piece.lines)).toEqual([[[{ bold: 'một hai ba bốn năm ' }]], [[{ bold: 'sáu' }]]]);
  });

  it('that is blank is not sent', () => {
    expect(split(message({ lines: ['', ' '] }), TELEGRAM)).toEqual([]);
  });
});

describe('choices', () => {
  it('stand under the last piece of a long text', () => {
    const lines = ['x'.repeat(4_000), 'y'.repeat(4_000)];
    const pieces = split(message({ lines, choices: [[choice('Gửi')]], asks: true }), TELEGRAM);
    expect(pieces.map((piece) => [piece.choices.length, piece.asks])).toEqual([
      [0, false],
      [1, true],
    ]);
  });

  it('beyond what one message may have go on under further messages, rows whole', () => {
    const rows = ['a', 'b', 'c'].map((name) => [choice(`${name}1`), choice(`${name}2`)]);
    const pieces = split(message({ lines: ['Chọn'], choices: rows }), TINY);
    expect(pieces.map((piece) => [piece.lines, piece.choices.flat().length])).toEqual([
      [['Chọn'], 2],
      [['…'], 2],
      [['…'], 2],
    ]);
  });

  it('become numbered lines where there are no buttons, counted over all pieces', () => {
    const units = Array.from({ length: 120 }, (_, index) => choice(`UBND xã số ${index + 1} của thành phố`));
    const pieces = split(message({ lines: ['Chọn đơn vị'], choices: units.map((one) => [one]) }), NUMBERED);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.flatMap((piece) => present(piece, NUMBERED).lines)).toEqual([
      'Chọn đơn vị',
      ...numbersOf(units.map((one) => one.label)),
    ]);
  });

  it('are kept together when the list no longer fits under the text', () => {
    const lines = ['x'.repeat(1_990)];
    const [first, second] = split(message({ lines, choices: [[choice('Tiếp nhận'), choice('Trả lời')]] }), NUMBERED);
    expect(first?.lines).toEqual(lines);
    expect(second?.lines).toEqual(['1. Tiếp nhận', '2. Trả lời']);
  });

  it('with a label too long for a button are shortened there and written out in the text', () => {
    const long = 'Phòng Quản lý quy hoạch, xây dựng và môi trường các khu công nghiệp và chế xuất';
    const [piece] = split(message({ lines: ['Chọn'], choices: [[choice(long)]] }), TELEGRAM);
    if (piece === undefined) throw new Error('no piece');
    expect(piece.lines).toEqual(['Chọn', `1. ${long}`]);
    expect(present(piece, TELEGRAM).buttons[0]?.[0]?.label).toMatch(/^Phòng Quản lý quy hoạch.*…$/);
  });
});

describe('files', () => {
  it('one with a short text is one piece, text and buttons with it', () => {
    const whole = message({ lines: ['Biểu đồ quý III'], choices: [[choice('Xuất Excel')]], files: [file(1)] });
    expect(split(whole, TELEGRAM)).toEqual([whole]);
  });

  it('one with a text over the caption limit follows the text', () => {
    const pieces = split(message({ lines: ['x'.repeat(1_025)], files: [file(1)] }), TELEGRAM);
    expect(pieces.map((piece) => piece.files.length)).toEqual([0, 1]);
  });

  it('several are a piece each, after the text', () => {
    const pieces = split(message({ lines: ['Tệp'], files: [file(1), file(2)] }), TELEGRAM);
    expect(pieces.map((piece) => piece.files.map((one) => one.fileId))).toEqual([[], [1], [2]]);
  });
});
