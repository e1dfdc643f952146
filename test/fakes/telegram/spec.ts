/**
 * The published method list, where it lies beside the project: every call is then checked against all of it. It is
 * data for checking and no part of the project; without it the fake's own table is used.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { OUR_SCHEMA, type Schema } from './schema.ts';

const field = z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean() });
const list = z.object({
  methods: z.record(z.string(), z.object({ fields: z.array(field).default([]) })),
  types: z.record(
    z.string(),
    z.object({ fields: z.array(field).default([]), subtypes: z.array(z.string()).default([]) }),
  ),
});

const FILE = new URL('../../../../shared/reference/telegram-bot-api.json', import.meta.url);

/** Read once in a process: it is large. */
let loaded: Schema | undefined;

export const fullSchema = (): Schema => {
  loaded ??= existsSync(FILE) ? read() : OUR_SCHEMA;
  return loaded;
};

const read = (): Schema => {
  const { methods, types } = list.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  return {
    methods: new Map(Object.entries(methods).map(([name, method]) => [name, method.fields])),
    types: new Map(Object.entries(types)),
  };
};
