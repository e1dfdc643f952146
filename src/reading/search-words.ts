/** What is looked for in a sentence that asks to look: without the asking itself. */
import { aliasMentions } from './names/alias-mentions.ts';
import { typed } from './typed.ts';
import type { Known } from './understand.ts';

const HEAD =
  /^.{0,40}?\b(?:tim kiem|tim|tra cuu|search|loc(?= (?:ra|theo|cac|nhung|danh sach))|kiem(?= (?:lai|giup|ho)))\b[ :,]*/;
const POLITE = /^(?:(?:giup|ho|cho|toi|em|minh|ra|theo|cac|nhung|danh sach|lai)[ :,]+)+/;
/** What there is to be found anyway. */
const COMMON = /^(?:yeu cau|de nghi|ho so|viec)(?: phoi hop)?(?: (?:ve|cua|lien quan(?: den)?|nao|co))*[ :,]+/;

export const searchWords = (line: string): string => {
  const { clean, plain } = typed(line);
  return lookedFor(clean.slice(HEAD.exec(plain)?.[0].length ?? 0));
};

/** Behind the word of the command. Words that are left out only widen what is found. */
export const lookedFor = (words: string): string => {
  const { clean, plain } = typed(words);
  const polite = POLITE.exec(plain)?.[0].length ?? 0;
  const common = COMMON.exec(plain.slice(polite))?.[0].length ?? 0;
  if (polite + common === 0) return words;
  return clean.slice(polite + common).replace(/[ .?!]+$/, '');
};

/** What is said around what is looked for, and stands in no request as it is said: `cái vụ … ở …`, `cv 05 của …`. */
const AROUND =
  /(?<![\w/-])(?:cong van|van ban|to trinh|yeu cau|de nghi|ho so|vu viec|lien quan|phoi hop|cv|vb|hs|yc|cty|cai|vu|viec|cua|ve|o|tai|trong|cac|nhung|va|voi|cho|den|co|nao|khong|ko|k|so)(?![\w/-])/g;

/** What is left without it; null where that is nothing, or all. */
export const coreWords = (line: string): string | null => {
  const { plain } = typed(line);
  const core = plain.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  return core === '' || core === plain ? null : core;
};

/** @param said the words of a time as the reader found them in the line */
export const withoutTime = (line: string, said: string): string => {
  const { clean } = typed(line);
  const at = clean.toLowerCase().indexOf(said.toLowerCase());
  if (at < 0) return clean;
  return `${clean.slice(0, at).replace(LEADS, ' ')} ${clean.slice(at + said.length)}`;
};

/** Leads to a time and is looked for by nobody. */
const LEADS = /(?:^|\s)(?:trong|vào|vao|từ|tu|gửi|gui|của|cua|lập|lap|hồi|hoi)?\s*(?:kỳ|ky|thời gian|thoi gian)?\s*$/i;

/** The line with what administrators named otherwise under its own name, as the requests have it; null without any. */
export const properWords = (line: string, known: Known): string | null => {
  const called = aliasMentions(line, known);
  if (called.length === 0) return null;
  return called
    .toReversed()
    .reduce((words, { start, end, name }) => `${words.slice(0, start)} ${name} ${words.slice(end)}`, typed(line).clean);
};
