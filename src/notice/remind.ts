/** What buttons about reminders do. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';

export const MUTE_MODES = ['postpone', 'mute'] as const;
export type MuteMode = (typeof MUTE_MODES)[number];

/** Of one part, later: or silent for a while. */
export const muteAction = defineAction(
  'remind.mute',
  z.object({ mode: z.enum(MUTE_MODES), requestId: z.number(), partId: z.number().nullable() }),
);
/** The same of a duty. */
export const muteDutyAction = defineAction(
  'remind.mute_duty',
  z.object({ mode: z.enum(MUTE_MODES), dutyId: z.number() }),
);
export const listenDutyAction = defineAction('remind.listen_duty', z.object({ dutyId: z.number(), title: z.string() }));
export const listenAction = defineAction('remind.listen', z.object({ requestId: z.number(), code: z.string() }));

const matterSchema = z.union([
  z.object({ requestId: z.number(), partId: z.number() }),
  z.object({ dutyId: z.number() }),
]);
/** A part or a duty. */
export type MatterRef = z.infer<typeof matterSchema>;
/** What a message of reminders counts and does not list, in its order. */
export const restAction = defineAction(
  'remind.rest',
  /** `beyond`: how many more there are than those. */
  z.object({ matters: z.array(matterSchema), beyond: z.number().default(0) }),
);

export const hoursAction = defineAction('remind.hours', z.object({}));
export const personalAction = defineAction('remind.personal', z.object({ words: z.string() }));
export const removePersonalAction = defineAction('remind.remove', z.object({ id: z.number() }));
