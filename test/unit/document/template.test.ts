/** DO6: what an office writes as its own text is checked when it is entered, and filled without a gap or a brace. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTemplate, TEMPLATES, type TemplateCode } from '#domain/document/template.ts';
import type { Result } from '#domain/result.ts';
import { fillTemplate, type Values } from '#src/documents/from-template.ts';
import { firstTemplates } from '#text/documents/templates.ts';
import { sayRefusal } from '#text/refusals.ts';

const CODES = Object.keys(TEMPLATES) as TemplateCode[]; // Object.keys forgets the names' type
const CODE = 'cong-van-don-doc';

const read = (text: string) => readable(parseTemplate(CODE, text));
const readable = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(sayRefusal(result).join(' '));
  return result.value;
};

test('the templates an office begins with are readable and name only what they may', () => {
  for (const code of CODES) expect(parseTemplate(code, firstTemplates[code])).toMatchObject({ ok: true });
});

describe('what is wrong is named with its line', () => {
  test.each([
    [' \n ', 'Mẫu không có nội dung'],
    ['Kính gửi\n{ten_khong_co}', 'Dòng 2: không có mục {ten_khong_co}. Các mục dùng được: ma, '],
    ['Mã {ma', 'Dòng 1: dấu { và }'],
    ['Mã }ma{', 'Dòng 1: dấu { và }'],
    ['Mã {{ma}}', 'Dòng 1: dấu { và }'],
    ['x'.repeat(8_001), 'dài quá 8.000'],
  ])('%s', (text, sentence) => {
    const parsed = parseTemplate(CODE, text);
    expect(parsed.ok ? '' : sayRefusal(parsed).join(' ')).toContain(sentence);
  });

  test('a list or table in the middle of a line', () => {
    const parsed = parseTemplate('cong-van-hoi-y-kien', 'Nội dung: {noi_dung}');
    expect(parsed).toMatchObject({ ok: false, code: 'template.alone', params: { line: 1, name: 'noi_dung' } });
  });
});

test('lines become paragraphs, items and headings; a line without its values and a heading without text are left out, the others counted', () => {
  const template = read('# Một\nVề {trich_yeu}, mã {ma}\n- Hạn: {han}\n# Trống\n{han}\n# Hai\nVăn bản {van_ban}\nHết');
  const values = { trich_yeu: 'đất', ma: 'PH-1', han: '', van_ban: '' };
  expect(fillTemplate(template, values)).toEqual([
    { kind: 'heading', words: 'I. Một' },
    { kind: 'paragraph', words: 'Về đất, mã PH-1' },
    { kind: 'heading', words: 'II. Hai' },
    { kind: 'paragraph', words: 'Hết' },
  ]);
  expect(fillTemplate(read('# Một\n- Hạn: {han}'), values)).toEqual([]);
});

test('values are put in as they are, whatever they hold: no value names another', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('{ma}', '{han}', '$&', ''), (subject, trap) => {
      const values: Values = { trich_yeu: `${subject}${trap}x`, ma: 'MÃ', han: 'HẠN' };
      expect(fillTemplate(read('Về {trich_yeu}.'), values)).toEqual([
        { kind: 'paragraph', words: `Về ${subject}${trap}x.` },
      ]);
    }),
  );
});

test('any text is read or refused, never a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'ma', 'han', '\n', '# ', '- ', 'x') }), (text) => {
      const parsed = parseTemplate(CODE, text);
      if (!parsed.ok) return;
      expect(JSON.stringify(fillTemplate(parsed.value, { ma: '1', han: '2' }))).not.toMatch(/\{(ma|han)\}/);
    }),
  );
});
