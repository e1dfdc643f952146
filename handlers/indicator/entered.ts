/** What the answers of an entry, or of a correction, come to. They were kept by the parsers of the form, in these shapes. */
import { INDICATOR_KINDS, type Indicator, type IndicatorUnit, type NewIndicator } from '#domain/indicator/indicator.ts';
import type { Reference } from '#domain/reference.ts';
import type { Answers } from '#forms/define.ts';
import type { Known } from '#reading/understand.ts';
import type { Stated, StatedValue } from '#text/indicator/value-in.ts';
import { slugOf } from '#text/key.ts';

export type EntryContext = {
  readonly reference: Reference;
  readonly known: Known;
  readonly all: readonly Indicator[];
  /** Null: a new one. */
  readonly corrects: Indicator | null;
};

/** What of a stored value can have been wrong; the last: that it is there at all. */
export const WRONG = ['value', 'name', 'period', 'kind', 'unit', 'zone', 'all'] as const;
export type Wrong = (typeof WRONG)[number];

export const isNew = ({ corrects }: EntryContext): boolean => corrects === null;
export const isWithdrawal = (answers: Answers): boolean => answers.wrong === 'all';

export const enteredOf = (answers: Answers, { corrects, reference }: EntryContext): NewIndicator => {
  const has = (part: Wrong): boolean => corrects === null || answers.wrong === part;
  const next: NewIndicator = {
    ...(corrects ?? NOTHING),
    ...(has('name') ? { name: String(answers.name), series: String(answers.name) } : {}),
    ...(has('period') ? periodIn(answers) : {}),
    ...(has('kind') ? { kind: INDICATOR_KINDS.find((one) => one === answers.kind) ?? 'actual' } : {}),
    ...(has('unit') ? { unit: answers.unit as IndicatorUnit } : {}),
    ...(has('zone') ? { zoneId: answers.zone === 0 ? null : Number(answers.zone) } : {}),
    ...(has('value') ? valueGiven(answers, corrects) : {}),
  };
  // Codes of sheets and sources stay; our own say what it is.
  const isOurs = corrects === null || corrects.code === codeOf(corrects, reference);
  return isOurs ? { ...next, code: codeOf(next, reference) } : next;
};

const NOTHING: NewIndicator = {
  ...{ code: '', name: '', series: '', from: null, to: '', periodLabel: '', isPeriodUncertain: false },
  ...{ value: 0, valueMax: null, isApprox: false, unit: 'project', kind: 'actual', zoneId: null },
  ...{ ofPlan: null, vsPrevious: null, statedTotalOf: [], note: null, source: '' },
};

const periodIn = (answers: Answers) => {
  const { from, to, words } = answers.period as { from: string | null; to: string; words: string };
  return { from, to, isPeriodUncertain: from === null, periodLabel: words };
};

const valueGiven = (answers: Answers, corrects: Indicator | null) => {
  const { value, valueMax, isApprox } = answers.value as StatedValue;
  const { ofPlan, vsPrevious } = answers.stated === false ? NOTHING_STATED : (answers.stated as Stated);
  const source = answers.source === false && corrects !== null ? corrects.source : String(answers.source);
  return { value, valueMax, isApprox, ofPlan, vsPrevious, source };
};

const NOTHING_STATED: Stated = { ofPlan: null, vsPrevious: null };

const codeOf = ({ series, from, to, kind, unit, zoneId }: NewIndicator, { zones }: Reference): string => {
  const place = zoneId === null ? [] : [zones.get(zoneId)?.code ?? ''];
  return [slugOf(series) ?? '', from ?? '', to, kind, unit, ...place].join(':');
};
