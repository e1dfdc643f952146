/** What a sentence wants, of the things that the product can do. */
import type { Typed } from '../typed.ts';
import { spelledOut } from './abbreviations.ts';
import { codeOf } from './choice-words.ts';
import type { Intent } from './intent.ts';
import { COMMANDS, QUESTION, RULES } from './intent-words.ts';

export const intentOf = (text: Typed): Intent => {
  const plain = spelledOut(text.plain).replace(
    /^(?:xin chao|chao|kinh gui|dear|alo|em chao|da|a|bot oi|bot|tro ly oi|tro ly|(?:moi nguoi|mn|ca nha|anh chi|cac dong chi|(?:anh|chi|em|bac|dong chi) \w{1,7}) oi)[ ,:.!]+/,
    '',
  );
  return commandOf(plain) ?? codeAlone(text) ?? ruleOf(plain, codeOf(text) !== null)[0] ?? 'none';
};

/** All that a sentence may want, the likeliest first: for the buttons that are offered where it is not clear. */
export const likelyIntents = (text: Typed): readonly Intent[] => [
  ...new Set(ruleOf(spelledOut(text.plain), codeOf(text) !== null)),
];

/** Shorter ones are words of the language: `xem`, `lich`. */
const JOINED = 6;

const commandOf = (plain: string): Intent | null => {
  const [, slash, word = '', rest = ''] = /^([/#]?)(\w+)(.*)$/.exec(plain) ?? [];
  const said = plain.replace(/^[/#]|[ .!?]/g, '');
  const whole = COMMANDS[said];
  if (whole !== undefined) return whole;
  // Typed as one word it is the command, with whatever is said to it: `thongke q3`.
  if (slash === '') return word.length >= JOINED && rest.startsWith(' ') ? (COMMANDS[word] ?? null) : null;
  // A platform's own word before a code or a sentence.
  return rest === '' || rest.startsWith(' ') ? (COMMANDS[word] ?? null) : null;
};

const codeAlone = (text: Typed): Intent | null =>
  /^(?:ma )?ph[ -]{0,3}\d{4}[ -]{1,3}\d{1,6}[ .?!]*$/.test(text.plain) ? 'show' : null;

const ruleOf = (plain: string, hasCode: boolean): Intent[] => {
  const isQuestion = QUESTION.test(plain);
  return RULES.filter(
    ([intent, pattern, need]) =>
      (need === undefined || need === (hasCode ? 'code' : 'no code')) &&
      !(isQuestion && intent === 'file') &&
      pattern.test(plain),
  ).map(([intent]) => intent);
};
