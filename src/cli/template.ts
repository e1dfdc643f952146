/** `cli template`: texts of generated documents, their versions, and a new one. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { addVersion, templateUses, versions } from '#db/directory/template.ts';
import { isTemplateCode, parseTemplate, TEMPLATES, type TemplateCode } from '#domain/document/template.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { texts } from '#text/cli.ts';
import { firstTemplates } from '#text/documents/templates.ts';
import { type Context, defineCommand, done, refuseBy } from './command.ts';
import { withData } from './database.ts';

// Object.keys forgets the names' type.
const CODES = Object.keys(TEMPLATES) as TemplateCode[];

export const templateList = defineCommand('', {}, (context) =>
  withData(context, async ({ db }) => {
    const uses = await templateUses(db);
    const rows = CODES.map((code) => {
      const own = uses.filter((use) => use.code === code);
      const made = own.reduce((sum, use) => sum + use.made, 0);
      return { code, version: own.at(-1)?.version ?? 1, made };
    });
    return done(rows, ...rows.map(texts.templateLine));
  }),
);

export const templateShow = defineCommand(
  'CODE [--version N]',
  { rest: z.tuple([z.string()]), version: z.string().optional() },
  (context, { rest: [asked], version }) =>
    withData(context, async ({ db }) => {
      const code = codeOf(asked);
      if (!code.ok) return refuseBy(code);
      const kept = await inTransaction(db, (tx) => versions(tx, code.value));
      const all = kept.length > 0 ? kept : [{ code: code.value, version: 1, text: firstTemplates[code.value] }];
      const found = version === undefined ? all[0] : all.find((one) => String(one.version) === version);
      if (found === undefined) return refuseBy(refused('template.version', { code: asked, version: version ?? '' }));
      const { words, blocks } = TEMPLATES[code.value];
      const names = [...words, ...blocks];
      return done({ code: found.code, version: found.version, text: found.text, names }, found.text);
    }),
);

export const templateSet = defineCommand(
  'CODE [--file FILE]',
  { rest: z.tuple([z.string()]), file: z.string().optional() },
  async (context, { rest: [asked], file }) => {
    const code = codeOf(asked);
    if (!code.ok) return refuseBy(code);
    const text = (await textOf(context, file)).normalize('NFC').trim();
    const parsed = parseTemplate(code.value, text);
    if (!parsed.ok) return refuseBy(parsed);
    return withData(context, async ({ db, clock }) => {
      const change = { code: code.value, text, first: firstTemplates[code.value], channel: 'cli', now: clock.now() };
      const version = await inTransaction(db, (tx) => addVersion(tx, change));
      if (version === null) return refuseBy(refused('template.same', { code: asked }));
      return done({ code: asked, version }, texts.templateSet(asked, version));
    });
  },
);

const codeOf = (asked: string): Result<TemplateCode> =>
  isTemplateCode(asked) ? ok(asked) : refused('template.unknown', { code: asked, codes: CODES.join(', ') });

/** The file, or standard input. */
const textOf = async ({ input }: Context, file: string | undefined): Promise<string> => {
  if (file !== undefined) return readFile(file, 'utf8');
  const lines: string[] = [];
  for await (const line of input()) lines.push(line);
  return lines.join('\n');
};
