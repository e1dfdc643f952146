/** The questions of a new request that are always asked: only what cannot be derived, in the order of DESIGN 4. */
import { regulationOn } from '#domain/reference.ts';
import { outsideRegulation, proposedParties } from '#domain/request/parties.ts';
import { REQUEST_TYPES, URGENCIES } from '#domain/request/request.ts';
import { ok, type Refusal, refused } from '#domain/result.ts';
import type { Answers, Field, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import { zoneIn } from '#text/names.ts';
import { unitLabel } from '#text/request/card.ts';
import { questions } from '#text/request/filing.ts';
import { sentenceTexts } from '#text/request/sentence.ts';
import { upperFirst } from '#text/request/words.ts';
import { amongOf, wordsBehind } from './among.ts';
import type { FileContext } from './file-context.ts';
import { unitsSaid } from './read-units.ts';

/** Words that name nothing offered belong to the content: people send their text in several messages. */
const isElse = ({ code }: Refusal): boolean =>
  code === 'field.choose' || code === 'field.zone_unknown' || code === 'field.unit_unknown';

export const subjectField: Field<FileContext> = {
  key: 'subject',
  label: questions.subject.label,
  ask: () => ({ lines: questions.subject.ask, options: [] }),
  parse: (input) => {
    // Trích yếu fits a letter's head; more belongs to the content.
    const text = parseText(500)(input);
    // "huy", "viec", "ok": who typed it meant something else, and the unit that reads it could do nothing with it.
    return text.ok && !/\s/.test(String(text.value)) ? refused('field.subject_one_word') : text;
  },
};

export const zoneField: Field<FileContext> = {
  key: 'zone',
  label: questions.zone.label,
  ask: (answers, context) => ({
    lines: [...meaningOpen(answers, 'zone'), ...questions.zone.ask],
    options: inRows(meant(zoneOptions(context), answers.zone, [NO_ZONE]), 2),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, zoneOptions(context));
    const found = zoneIn(context.reference, input.text);
    return found === null ? refused('field.zone_unknown', { words: input.text }) : ok(found.id);
  },
  yields: isElse,
  fits: (value, _answers, { reference }) => value === NO_ZONE || reference.zones.has(Number(value)),
};

/** Where the words may mean several, these are offered; any other is typed. */
const meant = (
  options: readonly Option[],
  value: Json | undefined,
  always: readonly Json[] = [],
): readonly Option[] => {
  const those = amongOf(value);
  return those.length === 0
    ? options
    : options.filter((one) => those.includes(one.value) || always.includes(one.value));
};

const meaningOpen = (answers: Answers, key: string): readonly string[] => {
  const words = amongOf(answers[key]).length === 0 ? null : wordsBehind(answers, key);
  return words === null ? [] : [sentenceTexts.among(words)];
};

/** Chosen when the matter is of no zone, or of all. */
export const NO_ZONE = 0;

const zoneOptions = ({ reference }: FileContext): readonly Option[] => [
  ...[...reference.zones.values()].map((one) => ({ label: one.name, value: one.id })),
  { label: questions.zone.none, value: NO_ZONE },
];

export const fieldField: Field<FileContext> = {
  key: 'field',
  label: questions.field.label,
  ask: (answers, context) => ({
    lines: [...meaningOpen(answers, 'field'), ...questions.field.ask],
    options: inRows(meant(fieldOptions(context), answers.field), 1),
  }),
  parse: (input, _answers, context) => parseOption(input, fieldOptions(context)),
  yields: isElse,
  fits: (value, _answers, { reference }) => reference.fields.has(Number(value)),
};

const fieldOptions = ({ reference }: FileContext): readonly Option[] =>
  [...reference.fields.values()]
    .filter((one) => one.parentId === null)
    .map((one) => ({ label: one.name, value: one.id }));

export const unitsField: Field<FileContext> = {
  key: 'units',
  label: questions.units.label,
  ask: (answers, context) => {
    const several = amongOf(answers.units);
    if (several.length > 0) return severalUnits(several, answers, context);
    const { preset, outside, options } = unitOptions(answers, context);
    const said = outside.length === 0 ? [] : [questions.units.outside(outside.join(', '))];
    return { lines: [...questions.units.ask(preset), ...said], options };
  },
  parse: (input, _answers, context) => {
    if (input.kind === 'option') return ok(input.value);
    if (input.kind !== 'text') return refused('field.choose');
    const found = unitsSaid(input.text, context);
    return found.ok ? ok([...found.value]) : found;
  },
  yields: isElse,
  fits: (value) => Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'number'),
};

/** Who took over from the unit that was named: one of them, or all. */
const severalUnits = (several: readonly Json[], answers: Answers, { reference }: FileContext) => {
  const choices = several.filter((ids): ids is readonly number[] => Array.isArray(ids));
  const single = choices.map((ids) => ({
    label: ids.map((id) => unitLabel(reference.directory, id)).join(', '),
    value: [...ids],
  }));
  const all = [...new Set(choices.flat())];
  const together = { label: sentenceTexts.all(all.length), value: all };
  return { lines: meaningOpen(answers, 'units'), options: inRows([...single, together], 1) };
};

const unitOptions = (answers: Answers, { reference, unit, day }: FileContext) => {
  const zoneId = Number(answers.zone) === NO_ZONE ? null : Number(answers.zone);
  const asked = { zoneId, fieldId: Number(answers.field), askingUnitId: unit.id };
  const { units: preset, candidates } = proposedParties(reference, asked, day);
  const name = (id: number): string => unitLabel(reference.directory, id);
  const together: Option[] = preset.length === 0 ? [] : [{ label: preset.map(name).join(', '), value: [...preset] }];
  const single = preset.length > 1 ? [...preset, ...candidates] : candidates;
  const groups = reference.groups.map((group) => ({ label: upperFirst(group.name), value: [...group.units] }));
  const options = [...together, ...single.map((id) => ({ label: name(id), value: [id] })), ...groups];
  const outside = outsideRegulation(reference, [...preset, ...candidates], day);
  return { preset: preset.map(name), outside: outside.map(name), options: inRows(options, 1) };
};

export const typeField: Field<FileContext> = {
  key: 'type',
  label: questions.type.label,
  ask: () => ({ lines: questions.type.ask, options: inRows(typeOptions, 1) }),
  parse: (input) => parseOption(input, typeOptions),
  yields: isElse,
  fits: (value) => REQUEST_TYPES.some((one) => one === value),
};

const typeOptions: readonly Option[] = REQUEST_TYPES.map((value) => ({ label: questions.type.name(value), value }));

export const urgencyField: Field<FileContext> = {
  key: 'urgency',
  label: questions.urgency.label,
  ask: (_answers, context) => ({ lines: questions.urgency.ask, options: inRows(urgencyOptions(context), 1) }),
  parse: (input, _answers, context) => parseOption(input, urgencyOptions(context)),
  yields: isElse,
  fits: (value) => URGENCIES.some((one) => one === value),
};

const urgencyOptions = ({ reference, day }: FileContext): readonly Option[] => {
  const terms = regulationOn(reference, day)?.terms;
  return URGENCIES.map((value) => ({ label: questions.urgency.name(value, terms?.get(value)?.answer ?? null), value }));
};

export const inRows = (options: readonly Option[], perRow: number): Option[][] =>
  Array.from({ length: Math.ceil(options.length / perRow) }, (_, row) =>
    options.slice(row * perRow, (row + 1) * perRow),
  );
