/** What is asked for in a chat and made by a job. */
import { z } from 'zod';
import { LETTERS } from '#domain/permission/letter.ts';
import { defineProduction } from '#runtime/production.ts';

/** Who was chosen to sign: nobody (the head does), a person, or null for a name left blank. */
export const signerId = z.number().int().nullable().optional();

export const sheetProduction = defineProduction('request_sheet', z.object({ requestId: z.number() }));

export const letterProduction = defineProduction(
  'letter',
  z.object({ letter: z.enum(LETTERS), requestId: z.number(), partId: z.number().nullable(), signerId }),
);
