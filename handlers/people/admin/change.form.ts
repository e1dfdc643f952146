/** What a change of the directory asks for. The subject names the change and, where there is one, the person. */
import { managedUnits } from '#domain/directory/administer.ts';
import type { Person } from '#domain/directory/directory.ts';
import { checkName, ROLES } from '#domain/directory/invitation.ts';
import { earliestLastDay, lasting } from '#domain/directory/step.ts';
import { ok, refused } from '#domain/result.ts';
import { addDays, dateOf, type IsoDate } from '#domain/time.ts';
import type { Answers, Field, Form, Json, Option } from '#forms/define.ts';
import { parseOption, parseText } from '#forms/fields.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import { dateIn } from '#text/date-in.ts';
import { key } from '#text/key.ts';
import { unitsIn } from '#text/names.ts';
import { placeWords } from '#text/people/admin.ts';
import { changeQuestions as questions } from '#text/people/change-questions.ts';
import { roleNames } from '#text/people/roles.ts';
import { judge } from './carry-out.ts';
import { type ChangeKind, stepOf } from './change-step.ts';

export const CHANGE_FORM = 'people.change';

export type ChangeContext = {
  readonly kind: ChangeKind;
  /** Null: somebody new. */
  readonly person: Person | null;
  readonly turn: MemberTurn;
};

const LONGEST_TITLE = 100;
/** Units that fit a screen; of more the name is typed. */
const MOST_UNITS = 8;

const asked = (...kinds: readonly ChangeKind[]) => ({
  when: (_answers: Answers, { kind }: ChangeContext): boolean => kinds.includes(kind),
});
const today = ({ turn }: ChangeContext): IsoDate => dateOf(turn.now);
const nameOf = ({ person }: ChangeContext): string => person?.name ?? '';

const name: Field<ChangeContext> = {
  key: 'name',
  label: questions.name.label,
  ...asked('invite_new', 'correct'),
  ask: (_answers, { person }) => ({ lines: questions.name.ask, options: kept(person?.name) }),
  parse: (input) => {
    if (input.kind === 'option') return ok(input.value);
    const text = parseText()(input);
    if (!text.ok) return text;
    const checked = checkName(String(text.value));
    return checked.ok && checked.value.includes(' ') ? checked : refused('admin.name');
  },
};

const title: Field<ChangeContext> = {
  key: 'title',
  label: questions.title.label,
  ...asked('invite_new', 'correct'),
  ask: (_answers, { person }) => ({ lines: questions.title.ask, options: kept(person?.title) }),
  parse: (input) => (input.kind === 'option' ? ok(input.value) : parseText(LONGEST_TITLE)(input)),
};

/** What stands there already, to be kept by a tap. */
const kept = (value: string | undefined): readonly (readonly Option[])[] =>
  value === undefined ? [] : [[{ label: questions.keep(value), value }]];

/** How a person is addressed. */
const gender: Field<ChangeContext> = {
  key: 'gender',
  label: questions.gender.label,
  ...asked('correct'),
  ask: (_answers, context) => ({ lines: questions.gender.ask(nameOf(context)), options: [genderOptions] }),
  parse: (input) => parseOption(input, genderOptions),
};

const genderOptions: readonly Option[] = [
  { label: questions.gender.nam, value: 'nam' },
  { label: questions.gender.nu, value: 'nu' },
  { label: questions.gender.unknown, value: 'unknown' },
];

/** Of the roles he has, the one that ends. */
const place: Field<ChangeContext> = {
  key: 'place',
  label: questions.place.label,
  ...asked('end_role'),
  ask: (_answers, context) => ({
    lines: questions.place.ask(nameOf(context)),
    options: placeOptions(context).map((option) => [option]),
  }),
  parse: (input, answers, context) => {
    const chosen = parseOption(input, placeOptions(context));
    return chosen.ok ? judged(context, { ...answers, place: chosen.value }, chosen.value) : chosen;
  },
};

const placeOptions = (context: ChangeContext): readonly Option[] =>
  rowsOf(context).map((row) => ({
    label: placeWords(context.turn.reference.directory, row),
    // A pair: the order of an object's keys is not kept.
    value: [row.unitId, row.role],
  }));

