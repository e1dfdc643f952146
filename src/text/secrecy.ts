/**
 * The guard at the door: marks of state secrets (Law 117/2025/QH15) in words, captions, file names and titles of groups.
 * What is marked is refused, not stored, not logged. A false alarm costs one message, a miss breaks the law; yet "mật"
 * is in words of every day (bảo mật, mật độ, mật khẩu), so case and marks decide:
 *
 * - MẬT in capitals, TUYỆT MẬT, TỐI MẬT and "độ mật" in any case, and "Mật" alone on its line;
 * - TUYET MAT in capitals. TOI MAT is also "tôi mất", MAT also "mặt": only where they stand as a stamp, between
 *   brackets or alone (TOI MAT between any signs);
 * - numbers of documents whose sign says so: 12/BC-UBND(M), (TM), (TuM), 12/MAT-UBND. A bare -M or -TM passes: TM is
 *   "thương mại" and "thay mặt";
 * - letters set apart, joined by hidden characters, struck through, decomposed or of full width are the same letters.
 *
 * Names of people are not looked at: Mật is a name too.
 */
import type { Inbound } from '#message/inbound.ts';

/** Between letters set apart. Bounded, as all repeats below: the time is linear in the text, whoever writes it. */
const APART = '[\\s._*·~|-]{0,3}';
/** Between the two words of an ordinary pair: on one line, or else a stamp below a word would be taken for its part. */
const NEAR = '[ _-]';
const spread = (word: string): string => [...word.replaceAll(' ', '')].join(APART);
const oneOf = (...words: readonly string[]): string => `(?:${words.map(spread).join('|')})`;

/** "MẬT DANH SÁCH", "MẬT ĐỘ KHẨN", "MẬT MÃ SỐ" are a stamp and what follows it. */
const GOES_ON = `${NEAR}(?:${oneOf('ĐỘ')}(?! KHẨN| MẬT)|${oneOf('MÃ')}(?! SỐ)|${oneOf('KHẨU', 'ONG', 'THIẾT', 'MÍA')})(?!\\p{L})`;
const BEGUN = `(?<!\\p{L})${oneOf('BẢO', 'CƠ', 'BÍ', 'THÂN', 'TÚI', 'RỈ', 'CẨN', 'NGHIÊM')}${NEAR}`;
const EVENING = `(?<!\\p{L})${oneOf('BUỔI', 'CHIỀU', 'BAN', 'ĐÊM', 'MỖI', 'HẰNG', 'CÁC', 'VÀO')}${NEAR}`;
/** Capitals glued to small letters are seen: fileMẬT.pdf. */
const CAPITALS = { from: '(?<!\\p{Lu})', to: '(?!\\p{Lu})' };
const WORD = { from: '(?<!\\p{L})', to: '(?!\\p{L})' };

const marks = (flags: string, ...sources: readonly string[]): readonly RegExp[] =>
  sources.map((source) => new RegExp(source, flags));

const MARKS: readonly RegExp[] = [
  ...marks(
    'u',
    `${CAPITALS.from}(?<!${BEGUN})${spread('MẬT')}${CAPITALS.to}(?!${GOES_ON})`,
    `${CAPITALS.from}${oneOf('TUYỆT MẬT', 'TUYET MAT')}${CAPITALS.to}`,
    `${CAPITALS.from}(?<!${EVENING})${spread('TỐI MẬT')}${CAPITALS.to}`,
    // A number's sign: in brackets behind it, or a part of it (but "12/MAT-BANG" is a ground plan, "MAT-TRAN" the Front).
    '\\d[/-][\\p{Lu}\\d/.-]{2,30} ?\\((?:M|TM|TuM|TUM|TốM|ToM)\\)',
    '\\d/(?:[\\p{Lu}\\d]{1,12}[/-]){0,3}MAT(?!\\p{L}|[ _-]?(?:BANG|TRAN|TIEN|DUONG|CAT|DAT|NUOC))',
  ),
  ...marks(
    'iu',
    `${WORD.from}${spread('tuyệt mật')}${WORD.to}`,
    `${WORD.from}(?:${spread('tối mật')}|độ[ _-]mật)${WORD.to}(?!${GOES_ON})`,
  ),
  ...marks(
    'mu',
    `(?:^|[^\\p{L}\\p{N}\\s]) ?${spread('TOI MAT')} ?(?:$|[^\\p{L}\\p{N}\\s])`,
    `(?:^ ?|[[({<"“«] ?)(?:[Mm]ật|${spread('MAT')})(?: ?[\\])}>"”»]|[ .:!]{0,2}$)`,
  ),
];

export const isSecretText = (text: string): boolean =>
  readings(text).some((read) => MARKS.some((mark) => mark.test(read)));

/** Hidden characters stand inside a word or between two: the text is read both ways. */
const readings = (text: string): readonly string[] => {
  const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;
  return [...new Set([plain(text.replace(hidden, '')), plain(text.replace(hidden, ' '))])];
};

const plain = (text: string): string =>
  text
    // Composing long heaps of marks takes quadratic time; no letter has more than two.
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .normalize('NFKC')
    // What no Vietnamese letter took up strikes through or underlines.
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, (gap) => (/[\n\r\v\f\u2028\u2029]/.test(gap) ? '\n' : ' '));

export const isSecretEvent = ({ content, quoted }: Inbound): boolean =>
  wordsOf(content).some(isSecretText) || isSecretText(quoted?.text ?? '');

const wordsOf = (content: Inbound['content']): readonly string[] => {
  switch (content.kind) {
    case 'text':
      return [content.text];
    case 'files':
      return [content.caption, ...content.files.map((file) => file.name)];
    case 'joined':
    case 'renamed':
      return [content.title];
    default:
      return [];
  }
};
