/** Words people type that the product must know. */
import { key } from './key.ts';

/** `/huy`, `hủy`, `thoát` leave a form; a bare `Huy` does not: it is a name. */
export const isCancelWord = (text: string): boolean => {
  const typed = text.normalize('NFC').trim().toLowerCase();
  return typed === 'hủy' || typed === 'huỷ' || CANCEL_WORDS.has(bare(typed));
};

const CANCEL_WORDS: ReadonlySet<string> = new Set(['/huy', 'huy bo', 'thoat', 'thoat ra', 'khong lam nua', 'dung lai']);

/** `xong`, `không có tệp`: an answer to "anything more?", and no content. */
export const isAllWord = (text: string): boolean => ALL_WORDS.has(bare(text));

const ALL_WORDS: ReadonlySet<string> = new Set(
  [
    'xong',
    'xong roi',
    'da xong',
    'het',
    'het roi',
    'khong',
    'khong co',
    'khong co gi',
    'khong co tep',
    'khong kem tep',
  ].concat(['khong can', 'khong them', 'ko', 'ko co', 'k', 'bo qua', 'ket thuc', 'the thoi', 'du roi', 'chi the thoi']),
);

const bare = (text: string): string => key(text).replace(/[\s.!,]+$/, '');

/** `PH 42`, `00042`: a code of this year, where nothing else is said. */
export const shortCodeIn = (text: string, year: string): string | null => {
  const found = /^\s*(?:ph[\s\-–.]*0*(\d{1,6})|0+(\d{1,5}))\s*$/i.exec(text.normalize('NFKC'));
  const number = found?.[1] ?? found?.[2];
  return number === undefined ? null : fullCode(year, String(Number(number)));
};

const fullCode = (year: string, number: string): string => `PH-${year}-${number.padStart(5, '0')}`;

/** The one request that a message is about; null where it names several or none. */
export const onlyCodeIn = (text: string): string | null => {
  const codes = new Set(text.normalize('NFKC').match(/\bPH-\d{4}-\d{5,6}\b/g));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : null;
};

/** A request's code, alone or inside words; any case, spaces or dashes between its parts. */
export const codeIn = (text: string): string | null => {
  const found = /\bph[\s\-–]*(20\d\d)[\s\-–]*(\d{1,6})\b/i.exec(text.normalize('NFKC'));
  return found === null ? null : fullCode(String(found[1]), String(Number(found[2])));
};
