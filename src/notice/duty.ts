/** The buttons of a duty: what its reader may do with it now, by the same rule everywhere. */
import { z } from 'zod';
import type { PersonId } from '#domain/directory/directory.ts';
import { DUTY_ACTS, type Duty } from '#domain/duty/duty.ts';
import { type DutyAsked, dutyActsOpenTo } from '#domain/duty/may.ts';
import { handsOf } from '#domain/request/hands.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, defineAction, type Notice, pick } from '#runtime/handler.ts';
import { movedDutyLines, newDutyLines } from '#text/duty/card.ts';
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

/** @param unit its unit, where duties of several units stand beside each other */
export const openDuty = (duty: Duty, unit: string | null = null): Choice =>
  pick(showDutyAction, dutyLabel(duty, unit), { dutyId: duty.id });

type Given = Omit<DutyAsked, 'personId'>;

/** To those in whose hands a new duty is. */
export const newDutyNotices = (on: Given): readonly Notice[] => toHands(on, newDutyLines(on.directory, on.duty));

/** To those in whose hands it is, when its date was counted again. */
export const movedDutyNotices = (on: Given): readonly Notice[] => toHands(on, movedDutyLines(on.directory, on.duty));

const toHands = (on: Given, lines: readonly Line[]): readonly Notice[] =>
  handsOf(on.directory, on.duty, dateOf(on.now)).map((to) => ({
    to,
    class: 'urgent',
    say: { lines, choices: dutyChoices(to, on) },
  }));