const rowsOf = (context: ChangeContext) =>
  context.person === null ? [] : lasting(context.turn.reference.directory, context.person.id, today(context));

const fromUnit: Field<ChangeContext> = {
  key: 'fromUnit',
  label: questions.fromUnit.label,
  when: (_answers, context) => context.kind === 'move' && fromOptions(context).length > 1,
  ask: (_answers, context) => ({
    lines: questions.fromUnit.ask(nameOf(context)),
    options: fromOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => parseOption(input, fromOptions(context)),
};

const fromOptions = (context: ChangeContext): readonly Option[] =>
  [...new Set(rowsOf(context).map((row) => row.unitId))].map((id) => unitOption(context, id));

const unitOption = ({ turn }: ChangeContext, id: number): Option => ({
  label: turn.reference.directory.units.get(id)?.name ?? '',
  value: id,
});

const unit: Field<ChangeContext> = {
  key: 'unit',
  label: questions.unit.label,
  ...asked('invite_new', 'add_role', 'move'),
  ask: (_answers, context) => {
    const units = unitsOf(context);
    return {
      lines: questions.unit.ask(nameOf(context)),
      options: units.length > MOST_UNITS ? [] : units.map((one) => [unitOption(context, one.id)]),
    };
  },
  parse: (input, _answers, context) => {
    if (input.kind === 'option') return inReach(context, input.value);
    if (input.kind !== 'text') return refused('field.choose');
    const found = unitsIn(context.turn.reference, input.text, today(context));
    if (!found.ok) return found;
    const [only, ...more] = found.value;
    return only !== undefined && more.length === 0 ? inReach(context, only) : refused('field.choose');
  },
};

const unitsOf = (context: ChangeContext) =>
  managedUnits(context.turn.reference.directory, context.turn.person.id, today(context));

const inReach = (context: ChangeContext, value: Json) =>
  unitsOf(context).some((one) => one.id === value) ? ok(value) : refused('admin.elsewhere');

const role: Field<ChangeContext> = {
  key: 'role',
  label: questions.role.label,
  ...asked('invite_new', 'add_role', 'move'),
  ask: () => ({ lines: questions.role.ask, options: roleOptions.map((option) => [option]) }),
  parse: (input, answers, context) => {
    const typed = input.kind === 'text' ? roleOptions.find(({ label }) => key(label) === key(input.text)) : undefined;
    const chosen = typed === undefined ? parseOption(input, roleOptions) : ok(typed.value);
    return chosen.ok ? judged(context, { ...answers, role: chosen.value }, chosen.value) : chosen;
  },
};

const roleOptions: readonly Option[] = ROLES.map((value) => ({ label: roleNames[value], value }));

/** The last day of a role, else the first. */
const on: Field<ChangeContext> = {
  key: 'on',
  label: questions.on.label,
  ...asked('add_role', 'end_role', 'move'),
  ask: (_answers, context) => ({
    lines: questions.on.ask[context.kind] ?? [],
    options: dayOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    if (input.kind !== 'text') return parseOption(input, dayOptions(context));
    const read = dateIn(input.text, addDays(today(context), -1));
    if (!read.ok) return read;
    const from = context.kind === 'end_role' ? earliestLastDay(today(context)) : today(context);
    return read.value < from ? refused('admin.date_past', { from }) : read;
  },
};

const dayOptions = (context: ChangeContext): readonly Option[] => {
  const day = today(context);
  const other = addDays(day, context.kind === 'end_role' ? -1 : 1);
  const label = context.kind === 'end_role' ? questions.yesterday(other) : questions.tomorrow(other);
  return [
    { label: questions.today(day), value: day },
    { label, value: other },
  ];
};

/** What is known so far must be allowed already: a refusal at the end would lose the answers. */
const judged = (context: ChangeContext, answers: Answers, value: Json) => {
  const step = stepOf(context, { on: today(context), ...answers });
  const may = judge(context.turn, step);
  return may.ok ? ok(value) : may;
};

export const changeForm: Form<ChangeContext> = {
  id: CHANGE_FORM,
  version: 1,
  fields: [name, title, gender, place, fromUnit, unit, role, on],
};
