/** Words people type that the product must know. */
import { key } from './key.ts';

/** `/huy`, `hủy`, `huỷ` leave a form; a bare `Huy` does not: it is a name. */
export const isCancelWord = (text: string): boolean => {
  const typed = text.normalize('NFC').trim().toLowerCase();
  return key(typed) === '/huy' || typed === 'hủy' || typed === 'huỷ' || typed === 'hủy bỏ' || typed === 'huỷ bỏ';
};

/** `PH 42`, `00042`: a code of this year, where nothing else is said. */
export const shortCodeIn = (text: string, year: string): string | null => {
  const found = /^\s*(?:ph[\s\-–.]*0*(\d{1,6})|0+(\d{1,5}))\s*$/i.exec(text.normalize('NFKC'));
  const number = found?.[1] ?? found?.[2];
  return number === undefined ? null : `PH-${year}-${String(Number(number)).padStart(5, '0')}`;
};

/** A request's code, alone or inside words; any case, spaces or dashes between its parts. */
export const codeIn = (text: string): string | null => {
  const found = /\bph[\s\-–]*(\d{4})[\s\-–]*(\d{1,6})\b/i.exec(text.normalize('NFKC'));
  return found === null ? null : `PH-${found[1]}-${String(Number(found[2])).padStart(5, '0')}`;
};
