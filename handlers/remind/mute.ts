/** Nhắc lại sau, Tạm dừng nhắc: until when, and why; the reason is kept as a fact. */
import { addReminders } from '#db/reminder.ts';
import { insertMute } from '#db/reminding.ts';
import { dossiersById } from '#db/request.ts';
import { addWorkingDays, nextWorkingDay } from '#domain/calendar/calendar.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import type { Reference } from '#domain/reference.ts';
import { checkUntil } from '#domain/reminder/mute.ts';
import { morning } from '#domain/request/reminders.ts';
import type { Dossier } from '#domain/request/request.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, HOUR, type Millis } from '#domain/time.ts';
import type { Field, Option } from '#forms/define.ts';
import { parseText } from '#forms/fields.ts';
import { type FormHandler, type MemberTurn, on } from '#runtime/handler.ts';
import { MUTE_MODES, type MuteMode, muteAction } from '#src/notice/remind.ts';
import { askUntil, mutedLines, remindTexts } from '#text/remind/words.ts';
import { noteMute } from './note-mute.ts';
import { whenIn } from './personal.ts';

const FORM = 'remind.mute';

type Context = {
  readonly mode: MuteMode;
  readonly partId: number | null;
  readonly dossier: Dossier;
  readonly reference: Reference;
  readonly now: Millis;
};

export const openMute = on(muteAction, async (_turn, { mode, requestId, partId }) => ({
  form: { kind: 'open', formId: FORM, subject: `${mode}:${requestId}:${partId ?? ''}`, answers: {} },
}));

const until: Field<Context> = {
  key: 'until',
  label: remindTexts.whenLabel,
  ask: (_answers, context) => ({
    lines: askUntil(context.mode, context.dossier.request.code),
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
    ...(mode === 'postpone' ? [{ label: remindTexts.inAnHour, value: now + HOUR }] : []),
    { label: remindTexts.tomorrow, value: morning(calendar, nextWorkingDay(calendar, today)) },
    { label: remindTexts.inThreeDays, value: morning(calendar, addWorkingDays(calendar, today, 3)) },
  ];
};

const reason: Field<Context> = {
  key: 'reason',
  label: remindTexts.reasonLabel,
  ask: () => ({ lines: remindTexts.askReason, options: [] }),
  parse: parseText(500),
};

export const muteHandler: FormHandler<Context> = {
  form: { id: FORM, version: 1, fields: [until, reason] },
  context: (turn, subject) => contextOf(turn, subject),
  complete: async (turn, open, { mode, partId, dossier }) => {
    const personId = turn.person.id;
    const { id: requestId, code } = dossier.request;
    const given = { until: Number(open.answers.until), reason: String(open.answers.reason) };
    await noteMute(turn, requestId, {
      ...{ kind: mode === 'mute' ? 'reminder_muted' : 'reminder_postponed', partId, data: given },
    });
    await insertMute(turn.tx, { personId, requestId, partId, ...given }, turn.now);
    if (mode === 'postpone' && partId !== null) {
      const row = { personId, partId, requestId, kind: 'postponed', noticeId: null, notBefore: given.until };
      await addReminders(turn.tx, [row]);
      turn.wakeAt(given.until);
    }
    return { say: [{ lines: mutedLines(mode, code, given.until) }], form: { kind: 'end', id: open.id } };
  },
};

const contextOf = async (turn: MemberTurn, subject: string): Promise<Result<Context>> => {
  const [name, requestId, part] = subject.split(':');
  const mode = MUTE_MODES.find((one) => one === name);
  if (mode === undefined) throw new Error('the form is about something that does not exist');
  const [dossier] = await dossiersById(turn.tx, [Number(requestId)]);
  const scope = scopeOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
  if (dossier === undefined || !canSee(scope, dossier, turn.now)) return refused('request.unknown');
  const { reference, now } = turn;
  return ok({ mode, partId: part ? Number(part) : null, dossier, reference, now });
};
