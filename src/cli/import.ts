/** `cli import FILE [--dry-run] [--partial]`: indicators from a spreadsheet; nothing goes in unless all is right, or --partial. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { saveIndicators } from '#db/indicator.ts';
import { referenceStore } from '#db/reference.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import { columns, importTexts, indicatorIn, type ReadIndicator, type RowFault } from '#text/indicator/import.ts';
import { defineCommand, done, refuse } from './command.ts';
import { withData } from './database.ts';

const shape = {
  'dry-run': z.boolean().default(false),
  partial: z.boolean().default(false),
  rest: z.tuple([z.string()]),
};

export const importCommand = defineCommand('FILE [--dry-run] [--partial]', shape, (context, args) =>
  withData(context, async ({ db, clock }) => {
    const rows = await readXlsx(await readFile(resolve(args.rest[0])));
    if (rows === null) return refuse(importTexts.unreadable);
    if (rows.length === 0) return refuse(importTexts.empty(Object.values(columns).join(', ')));
    const reference = await referenceStore(db).latest();
    const read = rows.map((row) => indicatorIn(reference, row));
    const faults = read.flatMap((one): readonly RowFault[] => ('code' in one ? [] : one));
    const values = read.filter((one): one is ReadIndicator => 'code' in one);
    const told = { rows: rows.length, good: values.length, errors: faults };
    const lines = faults.map(importTexts.fault);
    if (faults.length > 0 && !args.partial)
      return refuse([...lines, importTexts.refused(faults.length)].join('\n'), told);
    if (args['dry-run']) return done(told, ...lines, importTexts.checked(values.length));
    const origin = { actorId: null, channel: 'cli', at: clock.now() };
    await inTransaction(db, (tx) => saveIndicators(tx, values, origin, { reason: importTexts.reason }));
    return done({ ...told, imported: values.length }, ...lines, importTexts.done(values.length, faults.length));
  }),
);
