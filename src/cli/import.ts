/** `cli import FILE [--dry-run] [--partial]`: people, enterprises or indicators; nothing goes in unless all is right, or --partial. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { importSheet } from '#db/directory/import.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { DAY, dateOf } from '#domain/time.ts';
import { importTemplate } from '#src/documents/sheet/import-sheet.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { newHashedCode } from '#src/ids.ts';
import { headingFaults, IMPORT_KINDS, kindOf, MOST_ROWS, type ReadSheet, readSheet } from '#text/import/sheet.ts';
import { importTexts } from '#text/import/words.ts';
import { defineCommand, done, refuse } from './command.ts';
import { withData } from './database.ts';

const shape = {
  'dry-run': z.boolean().default(false),
  partial: z.boolean().default(false),
  rest: z.tuple([z.string()]),
};

/** As `cli invite` gives them. */
const CODE_DAYS = 7;

export const importCommand = defineCommand('FILE [--dry-run] [--partial]', shape, (context, args) =>
  withData(context, async ({ db, clock }) => {
    const now = clock.now();
    const read = await readFor(args.rest[0], { reference: await referenceStore(db).latest(), day: dateOf(now) });
    if (typeof read === 'string') return refuse(read);
    const { kind, good, faults, rows } = read;
    const told = { kind, rows, good: good.length, errors: faults };
    const lines = faults.map(importTexts.fault);
    if (faults.length > 0 && !args.partial)
      return refuse([...lines, importTexts.refused(faults.length)].join('\n'), told);
    if (args['dry-run']) return done(told, ...lines, importTexts.checked(good.length));
    const expiresAt = now + CODE_DAYS * DAY;
    const { people } = await inTransaction(db, (tx) =>
      importSheet(tx, read, {
        origin: { actorId: null, channel: 'cli', at: now },
        ...{ reason: importTexts.reason, newCode: newHashedCode, expiresAt, onWeb: context.config.webChat },
      }),
    );
    const codes = people.map(({ name, code }) => importTexts.code(name, code));
    return done(
      { ...told, imported: good.length, ...(kind === 'people' ? { people } : {}) },
      ...lines,
      importTexts.done(kind, good.length, faults.length),
      ...(codes.length === 0 ? [] : [importTexts.codes(expiresAt), ...codes]),
    );
  }),
);

/** @returns a sentence where nothing of the file can be read */
const readFor = async (file: string, on: Parameters<typeof readSheet>[2]): Promise<ReadSheet | string> => {
  const sheet = await readXlsx(await readFile(resolve(file)));
  if (sheet === 'unreadable') return importTexts.unreadable;
  if (sheet === 'too_big') return importTexts.tooBig;
  const kind = kindOf(sheet.headings);
  if (kind === null) return importTexts.unknown;
  const { missing, twice } = headingFaults(kind, sheet.headings);
  if (missing.length + twice.length > 0) return importTexts.columns(missing.join(', '), twice.join(', '));
  if (sheet.rows.length === 0) return importTexts.empty(kind);
  return sheet.rows.length > MOST_ROWS ? importTexts.tooMany(MOST_ROWS) : readSheet(kind, sheet.rows, on);
};

export const importTemplateCommand = defineCommand(
  '(people | enterprises | indicators) FILE',
  { rest: z.tuple([z.string(), z.string()]) },
  async (_context, { rest: [asked, file] }) => {
    const kind = IMPORT_KINDS.find((one) => one === asked);
    if (kind === undefined) return refuse(importTexts.noTemplate(IMPORT_KINDS));
    await writeFile(resolve(file), await xlsxOf([importTemplate(kind)], 0));
    return done({ kind, file }, importTexts.templateMade(kind, file));
  },
);
