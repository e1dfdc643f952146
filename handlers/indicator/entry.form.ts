/** Entering an indicator, or what was wrong with one: the same questions, fewer of them. The subject: `new`, or its id. */
import { INDICATOR_KINDS, INDICATOR_UNITS, isSameThing } from '#domain/indicator/indicator.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Form, Input, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { understand } from '#reading/understand.ts';
import { kindNames, entryTexts as texts, wrongNames } from '#text/indicator/entry.ts';
import { indicatorLine, unitNames } from '#text/indicator/say.ts';
import { statedIn, valueIn } from '#text/indicator/value-in.ts';
import { key } from '#text/key.ts';
import { type EntryContext, enteredOf, isNew, isWithdrawal, WRONG, type Wrong } from './entered.ts';

export const ENTRY_FORM = 'indicator.entry';

const LONGEST = 200;
/** Buttons that fit a phone; other names are typed. */
const MOST_NAMES = 10;

/** Of a new one all is asked, of a corrected one what was wrong. */
const whenWrong = (part: Wrong) => ({
  when: (answers: Answers, context: EntryContext): boolean => isNew(context) || answers.wrong === part,
});
const plain = (lines: string, options: readonly Option[] = []) => ({
  lines: [lines],
  options: options.map((one) => [one]),
});

const wrongs: readonly Option[] = WRONG.map((value) => ({ label: wrongNames[value], value }));
const wrong: Field<EntryContext> = {
  key: 'wrong',
  label: texts.wrong.label,
  when: (_answers, context) => !isNew(context),
  ask: () => plain(texts.wrong.ask, wrongs),
  parse: (input) => parseOption(input, wrongs),
};

/** What it would then be, if it is not what it was, nor what another one is: said now, not behind three more questions. */
const unlike = (part: Wrong, value: Result<Json>, answers: Answers, context: EntryContext): Result<Json> => {
  if (!value.ok || context.corrects === null) return value;
  const next = enteredOf({ ...answers, [part]: value.value }, context);
  if (isSameThing(next, context.corrects)) return refused('indicator.same');
  return context.all.some((one) => isSameThing(one, next)) ? refused('indicator.exists') : value;
};

const name: Field<EntryContext> = {
  key: 'name',
  label: texts.name.label,
  ...whenWrong('name'),
  ask: (_answers, { all }) => plain(texts.name.ask, namesOf(all)),
  parse: (input, answers, context) => {
    const names = namesOf(context.all);
    const value = input.kind === 'option' ? parseOption(input, names) : parseText(LONGEST)(input);
    return unlike('name', value, answers, context);
  },
};

const namesOf = (all: EntryContext['all']): readonly Option[] =>
  [...new Set(all.map(({ series }) => series))].slice(0, MOST_NAMES).map((value) => ({ label: value, value }));

const kinds: readonly Option[] = INDICATOR_KINDS.map((value) => ({ label: kindNames[value], value }));
const kind: Field<EntryContext> = {
  key: 'kind',
  label: texts.kind.label,
  ...whenWrong('kind'),
  ask: () => plain(texts.kind.ask, kinds),
  parse: (input, answers, context) => unlike('kind', parseOption(input, kinds), answers, context),
};

const period: Field<EntryContext> = {
  key: 'period',
  label: texts.period.label,
  ...whenWrong('period'),
  ask: () => plain(texts.period.ask),
  parse: (input, answers, context) => {
    const text = parseText(LONGEST)(input);
    if (!text.ok) return text;
    const words = String(text.value);
    const { period: found } = understand(words, context.known, 'indicator');
    if (found === null) return refused('indicator.period');
    const isUncertain = key(words).includes('chua ro');
    const given = { from: isUncertain ? null : found.from, to: found.to, words };
    return unlike('period', ok(given), answers, context);
  },
};

const value: Field<EntryContext> = {
  key: 'value',
  label: texts.value.label,
  ...whenWrong('value'),
  ask: () => plain(texts.value.ask),
  parse: (input) => parsed(input, valueIn),
};

const units: readonly Option[] = INDICATOR_UNITS.map((one) => ({ label: unitNames[one], value: one }));
const unit: Field<EntryContext> = {
  key: 'unit',
  label: texts.unit.label,
  ...whenWrong('unit'),
  ask: () => plain(texts.unit.ask, units),
  parse: (input, answers, context) => unlike('unit', parseOption(input, units), answers, context),
};

const zone: Field<EntryContext> = {
  key: 'zone',
  label: texts.zone.label,
  ...whenWrong('zone'),
  ask: (_answers, context) => plain(texts.zone.ask, zonesOf(context)),
  parse: (input, answers, context) => {
    const chosen = parseOption(input, zonesOf(context));
    if (!chosen.ok || !isNew(context)) return unlike('zone', chosen, answers, context);
    const next = enteredOf({ ...answers, zone: chosen.value, stated: false }, context);
    return context.all.some((one) => isSameThing(one, next)) ? refused('indicator.exists') : chosen;
  },
};

const zonesOf = ({ reference }: EntryContext): readonly Option[] => [
  { label: texts.zone.all, value: 0 },
  ...[...reference.zones.values()].map((one) => ({ label: one.name, value: one.id })),
];

const none: Option = { label: texts.stated.none, value: false };
const stated: Field<EntryContext> = {
  key: 'stated',
  label: texts.stated.label,
  ...whenWrong('value'),
  ask: () => plain(texts.stated.ask, [none]),
  parse: (input) => (input.kind === 'option' ? parseOption(input, [none]) : parsed(input, statedIn)),
};

const same: Option = { label: texts.source.same, value: false };
const source: Field<EntryContext> = {
  key: 'source',
  label: texts.source.label,
  ...whenWrong('value'),
  ask: (_answers, context) => plain(texts.source.ask, isNew(context) ? [] : [same]),
  parse: (input, _answers, context) =>
    input.kind === 'option' ? parseOption(input, isNew(context) ? [] : [same]) : parseText(LONGEST)(input),
};

const reason: Field<EntryContext> = {
  key: 'reason',
  label: texts.reason.label,
  when: (_answers, context) => !isNew(context),
  ask: (answers) => plain(isWithdrawal(answers) ? texts.reason.askWithdrawn : texts.reason.ask),
  parse: parseText(LONGEST),
};

const save: Option = { label: texts.confirm.save, value: true };
const withdraw: Option = { label: texts.confirm.withdraw, value: true };
const confirm: Field<EntryContext> = {
  key: 'confirm',
  label: texts.confirm.label,
  ask: (answers, context) => {
    const one = enteredOf(answers, context);
    const place = one.zoneId === null ? null : (context.reference.zones.get(one.zoneId)?.name ?? null);
    const line = indicatorLine({ ...one, id: 0 }, { ofPlan: null, vsPrevious: null }, place);
    const isWithdrawn = isWithdrawal(answers);
    return {
      lines: [...(isWithdrawn ? [texts.confirm.asWithdrawn] : []), line, `${texts.source.label}: ${one.source}.`],
      options: [[isWithdrawn ? withdraw : save]],
    };
  },
  parse: (input, answers) => parseOption(input, [isWithdrawal(answers) ? withdraw : save]),
};

export const entryForm: Form<EntryContext> = {
  id: ENTRY_FORM,
  version: 1,
  fields: [wrong, name, kind, period, value, unit, zone, stated, source, reason, confirm],
};

const parsed = (input: Input, read: (text: string) => Result<Json>): Result<Json> => {
  const text = parseText(LONGEST)(input);
  return text.ok ? read(String(text.value)) : text;
};
