/** `cli import FILE [--dry-run] [--partial]`: people, enterprises or indicators; nothing goes in unless all is right, or --partial. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { saveEnterprises } from '#db/enterprise.ts';
import { saveIndicators } from '#db/indicator.ts';
import { inviteIn } from '#db/invite.ts';
import { referenceStore } from '#db/reference.ts';
import { DAY, dateOf, type Millis } from '#domain/time.ts';
import { importTemplate } from '#src/documents/sheet/import-sheet.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { hashOfCode, newCode } from '#src/ids.ts';
import { IMPORT_KINDS, kindOf, MOST_ROWS, type ReadSheet, readSheet } from '#text/import/sheet.ts';
import { importTexts } from '#text/import/words.ts';
import { type Context, defineCommand, done, refuse } from './command.ts';
import { withData } from './database.ts';

const shape = {
  'dry-run': z.boolean().default(false),
  partial: z.boolean().default(false),
  rest: z.tuple([z.string()]),
};

/** As `cli invite` gives them. */
const CODE_DAYS = 7;

export const importCommand = defineCommand('FILE [--dry-run] [--partial]', shape, (context, args) =>
  withData(context, async (data) => {
    const { db, clock } = data;
    const now = clock.now();
    const sheet = await readXlsx(await readFile(resolve(args.rest[0])));
    if (sheet === null) return refuse(importTexts.unreadable);
    const kind = kindOf(sheet.headings);
    if (kind === null) return refuse(importTexts.unknown);
    if (sheet.rows.length === 0) return refuse(importTexts.empty(kind));
    if (sheet.rows.length > MOST_ROWS) return refuse(importTexts.tooMany(MOST_ROWS));
    const reference = await referenceStore(db).latest();
    const read = readSheet(kind, sheet.rows, { reference, day: dateOf(now) });
    const told = { kind, rows: read.rows, good: read.good.length, errors: read.faults };
    const lines = read.faults.map(importTexts.fault);
    if (read.faults.length > 0 && !args.partial)
      return refuse([...lines, importTexts.refused(read.faults.length)].join('\n'), told);
    if (args['dry-run']) return done(told, ...lines, importTexts.checked(read.good.length));
    const invited = await save(context, data, read, now);
    const codes = invited.map(({ name, code }) => importTexts.code(name, code));
    return done(
      { ...told, imported: read.good.length, ...(kind === 'people' ? { people: invited } : {}) },
      ...lines,
      importTexts.done(kind, read.good.length, read.faults.length),
      ...(codes.length === 0 ? [] : [importTexts.codes(now + CODE_DAYS * DAY), ...codes]),
    );
  }),
);

type Data = Parameters<Parameters<typeof withData>[1]>[0];
type Invited = { readonly row: number; readonly person: string; readonly name: string; readonly code: string };

/** All in one commit: a sheet is in whole, or not at all. */
const save = ({ config }: Context, { db }: Data, read: ReadSheet, now: Millis): Promise<readonly Invited[]> =>
  inTransaction(db, async (tx) => {
    const origin = { actorId: null, channel: 'cli', at: now };
    if (read.kind === 'enterprises') await saveEnterprises(tx, read.good, origin);
    if (read.kind === 'indicators') await saveIndicators(tx, read.good, origin, { reason: importTexts.reason });
    if (read.kind !== 'people') return [];
    const invited: Invited[] = [];
    for (const { row, ...person } of read.good) {
      const code = newCode();
      const found = await inviteIn(tx, {
        invitee: { kind: 'new', ...person },
        codeHash: hashOfCode(code),
        ...{ now, expiresAt: now + CODE_DAYS * DAY, onWeb: config.webChat, actorId: null, channel: 'cli' },
      });
      if (found !== null) invited.push({ row, person: found.key, name: found.name, code });
    }
    return invited;
  });

export const importTemplateCommand = defineCommand(
  '(people | enterprises | indicators) FILE',
  { rest: z.tuple([z.string(), z.string()]) },
  async (_context, { rest: [asked, file] }) => {
    const kind = IMPORT_KINDS.find((one) => one === asked);
    if (kind === undefined) return refuse(importTexts.noTemplate);
    await writeFile(resolve(file), await xlsxOf([importTemplate(kind)], 0));
    return done({ kind, file }, importTexts.templateMade(kind, file));
  },
);
