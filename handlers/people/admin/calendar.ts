/** The working calendar in the hands of its administrators: what it is, and the four changes of it. */
import { outlook } from '#domain/calendar/outlook.ts';
import { mayChangeForAll } from '#domain/directory/weigh.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type FormHandler, type MemberTurn, on, pick } from '#runtime/handler.ts';
import { calendarScreen } from '#text/calendar/screen.ts';
import { calendarTexts as texts } from '#text/people/calendar.ts';
import { sayRefusal } from '#text/refusals.ts';
import { calendarAction, calendarChangeAction } from './actions.ts';
import {
  CALENDAR_FORM,
  type CalendarContext,
  type CalendarKind,
  calendarForm,
  calendarStepOf,
  readKind,
} from './calendar.form.ts';
import { carryOut } from './carry-out.ts';

export const mayChange = ({ reference, person, now }: MemberTurn): boolean =>
  mayChangeForAll(reference.directory, person.id, dateOf(now)).ok;

export const calendarAdmin = on(calendarAction, async (turn) => {
  const may = mayChangeForAll(turn.reference.directory, turn.person.id, dateOf(turn.now));
  if (!may.ok) return { say: [{ lines: sayRefusal(may) }] };
  const { calendar } = turn.reference;
  const today = dateOf(turn.now);
  const change = (label: string, subject: CalendarKind) => pick(calendarChangeAction, label, { subject });
  return {
    say: [
      {
        lines: [...calendarScreen(outlook(calendar, today), { today, sessions: calendar.sessions }), '', texts.hint],
        choices: [
          [change(texts.off, 'off'), change(texts.makeUp, 'make_up')],
          [change(texts.drop, 'drop'), change(texts.year, 'year')],
        ],
      },
    ],
  };
});

export const openCalendarChange = on(calendarChangeAction, async (_turn, { subject }) => ({
  form: { kind: 'open', formId: CALENDAR_FORM, subject, answers: {} },
}));

export const calendarHandler: FormHandler<CalendarContext> = {
  form: calendarForm,
  context: async (turn, subject) => contextOf(turn, subject),
  complete: async (turn, open, context) => ({
    ...(await carryOut(turn, calendarStepOf(context, open.answers))),
    form: { kind: 'end', id: open.id },
  }),
};

const contextOf = (turn: MemberTurn, subject: string): Result<CalendarContext> => {
  const kind = readKind(subject);
  if (kind === null) return refused('form.gone');
  const may = mayChangeForAll(turn.reference.directory, turn.person.id, dateOf(turn.now));
  return may.ok ? ok({ kind, turn }) : may;
};
