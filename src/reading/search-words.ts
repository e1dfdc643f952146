/** What is looked for in a sentence that asks to look: without the asking itself. */
import { typed } from './typed.ts';

const ASKING =
  /^.{0,40}?\b(?:tim kiem|tim|tra cuu|search|loc)\b(?: (?:giup|ho|cho|toi|em|minh|ra|theo|cac|nhung|danh sach|kiem|lai))*[ :,]*/;
/** What there is to be found anyway. */
const COMMON = /^(?:(?:yeu cau|de nghi|ho so|viec)(?: phoi hop)?(?: (?:ve|cua|lien quan(?: den)?|nao|co))*[ :,]*)/;

export const searchWords = (line: string): string => {
  const { clean, plain } = typed(line);
  const from = ASKING.exec(plain)?.[0].length ?? 0;
  const rest = plain.slice(from);
  const common = COMMON.exec(rest)?.[0].length ?? 0;
  return clean.slice(from + common).replace(/[ .?!]+$/, '');
};
