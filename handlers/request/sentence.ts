/** A free sentence: what it wants is done by the command that there is for it, or it is answered with what may be meant. */
import { dateOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import type { Offer } from '#handlers/offer.ts';
import { actIn } from '#reading/act.ts';
import type { Intent } from '#reading/intent/intent.ts';
import { likelyIntents } from '#reading/intent/intents.ts';
import { searchWords } from '#reading/search-words.ts';
import { withWholeCode } from '#reading/short-code.ts';
import { isGreeting, isThanks } from '#reading/small-talk.ts';
import { typed } from '#reading/typed.ts';
import { type Understood, understand } from '#reading/understand.ts';
import { type Choice, type Command, type MemberTurn, type Outcome, pick, type Registry } from '#runtime/handler.ts';
import { newRequestAction, searchPageAction } from '#src/notice/actions.ts';
import { key } from '#text/key.ts';
import { texts } from '#text/people.ts';
import { intentNames, sentenceTexts } from '#text/request/sentence.ts';
import { codeIn, onlyCodeIn, shortCodeIn } from '#text/words.ts';
import { startRequest } from './request-command.ts';
import { actByCode, actSaid } from './sentence-act.ts';
import { showByCode } from './show.ts';

/** Intents that a command answers, once it is there. */
const COMMANDS: Readonly<Partial<Record<Intent, string>>> = {
  mine: 'viec',
  // Which one is not said: chosen from what waits.
  receive: 'viec',
  answer: 'viec',
  extend: 'viec',
  filed: 'theodoi',
  show: 'xem',
  search: 'tim',
  figures: 'thongke',
  indicator: 'chitieu',
  report: 'baocao',
  team: 'doan',
  calendar: 'lich',
  remind: 'nhac',
  delegate: 'uyquyen',
  link: 'ketnoi',
  data: 'dulieu',
  menu: 'menu',
  admin: 'quantri',
  help: 'trogiup',
  cancel: 'huy',
};

export type SentenceDeps = {
  readonly commands: () => readonly Command[];
  /** What the bot can do, the likeliest first. */
  readonly offer: (turn: MemberTurn, offer: Offer) => Outcome;
};

export const sentences =
  ({ commands, offer }: SentenceDeps): Registry['fallback'] =>
  async (turn, given) => {
    const { text, read } = await asMeant(turn, given);
    const { intent } = read;
    const code = read.code ?? codeIn(text) ?? shortCodeIn(text, yearOf(turn));
    if (intent === 'file') return startRequest(turn, isBare(read) ? '' : text);
    if (code !== null) return byCode(turn, text, { ...read, code });
    const wanted = isGreeting(text) ? COMMANDS.menu : COMMANDS[intent];
    const command = commands().find(({ word }) => word === wanted);
    if (command !== undefined) return run(turn, command, wordsFor(command, text));
    if (isThanks(text)) return { say: [{ lines: texts.thanked }] };
    return offer(turn, offered(text, read));
  };

/** With codes in full; an act said in reply to what we wrote about one request is about that request. */
const asMeant = async (
  turn: MemberTurn,
  given: string,
): Promise<{ readonly text: string; readonly read: Understood }> => {
  const known = await knownTo(turn);
  const text = withWholeCode(given, yearOf(turn));
  const read = understand(text, known);
  const { quoted } = turn.event;
  const code = quoted?.fromBot === true ? onlyCodeIn(quoted.text) : null;
  if (code === null || codeIn(text) !== null || !OF_ITS_OWN.has(read.intent)) return { text, read };
  const whole = `${code}: ${text}`;
  const about = understand(whole, known);
  return actSaid(whole, about) === null ? { text, read } : { text: whole, read: about };
};

/** A code, or an act on one. */
export const isOrderOnCode = (turn: MemberTurn, given: string): boolean => {
  const text = withWholeCode(given, yearOf(turn));
  const code = codeIn(text);
  const isAlone = shortCodeIn(given, yearOf(turn)) !== null || (code !== null && key(text) === key(code));
  return isAlone || (code !== null && actIn(text) !== null);
};

const yearOf = ({ now }: MemberTurn): string => dateOf(now).slice(0, 4);

/** Without a code these words say no more than that something is to be done with one's work. */
const OF_ITS_OWN: ReadonlySet<Intent> = new Set(['receive', 'answer', 'extend', 'mine', 'none']);

/** What cannot be done yet is said by its name; what was not understood is offered as what it may mean. */
const offered = (text: string, read: Understood): Offer => {
  const name = Object.entries(intentNames).find(([intent]) => intent === read.intent)?.[1];
  const others = likelyIntents(typed(text)).flatMap((intent) => COMMANDS[intent] ?? []);
  const first = others.slice(0, MOST_LIKELY);
  return name === undefined
    ? { lines: null, choices: likely(text, read), first }
    : { lines: sentenceTexts.notBuilt(name), choices: [], first };
};

const MOST_LIKELY = 3;

const byCode = (turn: MemberTurn, text: string, read: Understood & { readonly code: string }): Promise<Outcome> => {
  const act = actSaid(text, read);
  return act === null ? showByCode(turn, read.code) : actByCode(turn, { act, code: read.code, text, read });
};

/** That something is to be asked, and not what. */
const isBare = ({ grounds }: Understood): boolean => grounds.matter === '' && Object.keys(grounds.words).length === 0;

/** What a command gets of a sentence: a sentence about one's work as a whole asks for all of it. */
const wordsFor = ({ word }: Command, text: string): string => {
  if (word === 'viec') return '';
  return word === 'tim' ? searchWords(text) : text;
};

/** As the command itself is run: private matters asked for in a group are answered in private. */
const run = async (turn: MemberTurn, command: Command, words: string): Promise<Outcome> => {
  const outcome = await command.run(turn, words);
  return command.places.includes(turn.place) ? outcome : { ...outcome, inPrivate: true };
};

/** Names of our work without a word of what is wanted: a request about them, or those that there are. */
const likely = (text: string, read: Understood): readonly Choice[] => {
  const { units, zone, field, enterprise, type } = read;
  const isOurs = units.length > 0 || [zone, field, enterprise, type].some((one) => one !== null);
  if (!isOurs) return [];
  const words = read.grounds.words.zone ?? read.grounds.words.enterprise ?? read.grounds.words.units;
  return [
    pick(newRequestAction, sentenceTexts.file, { subject: text, about: '' }),
    ...(words === undefined ? [] : [pick(searchPageAction, sentenceTexts.search(words), { words, offset: 0 })]),
  ];
};
