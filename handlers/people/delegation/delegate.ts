/** Ủy quyền: who, from when, until when; filled in with what a sentence says. */

import { lockStream } from '#db/fact.ts';
import { insertDelegation, readDelegations } from '#db/people/delegation.ts';
import { teamsWithMember } from '#db/team/member.ts';
import { nextWorkingDay } from '#domain/calendar/calendar.ts';
import { checkDelegation, organisationOf } from '#domain/directory/delegation.ts';
import type { Delegation } from '#domain/directory/directory.ts';
import { homeUnitOf, type PersonId, staffOf, type Unit } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Answers, Field, Option } from '#forms/define.ts';
import { knownTo } from '#handlers/known.ts';
import { momentIn } from '#handlers/read-day.ts';
import { understand } from '#reading/understand.ts';
import { type FormHandler, type MemberTurn, type Outcome, on } from '#runtime/handler.ts';
import { key } from '#text/key.ts';
import { dayOption, delegatedLines, delegationTexts, placesStayLines } from '#text/people/delegation.ts';
import { sayRefusal } from '#text/refusals.ts';
import { record } from '../admin/record.ts';
import { delegateAction } from './actions.ts';
import { toAll } from './told.ts';

const FORM = 'people.delegate';

type Context = { readonly reference: Reference; readonly me: PersonId; readonly unit: Unit; readonly now: Millis };

export const openDelegationForm = on(delegateAction, async () => opened({}));

const opened = (answers: Answers): Outcome => ({ form: { kind: 'open', formId: FORM, subject: '', answers } });

/** "Ủy quyền cho ông Hùng từ 30/11 đến 04/12": a name that is one colleague's, and the days. */
export const openDelegation = async (turn: MemberTurn, line: string): Promise<Outcome> => {
  const context = contextOf(turn);
  if (!context.ok) return opened({});
  const { period, times } = understand(line, await knownTo(turn), 'delegate');
  const named = colleagues(context.value).filter(({ name }) => isNamed(name, line));
  const [one] = named;
  const [day] = times;
  const last = times.length === 1 && day?.kind === 'date' ? { from: dateOf(turn.now), to: day.date } : null;
  const days = period ?? last;
  return opened({
    ...(one !== undefined && named.length === 1 ? { who: one.id } : {}),
    ...(days === null ? {} : { from: days.from, to: days.to }),
  });
};

/** The whole name, by its words; a line with marks means its marks: Hùng is not Hưng. */
const isNamed = (name: string, line: string): boolean => {
  const hasMarks = key(line) !== line.normalize('NFC').toLowerCase();
  const plain = (text: string): string => (hasMarks ? text.normalize('NFC').toLowerCase() : key(text));
  const words = (text: string): string =>
    ` ${plain(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words(line).includes(words(name));
};

/** Those who can be reached: whoever stands in hears in the other's place. */
const colleagues = ({ reference: { directory }, me, unit, now }: Context) =>
  staffOf(directory, unit.id, dateOf(now)).flatMap((id) => {
    const person = id === me || !directory.linked.has(id) ? undefined : directory.people.get(id);
    return person === undefined ? [] : [{ id, name: person.name, label: `${person.name} (${person.title})` }];
  });

const who: Field<Context> = {
  key: 'who',
  label: delegationTexts.whoLabel,
  ask: (_answers, context) => ({
    lines: delegationTexts.askWho,
    options: nearest(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    const all = colleagues(context);
    if (input.kind === 'option')
      return all.some(({ id }) => id === input.value) ? ok(input.value) : refused('field.choose');
    if (input.kind !== 'text') return refused('field.choose');
    const found = all.filter(({ label }) => key(label).includes(key(input.text)));
    const [only] = found;
    if (only === undefined) return refused('field.person_unknown', { words: input.text.trim() });
    if (found.length === 1) return ok(only.id);
    const names = found.slice(0, 5).map(({ label }) => label);
    return refused('field.person_several', { words: input.text.trim(), names: names.join('; ') });
  },
};

/** Buttons for those of one's own section; anybody else of the organisation by his name. */
const nearest = (context: Context): readonly Option[] => {
  const { reference, me, now } = context;
  const home = homeUnitOf(reference.directory, me, dateOf(now));
  const near = home === null ? [] : staffOf(reference.directory, home.id, dateOf(now));
  return colleagues(context)
    .filter(({ id }) => near.includes(id))
    .slice(0, 10)
    .map(({ id, label }) => ({ label, value: id }));
};

const day = (name: 'from' | 'to', lines: readonly string[], label: string): Field<Context> => ({
  key: name,
  label,
  ask: (_answers, context) => ({
    lines,
    options: name === 'from' ? dayOptions(context).map((option) => [option]) : [],
  }),
  parse: (input, answers, { reference: { calendar }, now }) => {
    if (input.kind === 'option') return ok(input.value);
    if (input.kind !== 'text') return refused('date.unreadable');
    const read = momentIn(input.text, { now, calendar, direction: 'forward' });
    if (!read.ok) return read;
    const first = name === 'to' ? String(answers.from) : dateOf(now);
    if (read.value.date < first) return refused(name === 'to' ? 'delegate.period' : 'delegate.past');
    return ok(read.value.date);
  },
});

const dayOptions = ({ reference: { calendar }, now }: Context): readonly Option[] =>
  [dateOf(now), nextWorkingDay(calendar, dateOf(now))].map((value) => ({ label: dayOption(value), value }));

const contextOf = ({ reference, person, now }: MemberTurn): Result<Context> => {
  const home = homeUnitOf(reference.directory, person.id, dateOf(now));
  const unit = home === null ? null : organisationOf(reference.directory, home.id);
  return unit === null ? refused('delegate.elsewhere') : ok({ reference, me: person.id, unit, now });
};

export const delegateHandler: FormHandler<Context> = {
  form: {
    id: FORM,
    version: 1,
    fields: [
      who,
      day('from', delegationTexts.askFrom, delegationTexts.fromLabel),
      day('to', delegationTexts.askTo, delegationTexts.toLabel),
    ],
  },
  context: async (turn) => contextOf(turn),
  complete: async (turn, open, { me, unit }) => {
    const { who: toId, from, to } = open.answers;
    const wanted = { fromId: me, toId: Number(toId), unitId: unit.id, validFrom: String(from), validTo: String(to) };
    const given = await delegate(turn, wanted);
    const end = { kind: 'end', id: open.id } as const;
    if (!given.ok) return { toast: sayRefusal(given).join(' '), form: end };
    const lines = delegatedLines(turn.reference.directory, wanted);
    const places = placesStayLines((await teamsWithMember(turn.tx, me)).map(({ code }) => code));
    return { say: [{ lines: [...lines, ...places] }], notices: toAll(turn, wanted, lines), form: end };
  },
};

/** Read again under the lock of the directory: two who delegate to each other at once do not both succeed. */
const delegate = async (turn: MemberTurn, wanted: Omit<Delegation, 'id'>): Promise<Result<number>> => {
  await lockStream(turn.tx, 'directory');
  const delegations = await readDelegations(turn.tx);
  const checked = checkDelegation({ ...turn.reference.directory, delegations }, wanted, dateOf(turn.now));
  if (!checked.ok) return checked;
  const id = await insertDelegation(turn.tx, checked.value, turn.now);
  await record(turn, [{ kind: 'delegated', data: { id, ...checked.value } }]);
  return ok(id);
};
