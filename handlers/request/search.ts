/** /tim: requests by code, document number or words, as far as this person may read them. */
import { type FiledIn, indexSome, searchByNumber, searchByWords, spellingsOf } from '#db/request/search.ts';
import { answerReader } from '#domain/permission/insight.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { RequestState } from '#domain/request/request.ts';
import { addDays, dateOf, momentOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import { coreWords, lookedFor, properWords, withoutTime } from '#reading/search-words.ts';
import { understand } from '#reading/understand.ts';
import { type Command, type MemberTurn, type Outcome, on, pick, type Say } from '#runtime/handler.ts';
import { searchPageAction, showAction } from '#src/notice/actions.ts';
import { descriptions } from '#text/commands.ts';
import { foundHead, foundLines, soughtIn, texts } from '#text/search.ts';
import { page, pageChoices } from './list.ts';
import { saveChoice, savedFilters, wordsNamed } from './saved-filter.ts';

/** Nobody types more to find something. */
const LONGEST = 300;

const searchList = async (turn: MemberTurn, typed: string, offset: number): Promise<Outcome> => {
  const words = typed.slice(0, LONGEST);
  const sought = soughtIn(words);
  if (sought.words.length === 0)
    return { say: [{ lines: texts.whichWords }, ...own(await savedFilters(turn))], inPrivate: true };
  const { rows, total, isMore, nearly, period } = await found(turn, words, offset);
  if (rows.length === 0)
    return offset > 0 ? searchList(turn, words, 0) : { say: [{ lines: texts.nothingFound }], inPrivate: true };
  const lines = rows.flatMap((row) => ['', ...foundLines({ ...row, state: row.state as RequestState })]); // by a check
  const open = rows.map((row) => pick(showAction, row.code, { requestId: row.id }));
  const turnTo = (label: string, to: number) => pick(searchPageAction, label, { words, offset: to });
  const head = [foundHead({ total, isMore, from: offset, period }), ...(nearly ? [texts.nearly] : [])];
  return page([...head, ...lines], open, [...pageChoices(turnTo, offset, total), saveChoice('search', words)]);
};

const own = (filters: Say | null): readonly Say[] => (filters === null ? [] : [filters]);

/**
 * By number first, then by the words and the time said with them, then by all the words,
 * then by the proper names of what they call otherwise, then without what is said around them, then by words like them.
 */
const found = async (turn: MemberTurn, typed: string, offset: number) => {
  const { tx, now, person } = turn;
  const { directory } = turn.reference;
  const day = dateOf(now);
  const { words, number } = soughtIn(typed);
  const reader = {
    scope: scopeOf(directory, person.id, day),
    answers: answerReader(directory, person.id, day),
    now,
  };
  const byWords = (line: string, filed: FiledIn | null = null) =>
    searchByWords(tx, reader, { words: soughtIn(line).words.map((word) => [word]), filed }, offset);
  await indexSome(tx);
  const numbered = number === null ? null : await searchByNumber(tx, reader, number, offset);
  if (numbered !== null && numbered.total > 0) return { ...numbered, nearly: false, period: null };
  const timed = await inPeriod(turn, typed);
  if (timed !== null) {
    const { period, rest } = timed;
    const hits = await byWords(rest, { from: momentOf(period.from, 0), before: momentOf(addDays(period.to, 1), 0) });
    if (hits.total > 0) return { ...hits, nearly: false, period };
  }
  const plain = await byWords(typed);
  if (plain.total > 0) return { ...plain, nearly: false, period: null };
  const proper = properWords(typed, await knownTo(turn));
  const core = coreWords(typed);
  for (const [line, nearly] of [
    [proper, false],
    [core, true],
  ] as const) {
    const hits = line === null ? plain : await byWords(line);
    if (hits.total > 0) return { ...hits, nearly, period: null };
  }
  const spellings = await spellingsOf(tx, words);
  const isWider = spellings.some((one) => one.length > 1);
  const nearby = isWider ? await searchByWords(tx, reader, { words: spellings }, offset) : plain;
  return { ...nearby, nearly: true, period: null };
};

/** The only period or day that is said, and what else is looked for. */
const inPeriod = async (turn: MemberTurn, typed: string) => {
  const { period, times } = understand(typed, await knownTo(turn), 'search');
  const [only] = times;
  if (times.length !== 1 || only === undefined) return null;
  const day = only.kind === 'date' ? { from: only.date, to: only.date } : null;
  const said = period ?? day;
  return said === null ? null : { period: said, rest: withoutTime(typed, only.text) };
};

export const searchCommand: Command = {
  word: 'tim',
  aliases: ['tra cuu'],
  takesWords: true,
  inMenu: true,
  description: descriptions.tim,
  places: ['private'],
  run: async (turn, words) => searchList(turn, lookedFor(await wordsNamed(turn, 'search', words)), 0),
};

export const searchPage = on(searchPageAction, (turn, { words, offset }) => searchList(turn, words, offset));
