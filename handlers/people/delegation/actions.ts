/** What the buttons of /uyquyen do. */
import { z } from 'zod';
import { defineAction } from '#runtime/handler.ts';

export const delegateAction = defineAction('delegate.open', z.object({}));
export const endDelegationAction = defineAction('delegate.end', z.object({ id: z.number() }));
