/** What is inspected: kind, content, enterprises, period; and the ground of an exception. */
import { parseDocNumber } from '#domain/document/number.ts';
import { ok, refused } from '#domain/result.ts';
import { TEAM_KINDS } from '#domain/team/team.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Answers, Field, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { dateIn } from '#text/date-in.ts';
import { key } from '#text/key.ts';
import { enterprisesIn } from '#text/names.ts';
import { datesIn, planQuestions as questions } from '#text/team/plan.ts';
import type { PlanContext } from './plan-context.ts';

export const kindField: Field<PlanContext> = {
  key: 'kind',
  label: questions.kind.label,
  ask: () => ({ lines: questions.kind.ask, options: kindOptions.map((option) => [option]) }),
  parse: (input) => parseOption(input, kindOptions),
  fits: (value) => TEAM_KINDS.some((kind) => kind === value),
};

const kindOptions: readonly Option[] = TEAM_KINDS.map((value) => ({ label: questions.kind.name(value), value }));

/** Several are chosen one after the other; typed ones are added all at once. */
export const topicsField: Field<PlanContext> = {
  key: 'topics',
  label: questions.topics.label,
  ask: (answers, { templates }) => {
    const chosen = topicsChosen(answers);
    const named = templates.filter(({ code }) => chosen.includes(code)).map(({ name }) => name);
    const open = templates.filter(({ code }) => !chosen.includes(code));
    return {
      lines: questions.topics.ask(named),
      options: [
        ...open.map(({ code, name }) => [{ label: name, value: code }]),
        ...(chosen.length === 0 ? [] : [[{ label: questions.topics.done, value: true }]]),
      ],
    };
  },
  parse: (input, answers, { templates }) => {
    const chosen = topicsChosen(answers);
    if (input.kind === 'option' && input.value === true) {
      return chosen.length === 0 ? refused('team.topic') : ok({ codes: chosen, done: true });
    }
    const added =
      input.kind === 'option'
        ? templates.filter(({ code }) => code === input.value)
        : templates.filter(({ code, name }) => input.kind === 'text' && isNamed(input.text, [code, name]));
    if (added.length === 0) return refused('field.choose');
    const codes = [...new Set([...chosen, ...added.map(({ code }) => code)])];
    // What was typed is the whole list; of buttons more may follow.
    return ok({ codes, done: input.kind === 'text' || codes.length === templates.length });
  },
  gathers: (value) => !isDone(value),
  reopened: () => ({ codes: [], done: false }),
};

const isNamed = (text: string, names: readonly string[]): boolean =>
  key(text)
    .split(/[,;]/)
    .some((part) => part.trim().length > 2 && names.some((name) => key(name).includes(part.trim())));

const isDone = (value: Json): boolean =>
  typeof value === 'object' && value !== null && 'done' in value && value.done === true;

export const topicsChosen = ({ topics }: Answers): readonly string[] =>
  typeof topics === 'object' && topics !== null && 'codes' in topics && Array.isArray(topics.codes)
    ? topics.codes.filter((code): code is string => typeof code === 'string')
    : [];

const MOST_NAMED = 5;

export const enterprisesField: Field<PlanContext> = {
  key: 'enterprises',
  label: questions.enterprises.label,
  ask: () => ({ lines: questions.enterprises.ask, options: [] }),
  parse: (input, _answers, { reference }) => {
    const words = parseText(1_000)(input);
    if (!words.ok) return words;
    const ids = new Set<number>();
    for (const part of String(words.value).split(/[;\n]/)) {
      if (part.trim() === '') continue;
      const found = enterprisesIn(reference, part.trim());
      const [only] = found;
      if (only === undefined) return refused('team.enterprise', { words: part.trim().slice(0, 100) });
      if (found.length > 1) {
        const names = found.slice(0, MOST_NAMED).map(({ name }) => name);
        return refused('team.enterprise_several', { words: part.trim().slice(0, 100), names: names.join('; ') });
      }
      ids.add(only.id);
    }
    return ids.size === 0 ? refused('field.text_missing') : ok([...ids]);
  },
  fits: (value) => Array.isArray(value) && value.length > 0,
};

export const periodField: Field<PlanContext> = {
  key: 'period',
  label: questions.period.label,
  ask: (_answers, context) => ({
    lines: questions.period.ask,
    options: periodOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, periodOptions(context));
    const [from, to, ...more] = datesIn(input.text).map((text) => dateIn(text, context.day));
    if (from?.ok !== true || to?.ok !== true || more.length > 0) return refused('team.period');
    return from.value <= to.value && to.value <= context.day ? ok([from.value, to.value]) : refused('team.period');
  },
  fits: (value) => Array.isArray(value) && value.length === 2,
};

/** The year before, and everything since its beginning. */
const periodOptions = ({ day }: PlanContext): readonly Option[] => {
  const year = Number(day.slice(0, 4));
  const before: IsoDate = `${year - 1}-01-01`;
  return [
    { label: questions.period.year(year - 1), value: [before, `${year - 1}-12-31`] },
    { label: questions.period.since(before), value: [before, day] },
  ];
};

const isException = (answers: Answers): boolean => answers.exception === true;

export const groundField: Field<PlanContext> = {
  key: 'ground',
  label: questions.ground.label,
  when: isException,
  ask: () => ({ lines: questions.ground.ask, options: [] }),
  parse: parseText(1_000),
};

export const groundNumberField: Field<PlanContext> = {
  key: 'groundNumber',
  label: questions.groundNumber.label,
  when: isException,
  ask: () => ({ lines: questions.groundNumber.ask, options: [] }),
  parse: (input) => (input.kind === 'text' ? parseDocNumber(input.text) : refused('field.text_missing')),
  fits: (value) => typeof value === 'string' && parseDocNumber(value).ok,
};
