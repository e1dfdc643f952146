/** What a sentence asks for, as the subject of a letter: without the asking, those who are asked, and the last day. */
import { type Place, type Typed, typed } from './typed.ts';

/** The sentence without whom it asks, until when and how urgently. */
export const matterOf = (text: Typed, cuts: readonly Place[], units: readonly Place[]): string => {
  const { from, without } = askedFrom(text, cuts, units);
  const rest = [...cuts.map((cut) => withReply(text, cut)), ...without]
    .filter(({ end }) => end > from)
    .map(({ start, end }) => ({ start: Math.max(start, from), end }))
    .toSorted((a, b) => b.start - a.start)
    .reduce((words, { start, end }) => words.slice(0, start) + words.slice(end), text.clean)
    .slice(from)
    .replace(/\s+/g, ' ')
    .replace(/ ?[,;:]( ?[,;:.])+/g, ',')
    // What was cut out before a comma leaves its space.
    .replace(/ ([,;.])/g, '$1')
    .replace(/^[ ,.:;-]+|[ ,.:;-]+$/g, '');
  const matter = withoutPoliteEnd(rest, MOST_POLITE);
  if (NOTHING.test(typed(matter).plain)) return '';
  return matter.slice(0, 1).toUpperCase() + matter.slice(1);
};

const MOST_POLITE = 5;

const withoutPoliteEnd = (words: string, most: number): string => {
  const less = words.replace(POLITE_END, '');
  return less === words || most === 0 ? less : withoutPoliteEnd(less, most - 1);
};

/** The verb of asking, and polite words around it: they say nothing of the matter. */
const ASKING =
  /^(?:[ ,.:;!-]|(?:da |a |thua )?(?:anh|chi|em|bac|ong|ba|bot|ban)(?: (?!xa |phuong |so )[a-z]{1,7}){0,2} oi\b|\/?yeucau\b|gap(?=[ ]?[:,!])|(?:tran trong|kinh|xin|vui long|de nghi|dn|yeu cau|yc|de xuat|moi(?! truong)|gui|lap(?! (?:ke hoach|danh sach|bien ban|phuong an))|tao(?! dieu kien)|lam(?! (?:ro|viec))|phieu|(?:cong van|van ban)(?= (?:gui|toi|den|cho)\b)|cho (?:toi|em|minh)|(?:toi|em|minh|ben em|ben minh)(?: (?:muon|can))?|e|a|alo|bot|chao|giup|nho(?: (?:anh|chi|ban|em|bac|cac anh|cac chi|anh chi))?|can(?= (?:ubnd|xa|phuong|so|phong|cong an|ban|cac)\b)|ban(?= (?:lam|gui|lap|tao|giup|nho|cho)\b)|mot)\b(?! y kien\b))+/;
/** Between the asking and whoever is asked. */
const TO = /^(?:(?:toi|den|cho|gui|cac (?:anh|chi|bac|dong chi)|anh chi|anh|chi|ben|phia|o|lanh dao|don vi)\b ?)*/;
/** To the next of those who are asked; those without a name are left to the question. */
const AND = /^ ?(?:,|;|\+|&|va\b|cung\b|, va\b) ?/;
const OTHERS = /^(?: ?(?:,|va\b))* ?(?:cac )?(?:don vi|co quan|phong ban|to chuc) (?:co )?lien quan(?: khac)?\b/;
/** What leads on from whoever is asked to the matter. */
const LEADING =
  /^(?:[ ,.:;-]|oi\b|(?:mot |1 )(?:yeu cau|yc|de nghi)(?: phoi hop)?(?: ve)?\b|(?:kinh )?de nghi\b|yeu cau\b|ve viec\b|v\/v\b|(?:voi )?noi dung(?: (?:la|nhu sau))?\b|(?:cho|giup) (?:toi|em|minh)\b(?! y kien)|cho(?= xin ))+/;
const WITHIN = /[,;.] ?((?:kinh |xin |vi vay,? |do do,? )?(?:de nghi|nho|moi|yeu cau) (?:cac anh |anh chi |ben )?)$/;
const OPINION = /^(?:xin|lay) y kien (?:cua )?/;
/** Only that something is to be asked. */
const NOTHING = /^(?:phoi hop|moi|(?:tu |cho |theo )?tin (?:nhan )?(?:nay|tren))?$/;
/** By when an answer is wanted, without the when. */
const REPLY =
  /(?:(?:^|[,;.]) ?| )(?:(?:va|xin|de nghi|yeu cau|mong|kinh mong|vui long) )*(?:tra loi|phan hoi|phuc dap) $|(?:,| va) ?gui(?: ve| lai)? $/;
/** Said to whoever reads, not of the matter. Taken off one by one: in one pattern, words that begin alike take for ever. */
const POLITE_END =
  /[ ,.]{1,4}(?:(?:với|voi|giúp|giup) (?:ạ|a|nhé|nhe|em|mình|minh|tôi)|(?:nhé|nhe|nha)(?: (?:anh|chị|chi|em|bạn))?|ạ|với|(?:cần|can|rất|rat) (?:gấp|gap)|(?:xin |em )?(?:cảm|cám|cam) (?:ơn|on)(?: (?:ạ|anh|chị|chi|nhiều|nhieu)){0,3}|(?:xin )?trân trọng)[ ,.!]{0,4}$/iu;

const withReply = ({ plain }: Typed, { start, end }: Place): Place => {
  const reply = REPLY.exec(plain.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  return { start: start - reply.length, end };
};

/**
 * Where the matter begins: behind an urgency, the verb of asking and those who are asked. In `xin ý kiến xã A về …` the
 * verb belongs to it, and only who is asked goes out.
 */
const askedFrom = ({ plain }: Typed, cuts: readonly Place[], units: readonly Place[]) => {
  const past = (at: number, pattern: RegExp): number => at + (pattern.exec(plain.slice(at))?.[0].length ?? 0);
  const opening = past(0, ASKING);
  const urgency = cuts.find(({ start }) => start === opening);
  const verb = urgency === undefined ? opening : past(urgency.end, ASKING);
  const named = unitsFrom(plain, past(verb, TO), units);
  if (named !== null) return { from: past(named, LEADING), without: [] };
  const opinion = past(verb, OPINION);
  const heard = opinion === verb ? null : unitsFrom(plain, opinion, units);
  if (heard !== null) return { from: verb, without: [{ start: opinion, end: heard }] };
  const others = past(verb, OTHERS);
  return others > verb ? { from: others, without: [] } : { from: verb, without: askedWithin(plain, units) };
};

/** `Công ty A xin mở rộng, nhờ xã B cho ý kiến`: what comes before belongs to it. */
const askedWithin = (plain: string, units: readonly Place[]): Place[] => {
  for (const { start } of units) {
    const asking = WITHIN.exec(plain.slice(Math.max(0, start - 40), start));
    const end = asking === null ? null : unitsFrom(plain, start, units);
    if (asking !== null && end !== null) return [{ start: start - (asking[1]?.length ?? 0), end: end + 1 }];
  }
  return [];
};

/** The end of the units that stand there one after the other; null where there is none. */
const unitsFrom = (plain: string, at: number, units: readonly Place[]): number | null => {
  const first = units.find(({ start }) => start === at);
  if (first === undefined) return null;
  const next = AND.exec(plain.slice(first.end))?.[0].length;
  const further = next === undefined ? null : unitsFrom(plain, first.end + next, units);
  return further ?? first.end + (OTHERS.exec(plain.slice(first.end))?.[0].length ?? 0);
};
