/** A reminder of one's own: what, and when; said at that moment, whatever the hour. */
import { setDue } from '#db/due.ts';
import { insertPersonal } from '#db/personal-reminder.ts';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { Millis } from '#domain/time.ts';
import { momentOf } from '#domain/time.ts';
import type { Field } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { knownTo } from '#handlers/known.ts';
import { momentIn } from '#handlers/read-day.ts';
import { matterOf } from '#reading/remind.ts';
import { understand } from '#reading/understand.ts';
import { type FormHandler, type MemberTurn, type Outcome, on } from '#runtime/handler.ts';
import { personalAction } from '#src/notice/remind.ts';
import { personalKept, remindTexts } from '#text/remind/words.ts';

const FORM = 'remind.personal';
/** Letters: a line, not a letter. */
const LONGEST = 300;

type Context = { readonly now: Millis; readonly calendar: Calendar };

export const openPersonal = async (turn: MemberTurn, line: string): Promise<Outcome> => {
  const { times } = understand(line, await knownTo(turn), 'remind');
  const words = matterOf(line, times);
  const [time] = times;
  const at = time?.kind === 'date' ? momentAt({ date: time.date, minute: time.minute }, turn.reference.calendar) : null;
  const answers = {
    ...(words === '' || words.length > LONGEST ? {} : { words }),
    // Of several, or of one that is past, the question is asked.
    ...(times.length === 1 && at !== null && isAhead(at, turn.now).ok ? { at } : {}),
  };
  return { form: { kind: 'open', formId: FORM, subject: '', answers } };
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
  ask: () => ({ lines: remindTexts.askWhen, options: [] }),
  parse: (input, _answers, context) => (input.kind === 'text' ? whenIn(input.text, context) : refused('remind.when')),
};

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
