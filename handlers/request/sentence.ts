/** A free sentence: what it wants is done by the command that there is for it, or it is answered with what may be meant. */
import { dateOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import type { Offer } from '#handlers/offer.ts';
import type { Intent } from '#reading/intent/intent.ts';
import { likelyIntents } from '#reading/intent/intents.ts';
import { searchWords } from '#reading/search-words.ts';
import { withWholeCode } from '#reading/short-code.ts';
import { isGreeting, isThanks } from '#reading/small-talk.ts';
import { typed } from '#reading/typed.ts';
import { type Understood, understand } from '#reading/understand.ts';
import { type Choice, type Command, type MemberTurn, type Outcome, pick, type Registry } from '#runtime/handler.ts';
import { newRequestAction, searchPageAction } from '#src/notice/actions.ts';
import { texts } from '#text/people.ts';
import { intentNames, sentenceTexts } from '#text/request/sentence.ts';
import { codeIn, shortCodeIn } from '#text/words.ts';
import { startRequest } from './request-command.ts';
import { actByCode } from './sentence-act.ts';
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
  async (turn, line) => {
    const year = dateOf(turn.now).slice(0, 4);
    const text = withWholeCode(line, year);
    const read = understand(text, await knownTo(turn));
    const { intent } = read;
    const code = read.code ?? codeIn(text) ?? shortCodeIn(text, year);
    if (intent === 'file') return startRequest(turn, isBare(read) ? '' : text);
    if (code !== null) return byCode(turn, text, { ...read, code });
    const wanted = isGreeting(text) ? COMMANDS.menu : COMMANDS[intent];
    const command = commands().find(({ word }) => word === wanted);
    if (command !== undefined) return run(turn, command, wordsFor(command, text));
    if (isThanks(text)) return { say: [{ lines: texts.thanked }] };
    return offer(turn, offered(text, read));
  };

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
  const { intent, code } = read;
  return intent === 'receive' || intent === 'answer' || intent === 'extend'
    ? actByCode(turn, { intent, code, text, read })
    : showByCode(turn, code);
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
