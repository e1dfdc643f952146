/** Nhắc lại sau, Tạm dừng nhắc: until when, and why; the reason is kept as a fact. */
import { insertMute } from '#db/remind/reminding.ts';
import { addWorkingDays, nextWorkingDay } from '#domain/calendar/calendar.ts';
import type { Reference } from '#domain/reference.ts';
import { checkUntil } from '#domain/reminder/mute.ts';
import { morning } from '#domain/request/reminders.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, HOUR, MINUTE, type Millis } from '#domain/time.ts';
import type { Field, Option } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { type FormHandler, type MemberTurn, on } from '#runtime/handler.ts';
import { MUTE_MODES, type MuteMode, muteAction, muteDutyAction } from '#src/notice/remind.ts';
import { askUntil, mutedLines, remindTexts } from '#text/remind/words.ts';
import { dutyMatter, type Matter, requestMatter } from './matter.ts';
import { whenIn } from './personal.ts';

const FORM = 'remind.mute';

type Context = {
  readonly mode: MuteMode;
  readonly matter: Matter;
  readonly reference: Reference;
  readonly now: Millis;
};

export const openMute = on(muteAction, async (_turn, { mode, requestId, partId }) => ({
  form: { kind: 'open', formId: FORM, subject: `${mode}:${requestId}:${partId ?? ''}`, answers: {} },
}));

export const openDutyMute = on(muteDutyAction, async (_turn, { mode, dutyId }) => ({
  form: { kind: 'open', formId: FORM, subject: `${mode}:duty:${dutyId}`, answers: {} },
}));

const until: Field<Context> = {
  key: 'until',
  label: remindTexts.whenLabel,
  ask: (_answers, context) => ({
    lines: askUntil(context.mode, context.matter.name),
    options: untilOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, { now, reference: { calendar } }) => {
    if (input.kind === 'option') return checkUntil(Number(input.value), now);
    if (input.kind !== 'text') return refused('remind.when');
    const until = whenIn(input.text, { now, calendar });
    return until.ok ? checkUntil(until.value, now) : until;
  },
};

const untilOptions = ({ mode, now, reference: { calendar } }: Context): readonly Option[] => {
  const today = dateOf(now);
  return [
    ...(mode === 'postpone' ? [{ label: remindTexts.inAnHour, value: inAnHour(now) }] : []),
    { label: remindTexts.tomorrow, value: morning(calendar, nextWorkingDay(calendar, today)) },
    { label: remindTexts.inThreeDays, value: morning(calendar, addWorkingDays(calendar, today, 3)) },
  ];
};

/** A whole minute, as all reminders: with what else is due in it it is one message. */
const inAnHour = (now: Millis): Millis => Math.ceil((now + HOUR) / MINUTE) * MINUTE;

const reason: Field<Context> = {
  key: 'reason',
  label: remindTexts.reasonLabel,
  ask: () => ({ lines: remindTexts.askReason, options: [] }),
  parse: parseText(500),
};

export const muteHandler: FormHandler<Context> = {
  form: { id: FORM, version: 1, fields: [until, reason] },
  context: (turn, subject) => contextOf(turn, subject),
  complete: async (turn, open, { mode, matter }) => {
    const given = { until: Number(open.answers.until), reason: String(open.answers.reason) };
    await matter.note(mode, given);
    await insertMute(turn.tx, { personId: turn.person.id, ...matter.ids, ...given }, turn.now);
    if (mode === 'postpone') {
      await matter.promise(given.until);
      turn.wakeAt(given.until);
    }
    return { say: [{ lines: mutedLines(mode, matter.name, given.until) }], form: { kind: 'end', id: open.id } };
  },
};

const contextOf = async (turn: MemberTurn, subject: string): Promise<Result<Context>> => {
  const [name, of = '', id = ''] = subject.split(':');
  const mode = MUTE_MODES.find((one) => one === name);
  if (mode === undefined) throw new Error('the form is about something that does not exist');
  const found =
    of === 'duty'
      ? await dutyMatter(turn, Number(id))
      : await requestMatter(turn, Number(of), id === '' ? null : Number(id));
  const { reference, now } = turn;
  return found.ok ? ok({ mode, matter: found.value, reference, now }) : found;
};
