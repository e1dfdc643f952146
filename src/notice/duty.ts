/** The buttons of a duty: what its reader may do with it now, by the same rule everywhere. */
import { z } from 'zod';
import type { PersonId } from '#domain/directory/directory.ts';
import { DUTY_ACTS, type Duty } from '#domain/duty/duty.ts';
import { type DutyAsked, dutyActsOpenTo } from '#domain/duty/may.ts';
import { handsOf } from '#domain/request/hands.ts';
import { dateOf } from '#domain/time.ts';
import { type Choice, defineAction, type Notice, pick } from '#runtime/handler.ts';
import { newDutyLines } from '#text/duty/card.ts';
import { dutyActs, dutyLabel, dutyTexts } from '#text/duty/words.ts';

export const dutyActAction = defineAction('duty.act', z.object({ act: z.enum(DUTY_ACTS), dutyId: z.number() }));
export const showDutyAction = defineAction('duty.show', z.object({ dutyId: z.number() }));
export const dutyHistoryAction = defineAction('duty.history', z.object({ dutyId: z.number() }));
export const dutyFilesAction = defineAction('duty.files', z.object({ dutyId: z.number() }));
export const dutyPageAction = defineAction('duty.list', z.object({ offset: z.number() }));

/** Under a notice: acts, and the way to its card. */
export const dutyChoices = (to: PersonId, on: Omit<DutyAsked, 'personId'>): readonly (readonly Choice[])[] => [
  dutyActChoices({ ...on, personId: to }),
  [pick(showDutyAction, dutyTexts.open, { dutyId: on.duty.id })],
];

export const dutyActChoices = (asked: DutyAsked): readonly Choice[] =>
  dutyActsOpenTo(asked).map((act) => pick(dutyActAction, dutyActs[act].label, { act, dutyId: asked.duty.id }));

export const openDuty = (duty: Duty): Choice => pick(showDutyAction, dutyLabel(duty), { dutyId: duty.id });

/** To those in whose hands a new duty is. */
export const newDutyNotices = ({ directory, duty, now }: Omit<DutyAsked, 'personId'>): readonly Notice[] =>
  handsOf(directory, duty, dateOf(now)).map((to) => ({
    to,
    class: 'urgent',
    say: { lines: newDutyLines(directory, duty), choices: dutyChoices(to, { directory, duty, now }) },
  }));
