/** Marks are found wherever and however they are written; words of every day are not taken for them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inbound } from '#message/inbound.ts';
import { isSecretEvent, isSecretText } from '#text/secrecy.ts';
import { ORDINARY } from './ordinary.ts';

const STAMPS = ['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', 'TUYET MAT', 'M Ậ T', 'T Ố I  M Ậ T', 'T U Y Ệ T   M Ậ T', 'ĐỘ MẬT'];
const HIDDEN = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u034f', '\u0000'];
const event = (content: Inbound['content']): Inbound => ({
  ...{ channel: 'web', eventId: '1', address: 'a', place: 'private', addressed: true, at: 0 },
  ...{ messageRef: null, quoted: null, content },
  sender: { externalId: '1', displayName: 'Trần Văn Mật', isBot: false },
});

describe('a mark of secrecy', () => {
  it.each([
    ...[
      'Báo cáo TUYỆT MẬT về phương án',
      'hồ sơ tối mật',
      'Tối Mật',
      'Độ mật: A',
      'Tài liệu MẬT số 12',
      'Mật',
      ' mật.',
    ],
    ...[
      'TUYET MAT',
      'ho so TUYET MAT so 3',
      'TOI MAT',
      '[TOI MAT] phuong an.docx',
      'TOI_MAT_ke-hoach.pdf',
      'MAT',
      '(MAT) bc.pdf',
    ],
    ...['M Ậ T', 'T Ố I  M Ậ T', 'M.Ậ.T', 'M-Ậ-T', 'T Ố I M Ậ T', 'khu A M Ậ T', 'M\nẬ\nT', 'TUYỆT\nMẬT'],
    ...[
      'M\u00adẬT',
      'TUYỆT\u200bMẬT',
      'tài liệu\u200bMẬT',
      'TỐI\u2060 M\u200dẬT',
      'M\u0336Ậ\u0336T\u0336',
      'ＭẬＴ',
      'M\u0000ẬT',
    ],
    ...['phương án_MẬT.pdf', 'fileMẬT.pdf', '2026MẬT.pdf', 'Kế hoạch-TUYỆT-MẬT.docx'],
    ...['12/BC-UBND(M)', 'số 12/2026/BC-UBND (TM)', '7/KH-BQL(TuM)', '12/MẬT-UBND', '12/MAT-UBND', '07/BC-UBND-MAT'],
    ...[
      'BẢO MẬT MẬT',
      'KHO BÍ MẬT\nMẬT',
      'Người ký: BẢO\nMẬT',
      'Quốc Bảo MẬT',
      'CƠ. MẬT',
      'BẢO TUYỆT MẬT',
      'GIÁBÍ TỐI MẬT',
    ],
    ...['MẬT\nĐỘ KHẨN: HỎA TỐC', 'MẬT ĐỘ KHẨN: HỎA TỐC', 'MẬT DANH SÁCH CÁN BỘ', 'MẬT độ xây dựng'],
  ])('is seen in “%s”', (text) => {
    expect(isSecretText(text)).toBe(true);
    expect(isSecretText(text.normalize('NFD'))).toBe(true);
  });

  it('is seen anywhere in any ordinary text', () => {
    const ends = fc.constantFrom(' ', '\n', ', ', ' - ', ' (', '. ');
    const words = fc.array(fc.constantFrom(...ORDINARY), { maxLength: 4 }).map((all) => all.join(' '));
    const place = fc.record({ before: words, a: ends, stamp: fc.constantFrom(...STAMPS), b: ends, after: words });
    fc.assert(
      fc.property(place, fc.boolean(), ({ before, a, stamp, b, after }, nfd) => {
        // "MẬT ĐỘ …" on one line is a word of every day, whoever means a stamp by it.
        fc.pre(b !== ' ' || !/^(?:MẬT )?(?:ĐỘ|KHẨU|ONG)/.test(after));
        const text = `${before}${a}${stamp}${b}${after}`;
        expect({ text, seen: isSecretText(nfd ? text.normalize('NFD') : text) }).toEqual({ text, seen: true });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is seen through a hidden character between any two of its letters', () => {
    for (const stamp of STAMPS) {
      for (const hidden of HIDDEN) {
        for (let at = 0; at <= stamp.length; at += 1) {
          const text = `Tài liệu ${stamp.slice(0, at)}${hidden}${stamp.slice(at)} số 12`;
          expect({ text, seen: isSecretText(text) }).toEqual({ text, seen: true });
        }
      }
    }
  });

  it('is seen in words, captions, names of files, titles of groups and what is quoted', () => {
    const file = { ref: '1', name: 'a.pdf', mime: 'application/pdf', size: 1 };
    const plain = event({ kind: 'text', text: 'vâng' });
    expect(isSecretEvent(event({ kind: 'text', text: 'bản MẬT' }))).toBe(true);
    expect(isSecretEvent(event({ kind: 'files', caption: 'bản MẬT', files: [file] }))).toBe(true);
    expect(isSecretEvent(event({ kind: 'files', caption: '', files: [file, { ...file, name: 'MẬT.pdf' }] }))).toBe(
      true,
    );
    expect(isSecretEvent(event({ kind: 'joined', title: 'Tổ công tác TUYỆT MẬT' }))).toBe(true);
    const quoted = { ref: '1', text: 'bản MẬT', senderName: 'a', fromBot: false };
    expect(isSecretEvent({ ...plain, quoted })).toBe(true);
    expect(isSecretEvent(plain)).toBe(false);
    expect(isSecretEvent(event({ kind: 'joined', title: 'Tổ bảo mật dữ liệu' }))).toBe(false);
  });
});

describe('ordinary words', () => {
  it('pass, each sentence of them, in any form', () => {
    expect(ORDINARY.length).toBeGreaterThanOrEqual(100);
    expect(ORDINARY.filter(isSecretText)).toEqual([]);
    expect(ORDINARY.filter((text) => isSecretText(text.normalize('NFD')))).toEqual([]);
    expect(ORDINARY.filter((text) => isSecretText(text.toLowerCase()))).toEqual([]);
  });
});

describe('the time it takes', () => {
  it.each([
    ['sentences', 'Đề nghị phối hợp, BẢO MẬT. '],
    ['spaces', ' '],
    ['line ends', ' \n'],
    ['beginnings of a mark', 'T U Y Ệ T . . . M Ậ, '],
    ['separators', '. '],
    ['a mark’s first letter', 'M'],
    ['combining marks', '\u0301\u0323'],
    ['hidden characters', 'M\u200b'],
    ['numbers', '1/A-'],
    ['digits', '1'],
  ])('on 100 kB of %s is under a second', (_what, part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length));
    const from = performance.now();
    expect(isSecretText(text)).toBe(false);
    expect(performance.now() - from).toBeLessThan(1_000);
  });
});
