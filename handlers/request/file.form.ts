/** The questions of a new request: only what cannot be derived, in the order of DESIGN 4. */
import type { Unit } from '#domain/directory/directory.ts';
import { type Reference, regulationOn } from '#domain/reference.ts';
import type { Draft } from '#domain/request/filing.ts';
import { proposedParties } from '#domain/request/parties.ts';
import { REQUEST_TYPES, type RequestType, URGENCIES, type Urgency } from '#domain/request/request.ts';
import { ok, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Answers, Field, Form, Option } from '#forms/define.ts';
import { filesField, gatheredFiles, parseOption, parseText } from '#forms/fields.ts';
import { unitsIn, zoneIn } from '#text/names.ts';
import { unitLabel } from '#text/request/card.ts';
import { questions } from '#text/request/filing.ts';
import { upperFirst } from '#text/request/words.ts';

export const FILE_FORM = 'request.file';

export type FileContext = { readonly reference: Reference; readonly unit: Unit; readonly day: IsoDate };

const subject: Field<FileContext> = {
  key: 'subject',
  label: questions.subject.label,
  ask: () => ({ lines: questions.subject.ask, options: [] }),
  // Trích yếu fits a letter's head; more belongs to the content.
  parse: parseText(500),
};

const zone: Field<FileContext> = {
  key: 'zone',
  label: questions.zone.label,
  ask: (_answers, context) => ({ lines: questions.zone.ask, options: inRows(zoneOptions(context), 2) }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, zoneOptions(context));
    const found = zoneIn(context.reference, input.text);
    return found === null ? refused('field.zone_unknown', { words: input.text }) : ok(found.id);
  },
  fits: (value, _answers, { reference }) => value === NO_ZONE || reference.zones.has(Number(value)),
};

/** Chosen when the matter is of no zone, or of all. */
const NO_ZONE = 0;

const zoneOptions = ({ reference }: FileContext): readonly Option[] => [
  ...[...reference.zones.values()].map((one) => ({ label: one.name, value: one.id })),
  { label: questions.zone.none, value: NO_ZONE },
];

const field: Field<FileContext> = {
  key: 'field',
  label: questions.field.label,
  ask: (_answers, context) => ({ lines: questions.field.ask, options: inRows(fieldOptions(context), 1) }),
  parse: (input, _answers, context) => parseOption(input, fieldOptions(context)),
  fits: (value, _answers, { reference }) => reference.fields.has(Number(value)),
};

const fieldOptions = ({ reference }: FileContext): readonly Option[] =>
  [...reference.fields.values()]
    .filter((one) => one.parentId === null)
    .map((one) => ({ label: one.name, value: one.id }));

const units: Field<FileContext> = {
  key: 'units',
  label: questions.units.label,
  ask: (answers, context) => {
    const { preset, options } = unitOptions(answers, context);
    return { lines: questions.units.ask(preset), options };
  },
  parse: (input, _answers, { reference, day }) => {
    if (input.kind === 'option') return ok(input.value);
    if (input.kind !== 'text') return refused('field.choose');
    const found = unitsIn(reference, input.text, day);
    return found.ok ? ok([...found.value]) : found;
  },
  fits: (value) => Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === 'number'),
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
  return { preset: preset.map(name), options: inRows(options, 1) };
};

const type: Field<FileContext> = {
  key: 'type',
  label: questions.type.label,
  ask: () => ({ lines: questions.type.ask, options: inRows(typeOptions, 1) }),
  parse: (input) => parseOption(input, typeOptions),
  fits: (value) => REQUEST_TYPES.some((one) => one === value),
};

const typeOptions: readonly Option[] = REQUEST_TYPES.map((value) => ({ label: questions.type.name(value), value }));

const urgency: Field<FileContext> = {
  key: 'urgency',
  label: questions.urgency.label,
  ask: (_answers, context) => ({ lines: questions.urgency.ask, options: inRows(urgencyOptions(context), 1) }),
  parse: (input, _answers, context) => parseOption(input, urgencyOptions(context)),
  fits: (value) => URGENCIES.some((one) => one === value),
};

const urgencyOptions = ({ reference, day }: FileContext): readonly Option[] => {
  const terms = regulationOn(reference, day)?.terms;
  return URGENCIES.map((value) => ({ label: questions.urgency.name(value, terms?.get(value)?.answer ?? null), value }));
};

export const fileForm: Form<FileContext> = {
  id: FILE_FORM,
  version: 1,
  fields: [subject, zone, field, units, type, urgency, filesField('files', questions.files)],
};

/** A complete form as a draft; its answers have been checked by the fields' `fits`. */
export const draftOf = (answers: Answers): Draft => ({
  subject: String(answers.subject),
  content: gatheredFiles(answers, 'files').words.join('\n'),
  zoneId: Number(answers.zone) === NO_ZONE ? null : Number(answers.zone),
  fieldId: Number(answers.field),
  enterpriseId: null,
  unitIds: Array.isArray(answers.units) ? answers.units.map(Number) : [],
  type: answers.type as RequestType, // `fits` holds it to the list
  urgency: answers.urgency as Urgency, // `fits` holds it to the list
  docNumber: null,
  wantedBy: null,
});

const inRows = (options: readonly Option[], perRow: number): Option[][] =>
  Array.from({ length: Math.ceil(options.length / perRow) }, (_, row) =>
    options.slice(row * perRow, (row + 1) * perRow),
  );
