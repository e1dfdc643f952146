/** /tim: requests by code, document number or words, as far as this person may read them. */
import { indexSome, MOST_FOUND, searchByNumber, searchByWords, spellingsOf } from '#db/search.ts';
import { answerReader } from '#domain/permission/insight.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { RequestState } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { lookedFor } from '#reading/search-words.ts';
import { type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { searchPageAction, showAction } from '#src/notice/actions.ts';
import { descriptions } from '#text/commands.ts';
import { foundHead, foundLines, type Sought, soughtIn, texts } from '#text/search.ts';
import { page, pageChoices } from './list.ts';

const searchList = async (turn: MemberTurn, typed: string, offset: number): Promise<Outcome> => {
  const sought = soughtIn(typed);
  if (sought.words.length === 0) return { say: [{ lines: texts.whichWords }] };
  const { rows, total, nearly } = await found(turn, sought, offset);
  if (rows.length === 0) return offset > 0 ? searchList(turn, typed, 0) : { say: [{ lines: texts.nothingFound }] };
  const lines = rows.flatMap((row) => ['', ...foundLines({ ...row, state: row.state as RequestState })]); // by a check
  const open = rows.map((row) => pick(showAction, row.code, { requestId: row.id }));
  const words = sought.number ?? sought.words.join(' ');
  const turnTo = (label: string, to: number) => pick(searchPageAction, label, { words, offset: to });
  const head = [foundHead(total, total >= MOST_FOUND, offset), ...(nearly ? [texts.nearly] : [])];
  return page([...head, ...lines], open, pageChoices(turnTo, offset, total));
};

/** By number first, then by all the words, then by words that look like them. */
const found = async (turn: MemberTurn, { words, number }: Sought, offset: number) => {
  const { tx, now, person } = turn;
  const { directory } = turn.reference;
  const day = dateOf(now);
  const reader = {
    scope: scopeOf(directory, person.id, day),
    answers: answerReader(directory, person.id, day),
    now,
  };
  await indexSome(tx);
  const numbered = number === null ? null : await searchByNumber(tx, reader, number, offset);
  if (numbered !== null && numbered.total > 0) return { ...numbered, nearly: false };
  const exact = words.map((word) => [word]);
  const plain = await searchByWords(tx, reader, exact, offset);
  if (plain.total > 0) return { ...plain, nearly: false };
  const spellings = await spellingsOf(tx, words);
  const isWider = spellings.some((one) => one.length > 1);
  return isWider
    ? { ...(await searchByWords(tx, reader, spellings, offset)), nearly: true }
    : { ...plain, nearly: true };
};

export const searchCommand: Command = {
  word: 'tim',
  aliases: ['tra cuu'],
  takesWords: true,
  inMenu: true,
  description: descriptions.tim,
  places: ['private'],
  run: (turn, words) => searchList(turn, lookedFor(words), 0),
};

export const searchPage = on(searchPageAction, (turn, { words, offset }) => searchList(turn, words, offset));
