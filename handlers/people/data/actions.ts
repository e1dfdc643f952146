/** What the buttons about personal data do. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';

export const askDataAction = defineAction('data.ask', z.object({ kind: z.enum(['correct', 'delete']) }));
export const dataRequestsAction = defineAction('data.open', z.object({}));
export const handledAction = defineAction('data.handled', z.object({ id: z.number() }));
export const givePhoneAction = defineAction('data.phone', z.object({}));
export const withdrawPhoneAction = defineAction('data.phone_off', z.object({}));
