/**
 * SE4: a search or a filter of the work list under a name. Only the words are kept: what they find is decided by what
 * the person may see when he calls it, so a right that is lost since is lost for his filters too.
 */
import {
  dropFilter,
  FILTER_LISTS,
  type FilterList,
  filterNamed,
  filtersOf,
  MOST_FILTERS,
  saveFilter,
} from '#db/request/saved-filter.ts';
import { ok, refused } from '#domain/result.ts';
import type { Field } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { type Choice, type FormHandler, type MemberTurn, type Outcome, on, pick, type Say } from '#runtime/handler.ts';
import { dropFilterAction, saveFilterAction, searchPageAction, workPageAction } from '#src/notice/actions.ts';
import { key } from '#text/key.ts';
import { sayRefusal } from '#text/refusals.ts';
import { filterLines, filterTexts as texts } from '#text/saved-filter.ts';

const COMMANDS: Readonly<Record<FilterList, string>> = { search: '/tim', work: '/viec' };

/** What is meant by words that may be the name of a filter. */
export const wordsNamed = async (turn: MemberTurn, list: FilterList, words: string): Promise<string> =>
  words.trim() === '' ? words : ((await filterNamed(turn.tx, turn.person.id, { list, plain: key(words) })) ?? words);

export const saveChoice = (list: FilterList, words: string): Choice =>
  pick(saveFilterAction, texts.save, { list, words });

/** Each with its words, to call and to take back; nothing when there is none. */
export const savedFilters = async (turn: MemberTurn): Promise<Say | null> => {
  const all = await filtersOf(turn.tx, turn.person.id);
  if (all.length === 0) return null;
  const open = (list: FilterList, name: string, words: string): Choice =>
    list === 'search'
      ? pick(searchPageAction, name, { words, offset: 0 })
      : pick(workPageAction, name, { words, offset: 0 });
  return {
    lines: filterLines(all.map((one) => ({ ...one, command: COMMANDS[one.list] }))),
    choices: all.map(({ id, list, name, words }) => [
      open(list, name, words),
      pick(dropFilterAction, texts.drop(name), { id }),
    ]),
  };
};

export const dropSaved = on(dropFilterAction, async (turn, { id }): Promise<Outcome> => {
  await dropFilter(turn.tx, turn.person.id, id);
  const left = await savedFilters(turn);
  return { say: [left ?? { lines: texts.dropped }], inPrivate: true };
});

const SAVE_FORM = 'request.save_filter';

type FilterContext = { readonly list: FilterList; readonly words: string };

/** The form's subject: the list, a space, and the words. */
export const openSave = on(saveFilterAction, async (_turn, { list, words }) => ({
  form: { kind: 'open', formId: SAVE_FORM, subject: `${list} ${words}`, answers: {} },
}));

const LONGEST_NAME = 60;

const name: Field<FilterContext> = {
  key: 'name',
  label: texts.label,
  ask: (_answers, { words }) => ({
    lines: texts.ask(words),
    options: words.length > LONGEST_NAME ? [] : [[{ label: words, value: words }]],
  }),
  parse: (input, _answers, { words }) => (input.kind === 'option' ? ok(words) : parseText(LONGEST_NAME)(input)),
};

export const saveHandler: FormHandler<FilterContext> = {
  form: { id: SAVE_FORM, version: 1, fields: [name] },
  context: async (_turn, subject) => {
    const list = FILTER_LISTS.find((one) => subject.startsWith(`${one} `));
    return list === undefined ? refused('form.gone') : ok({ list, words: subject.slice(list.length + 1) });
  },
  complete: async (turn, open, { list, words }) => {
    const called = String(open.answers.name);
    const filter = { personId: turn.person.id, list, name: called, plain: key(called), words };
    const isSaved = await saveFilter(turn.tx, filter, turn.now);
    const lines = isSaved
      ? texts.saved(called, COMMANDS[list])
      : sayRefusal(refused('filter.most', { most: MOST_FILTERS }));
    return { say: [{ lines }], form: { kind: 'end', id: open.id }, inPrivate: true };
  },
};
