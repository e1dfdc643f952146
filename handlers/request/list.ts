/** /viec and /theodoi: what waits, and what was filed; each in pages, each row a tap from its card. */
import { PAGE, partsWaiting, requestsFollowed } from '#db/request/list.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import type { PartState, RequestState, Urgency } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { waitingDuties } from '#handlers/duties-waiting.ts';
import { type Choice, type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { followedPageAction, showAction, workPageAction } from '#src/notice/actions.ts';
import { descriptions } from '#text/commands.ts';
import { followedHead, followedLines, texts, waitingHead, waitingLines } from '#text/request/screens.ts';
import { workTexts } from '#text/request/work-words.ts';
import { saveChoice, wordsNamed } from './saved-filter.ts';
import { waitingOnly } from './work-words.ts';

/** Nobody types more to say which. */
const LONGEST = 100;

/** A page that is gone since its button was shown is answered with the first. Duties stand under the first page of all. */
export const workList = async (turn: MemberTurn, offset: number, typed = ''): Promise<Outcome> => {
  const words = typed.trim().slice(0, LONGEST);
  const only = await waitingOnly(turn, words);
  if (only === null) return { say: [{ lines: workTexts.notUnderstood(words) }], inPrivate: true };
  const { directory } = turn.reference;
  const scope = scopeOf(directory, turn.person.id, dateOf(turn.now));
  const { rows, total } = await partsWaiting(turn.tx, scope, turn.now, { offset, only });
  if (rows.length === 0 && offset > 0) return workList(turn, 0, words);
  const duties = offset > 0 || words !== '' ? null : await waitingDuties(turn, 0);
  const own = duties === null ? [] : [duties];
  if (rows.length === 0) {
    const lines = words === '' ? texts.nothingWaits : workTexts.none(words);
    return { say: own.length === 0 ? [{ lines }] : own, inPrivate: true };
  }
  const lines = rows.flatMap((row) => [
    '',
    // Held by check constraints of the tables.
    ...waitingLines(directory, { ...row, urgency: row.urgency as Urgency, state: row.state as PartState }, turn.now),
  ]);
  const open = rows.map((row) => pick(showAction, row.code, { requestId: row.requestId }));
  const turnTo = (label: string, to: number) => pick(workPageAction, label, { offset: to, words });
  const save = words === '' ? [] : [saveChoice('work', words)];
  const list = page([waitingHead(total, offset), ...lines], open, [...pageChoices(turnTo, offset, total), ...save]);
  return { ...list, say: [...(list.say ?? []), ...own] };
};

export const followedList = async (turn: MemberTurn, offset: number): Promise<Outcome> => {
  const scope = scopeOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  const { rows, total } = await requestsFollowed(turn.tx, scope, turn.now, offset);
  if (rows.length === 0) return offset > 0 ? followedList(turn, 0) : { say: [{ lines: texts.nothingFollowed }] };
  const lines = rows.flatMap((row) => ['', ...followedLines({ ...row, state: row.state as RequestState }, turn.now)]);
  const open = rows.map((row) => pick(showAction, row.code, { requestId: row.id }));
  const turnTo = (label: string, to: number) => pick(followedPageAction, label, { offset: to });
  return page([followedHead(total, offset), ...lines], open, pageChoices(turnTo, offset, total));
};

type Lines = NonNullable<Outcome['say']>[number]['lines'];

export const page = (lines: Lines, open: readonly Choice[], turnPage: readonly Choice[]): Outcome => ({
  say: [{ lines, choices: [...pairs(open), turnPage], inPlace: true }],
  inPrivate: true,
});

const pairs = (choices: readonly Choice[]): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / 2) }, (_, row) => choices.slice(row * 2, row * 2 + 2));

export const pageChoices = (
  turnTo: (label: string, offset: number) => Choice,
  offset: number,
  total: number,
): readonly Choice[] => [
  ...(offset > 0 ? [turnTo(texts.newer, Math.max(0, offset - PAGE))] : []),
  ...(offset + PAGE < total ? [turnTo(texts.older, offset + PAGE)] : []),
];

export const workCommand: Command = {
  word: 'viec',
  aliases: ['viec cua toi'],
  takesWords: false,
  inMenu: true,
  description: descriptions.viec,
  places: ['private'],
  run: async (turn, words) => workList(turn, 0, await wordsNamed(turn, 'work', words)),
};

export const followedCommand: Command = {
  word: 'theodoi',
  aliases: ['theo doi'],
  takesWords: false,
  inMenu: true,
  description: descriptions.theodoi,
  places: ['private'],
  run: (turn) => followedList(turn, 0),
};

export const workPage = on(workPageAction, (turn, { offset, words }) => workList(turn, offset, words));
export const followedPage = on(followedPageAction, (turn, { offset }) => followedList(turn, offset));
