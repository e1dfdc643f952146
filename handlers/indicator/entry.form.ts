/** Entering an indicator, or what is new in a corrected one: the same questions, fewer of them. The subject: `new`, or its id. */
import { INDICATOR_KINDS, INDICATOR_UNITS, type Indicator, type IndicatorUnit } from '#domain/indicator/indicator.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Answers, Field, Form, Input, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { type Known, understand } from '#reading/understand.ts';
import { kindNames, entryTexts as texts } from '#text/indicator/entry.ts';
import { indicatorLine, unitNames } from '#text/indicator/say.ts';
import { type Stated, type StatedValue, statedIn, valueIn } from '#text/indicator/value-in.ts';
import { key, slugOf } from '#text/key.ts';

export const ENTRY_FORM = 'indicator.entry';

export type EntryContext = {
  readonly reference: Reference;
  readonly known: Known;
  readonly all: readonly Indicator[];
  /** Null: a new one. */
  readonly corrects: Indicator | null;
};

const LONGEST = 200;
/** Buttons that fit a phone; other names are typed. */
const MOST_NAMES = 10;

const asNew = { when: (_answers: Answers, { corrects }: EntryContext): boolean => corrects === null };
const plain = (lines: string, options: readonly Option[] = []) => ({
  lines: [lines],
  options: options.map((one) => [one]),
});

const name: Field<EntryContext> = {
  key: 'name',
  label: texts.name.label,
  ...asNew,
  ask: (_answers, { all }) => plain(texts.name.ask, namesOf(all)),
  parse: (input, _answers, { all }) =>
    input.kind === 'option' ? parseOption(input, namesOf(all)) : parseText(LONGEST)(input),
};

const namesOf = (all: readonly Indicator[]): readonly Option[] =>
  [...new Set(all.map(({ series }) => series))].slice(0, MOST_NAMES).map((value) => ({ label: value, value }));

const kinds: readonly Option[] = INDICATOR_KINDS.map((value) => ({ label: kindNames[value], value }));
const kind: Field<EntryContext> = {
  key: 'kind',
  label: texts.kind.label,
  ...asNew,
  ask: () => plain(texts.kind.ask, kinds),
  parse: (input) => parseOption(input, kinds),
};

const period: Field<EntryContext> = {
  key: 'period',
  label: texts.period.label,
  ...asNew,
  ask: () => plain(texts.period.ask),
  parse: (input, _answers, { known }) => {
    const text = parseText(LONGEST)(input);
    if (!text.ok) return text;
    const words = String(text.value);
    const { period: found } = understand(words, known, 'indicator');
    if (found === null) return refused('indicator.period');
    const isUncertain = key(words).includes('chua ro');
    return ok({ from: isUncertain ? null : found.from, to: found.to, words });
  },
};

const value: Field<EntryContext> = {
  key: 'value',
  label: texts.value.label,
  ask: () => plain(texts.value.ask),
  parse: (input) => parsed(input, valueIn),
};

const units: readonly Option[] = INDICATOR_UNITS.map((one) => ({ label: unitNames[one], value: one }));
const unit: Field<EntryContext> = {
  key: 'unit',
  label: texts.unit.label,
  ...asNew,
  ask: () => plain(texts.unit.ask, units),
  parse: (input) => parseOption(input, units),
};

const zone: Field<EntryContext> = {
  key: 'zone',
  label: texts.zone.label,
  ...asNew,
  ask: (_answers, context) => plain(texts.zone.ask, zonesOf(context)),
  parse: (input, answers, context) => {
    const chosen = parseOption(input, zonesOf(context));
    if (!chosen.ok) return chosen;
    // Said now, not behind three more questions.
    const code = codeOf({ ...answers, zone: chosen.value }, context);
    return context.all.some((one) => one.code === code) ? refused('indicator.exists') : chosen;
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
  ask: () => plain(texts.stated.ask, [none]),
  parse: (input) => (input.kind === 'option' ? parseOption(input, [none]) : parsed(input, statedIn)),
};

const same: Option = { label: texts.source.same, value: false };
const source: Field<EntryContext> = {
  key: 'source',
  label: texts.source.label,
  ask: (_answers, { corrects }) => plain(texts.source.ask, corrects === null ? [] : [same]),
  parse: (input, _answers, { corrects }) =>
    input.kind === 'option' ? parseOption(input, corrects === null ? [] : [same]) : parseText(LONGEST)(input),
};

const reason: Field<EntryContext> = {
  key: 'reason',
  label: texts.reason.label,
  when: (_answers, { corrects }) => corrects !== null,
  ask: () => plain(texts.reason.ask),
  parse: parseText(LONGEST),
};

const save: Option = { label: texts.confirm.save, value: true };
const confirm: Field<EntryContext> = {
  key: 'confirm',
  label: texts.confirm.label,
  ask: (answers, context) => {
    const one = enteredOf(answers, context);
    const place = one.zoneId === null ? null : (context.reference.zones.get(one.zoneId)?.name ?? null);
    const line = indicatorLine({ ...one, id: 0 }, { ofPlan: null, vsPrevious: null }, place);
    return { lines: [line, `${texts.source.label}: ${one.source}.`], options: [[save]] };
  },
  parse: (input) => parseOption(input, [save]),
};

export const entryForm: Form<EntryContext> = {
  id: ENTRY_FORM,
  version: 1,
  fields: [name, kind, period, value, unit, zone, stated, source, reason, confirm],
};

const parsed = (input: Input, read: (text: string) => Result<Json>): Result<Json> => {
  const text = parseText(LONGEST)(input);
  return text.ok ? read(String(text.value)) : text;
};

/** What the answers come to. They were kept by the parsers above, in these shapes. */
export const enteredOf = (answers: Answers, context: EntryContext): Omit<Indicator, 'id'> => {
  const { value: number, valueMax, isApprox } = answers.value as StatedValue;
  const { ofPlan, vsPrevious } = answers.stated === false ? NOTHING_STATED : (answers.stated as Stated);
  const given = { value: number, valueMax, isApprox, ofPlan, vsPrevious };
  const { corrects } = context;
  if (corrects !== null)
    return { ...corrects, ...given, source: answers.source === false ? corrects.source : String(answers.source) };
  const { from, to, words } = answers.period as { from: string | null; to: string; words: string };
  const series = String(answers.name);
  return {
    ...given,
    code: codeOf(answers, context),
    ...{ name: series, series, from, to, isPeriodUncertain: from === null, statedTotalOf: [], note: null },
    periodLabel: words,
    unit: answers.unit as IndicatorUnit,
    kind: INDICATOR_KINDS.find((one) => one === answers.kind) ?? 'actual',
    zoneId: answers.zone === 0 ? null : Number(answers.zone),
    source: String(answers.source),
  };
};

const NOTHING_STATED: Stated = { ofPlan: null, vsPrevious: null };

/** The same thing of the same period, kind and place is one value: entered once, then corrected. */
const codeOf = (answers: Answers, { reference }: EntryContext): string => {
  const { from, to } = answers.period as { from: string | null; to: string };
  const place = answers.zone === 0 ? [] : [reference.zones.get(Number(answers.zone))?.code ?? ''];
  return [slugOf(String(answers.name)) ?? '', from ?? '', to, String(answers.kind), ...place].join(':');
};
