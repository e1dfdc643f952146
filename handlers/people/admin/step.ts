/** A change as proposals keep it: read back with the same shape it was written in. */
import { z } from 'zod';
import { DAY_KINDS } from '#domain/calendar/calendar.ts';
import { ALIAS_KINDS } from '#domain/directory/alias.ts';
import { ROLES } from '#domain/directory/invitation.ts';
import type { Step } from '#domain/directory/step.ts';

const personId = z.number();
const place = { unitId: z.number(), role: z.enum(ROLES) };

export const stepSchema: z.ZodType<Step> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invite_new'), name: z.string(), title: z.string(), ...place }),
  z.object({ kind: z.literal('invite_again'), personId }),
  z.object({
    kind: z.literal('correct'),
    personId,
    name: z.string(),
    title: z.string(),
    gender: z.enum(['nam', 'nu']).nullable(),
  }),
  z.object({ kind: z.literal('add_role'), personId, ...place, from: z.string() }),
  z.object({ kind: z.literal('end_role'), personId, ...place, lastDay: z.string() }),
  z.object({ kind: z.literal('move'), personId, fromUnitId: z.number(), ...place, from: z.string() }),
  z.object({ kind: z.literal('set_day'), date: z.string(), day: z.enum(DAY_KINDS), reason: z.string() }),
  z.object({ kind: z.literal('drop_day'), date: z.string() }),
  z.object({ kind: z.literal('confirm_year'), year: z.number() }),
  z.object({
    kind: z.enum(['add_alias', 'drop_alias']),
    target: z.object({ kind: z.enum(ALIAS_KINDS), subject: z.string() }),
    name: z.string(),
    of: z.string(),
  }),
  z.object({ kind: z.enum(['ban', 'unban', 'confirm_account']), personId, accountId: z.number() }),
]);
