/** What buttons about forms do: pick an option, answer a question again, go on with a draft set aside. */
import { z } from 'zod';
import type { Json } from '#forms/define.ts';
import { texts } from '#text/form.ts';
import { defineAction, pick, type Say } from './handler.ts';

const json: z.ZodType<Json> = z.json();

/** Picks an offered option of a question. */
export const formPick = defineAction('form.pick', z.object({ form: z.number(), key: z.string(), value: json }));
/** Asks one answered question again. */
export const formEdit = defineAction('form.edit', z.object({ form: z.number(), key: z.string() }));
/** Goes on with a form that was set aside. */
export const formResume = defineAction('form.resume', z.object({ form: z.number() }));

/** A draft that was set aside, to be gone on with by a tap. */
export const offerResume = (aside: { readonly id: number; readonly formId: string }): Say => ({
  lines: [texts.setAside(texts.title(aside.formId))],
  choices: [[pick(formResume, texts.resume, { form: aside.id })]],
});
