/** A reminder of one's own: what, and when; said at that moment, whatever the hour. */
import { setDue } from '#db/due.ts';
import { insertPersonal } from '#db/remind/personal-reminder.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate, type Millis, momentOf } from '#domain/time.ts';
import type { Answers, Field, Json } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { knownTo } from '#handlers/known.ts';
import { momentIn } from '#handlers/read-day.ts';
import { matterOf } from '#reading/remind.ts';
import type { Moment } from '#reading/time/read-times.ts';
import { understand } from '#reading/understand.ts';
import { type FormHandler, type MemberTurn, type Outcome, on } from '#runtime/handler.ts';
import { personalAction } from '#src/notice/remind.ts';
import { formatDate, formatMoment } from '#text/calendar/dates.ts';
import { askHour, personalKept, remindTexts } from '#text/remind/words.ts';

const FORM = 'remind.personal';
/** Letters: a line, not a letter. */
const LONGEST = 300;

type Context = { readonly now: Millis; readonly calendar: Calendar };

export const openPersonal = async (turn: MemberTurn, line: string): Promise<Outcome> => {
  const { times } = understand(line, await knownTo(turn), 'remind');
  const words = matterOf(line, times);
  const [time] = times;
  const only = times.length === 1 && time?.kind === 'date' ? time : null;
  const answers = {
    ...(words === '' || words.length > LONGEST ? {} : { words }),
    ...(only === null ? {} : whenOf(only, turn.now)),
  };
  return { form: { kind: 'open', formId: FORM, subject: '', answers } };
};

/** A day without its hour is kept beside the question. Of several moments, or of one that is past, all is asked. */
const whenOf = ({ date, minute }: Moment, now: Millis): Answers => {
  if (minute === null) return date < dateOf(now) ? {} : { at: { day: date } };
  const at = momentOf(date, minute);
  return at > now ? { at } : {};
};

export const addPersonal = on(personalAction, async (_turn, { words }) => ({
  form: { kind: 'open', formId: FORM, subject: '', answers: words === '' ? {} : { words } },
}));

const words: Field<Context> = {
  key: 'words',
  label: remindTexts.wordsLabel,
  ask: () => ({ lines: remindTexts.askWords, options: [] }),
  parse: parseText(LONGEST),
};

const at: Field<Context> = {
  key: 'at',
  label: remindTexts.whenLabel,
  ask: (answers, context) => {
    const day = dayOf(answers.at);
    if (day === null) return { lines: remindTexts.askWhen, options: [] };
    const starts = context.calendar.sessions.map(({ from }) => momentOf(day, from)).filter((at) => at > context.now);
    return { lines: askHour(day), options: starts.map((at) => [{ label: formatMoment(at), value: at }]) };
  },
  parse: (input, answers, context) => {
    if (input.kind === 'option') return isAhead(Number(input.value), context.now);
    if (input.kind !== 'text') return refused('remind.when');
    const day = dayOf(answers.at);
    const on = day === null ? null : whenIn(`${input.text} ${formatDate(day)}`, context);
    return on?.ok === true ? on : whenIn(input.text, context);
  },
  fits: (value) => typeof value === 'number',
};

const dayOf = (value: Json | undefined): IsoDate | null =>
  typeof value === 'object' && value !== null && 'day' in value ? String(value.day) : null;

/** However far: it is the person's own, and silences nothing. */
const isAhead = (at: Millis, now: Millis): Result<Millis> => (at > now ? ok(at) : refused('remind.past'));

/** A moment that is still to come; a day as a whole is its opening. */
export const whenIn = (text: string, { now, calendar }: Context): Result<Millis> => {
  const read = momentIn(text, { now, calendar, direction: 'forward' });
  if (!read.ok) return read.code === 'date.several' ? read : refused('remind.when');
  return isAhead(momentAt(read.value, calendar), now);
};

const momentAt = (day: { readonly date: string; readonly minute: number | null }, { sessions }: Calendar): Millis =>
  momentOf(day.date, day.minute ?? sessions[0]?.from ?? 0);

export const personalHandler: FormHandler<Context> = {
  form: { id: FORM, version: 1, fields: [words, at] },
  context: async ({ now, reference }) => ok({ now, calendar: reference.calendar }),
  complete: async (turn, open) => {
    const given = { words: String(open.answers.words), at: Number(open.answers.at) };
    const id = await insertPersonal(turn.tx, { ...given, personId: turn.person.id }, turn.now);
    await setDue(turn.tx, 'personal', [{ subjectId: id, at: given.at }]);
    turn.wakeAt(given.at);
    return { say: [{ lines: personalKept(given.words, given.at) }], form: { kind: 'end', id: open.id } };
  },
};
