/** My reminder hours, within those of the office. */
import { setHours } from '#db/remind/reminding.ts';
import type { Reference } from '#domain/reference.ts';
import { checkHours } from '#domain/reminder/hours.ts';
import { ok, refused } from '#domain/result.ts';
import type { Field } from '#forms/define.ts';
import { hoursIn } from '#reading/remind.ts';
import { type FormHandler, on } from '#runtime/handler.ts';
import { hoursAction } from '#src/notice/remind.ts';
import { hoursKept, remindTexts } from '#text/remind/words.ts';

const FORM = 'remind.hours';

export const openHours = on(hoursAction, async () => ({
  form: { kind: 'open', formId: FORM, subject: '', answers: {} },
}));

/** `false`: all office hours. */
const hours: Field<Reference> = {
  key: 'hours',
  label: remindTexts.hoursLabel,
  ask: () => ({ lines: remindTexts.askHours, options: [[{ label: remindTexts.allHours, value: false }]] }),
  parse: (input, _answers, { calendar }) => {
    if (input.kind === 'option') return ok(false);
    const read = input.kind === 'text' ? hoursIn(input.text) : null;
    if (read === null) return refused('remind.hours_unreadable');
    const checked = checkHours(calendar, read);
    return checked.ok ? ok([read.from, read.to]) : checked;
  },
};

export const hoursHandler: FormHandler<Reference> = {
  form: { id: FORM, version: 1, fields: [hours] },
  context: async ({ reference }) => ok(reference),
  complete: async (turn, open) => {
    const given = open.answers.hours;
    const kept = Array.isArray(given) ? { from: Number(given[0]), to: Number(given[1]) } : null;
    await setHours(turn.tx, turn.person.id, kept);
    return { say: [{ lines: hoursKept(kept) }], form: { kind: 'end', id: open.id } };
  },
};
