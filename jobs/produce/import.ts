/** A sheet that was sent: read, judged by what this person may do, and, when he says so, imported. */
import { inTransaction } from '#db/client.ts';
import { type Brought, importSheet } from '#db/directory/import.ts';
import { readReference } from '#db/directory/reference.ts';
import { lockStream } from '#db/fact.ts';
import { readBytes, storedFile } from '#db/file.ts';
import { mayImportEnterprises, mayImportIndicators, mayImportPerson } from '#domain/directory/may-import.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { DAY, dateOf } from '#domain/time.ts';
import { pick } from '#runtime/handler.ts';
import { importTemplate } from '#src/documents/sheet/import-sheet.ts';
import { type ReadBook, readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { newHashedCode } from '#src/ids.ts';
import { importCarried, importCarryAction, importChecked, importTemplateMade } from '#src/notice/import.ts';
import { peopleColumns } from '#text/import/people.ts';
import { headingFaults, type ImportKind, kindOf, MOST_ROWS, type ReadSheet, readSheet } from '#text/import/sheet.ts';
import { chatTexts, faultLines, importTexts, kindWords } from '#text/import/words.ts';
import { type Making, producer } from './producer.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** As an invitation given by itself. */
const CODE_DAYS = 7;

export const makeImportTemplate = producer(importTemplateMade, async ({ now }, { kind }) => {
  const bytes = await xlsxOf([importTemplate(kind)], now);
  const file = { name: `bang-mau-${kind}.xlsx`, mime: XLSX, bytes, picture: false };
  return ok({ say: { lines: [chatTexts.templateMade(kindWords[kind])] }, files: [file] });
});

export const makeImportCheck = producer(importChecked, async (on, { fileId }) => {
  const sheet = await sheetIn(on, fileId);
  const read = sheet.ok ? judged(on, on.reference, sheet.value) : sheet;
  if (!read.ok) return read;
  const { kind, good, faults } = read.value;
  const label = faults.length === 0 ? chatTexts.importAll(good.length) : chatTexts.importGood(good.length);
  const choices = good.length === 0 ? [] : [[pick(importCarryAction, label, { fileId })]];
  const found =
    faults.length === 0 ? chatTexts.right(kind, good.length) : importTexts.refusedInChat(faults.length, good.length);
  return ok({ say: { lines: [...faultLines(faults), found], choices }, files: [] });
});

/** Judged again under the lock, on what is there by then: somebody may be importing the same at this moment. */
export const makeImport = producer(importCarried, async (on, { fileId }) => {
  const sheet = await sheetIn(on, fileId);
  if (!sheet.ok) return sheet;
  const { personId, now } = on;
  const expiresAt = now + CODE_DAYS * DAY;
  return inTransaction(on.db, async (tx) => {
    await lockStream(tx, 'directory');
    const read = judged(on, await readReference(tx), sheet.value);
    if (!read.ok) return read;
    const brought = await importSheet(tx, read.value, {
      origin: { actorId: personId, channel: 'import', at: now },
      ...{ reason: importTexts.reason, newCode: newHashedCode, expiresAt, onWeb: false },
    });
    return ok({ say: { lines: broughtLines(read.value, brought, expiresAt) }, files: [] });
  });
});

const broughtLines = ({ kind, good, faults }: ReadSheet, { people, changed }: Brought, expiresAt: number) => {
  if (good.length === 0) return [...faultLines(faults), importTexts.nothing(faults.length)];
  const codes = people.map(({ name, code }) => importTexts.code(name, code));
  const news = changed === 0 ? importTexts.known : importTexts.changed(changed);
  return [
    importTexts.done(kind, good.length, faults.length),
    ...(kind === 'people' ? [] : [news]),
    ...(codes.length === 0 ? [] : [importTexts.codes(expiresAt), ...codes]),
  ];
};

type KindedBook = ReadBook & { readonly kind: ImportKind };

const sheetIn = async ({ db }: Making, fileId: number): Promise<Result<KindedBook>> => {
  const file = await storedFile(db, fileId);
  if (file?.state !== 'stored') return refused('import.gone');
  const sheet = await readXlsx(await readBytes(db, fileId));
  if (typeof sheet === 'string') return refused(`import.${sheet}`);
  const kind = kindOf(sheet.headings);
  if (kind === null) return refused('import.unknown');
  const { missing, twice } = headingFaults(kind, sheet.headings);
  if (missing.length + twice.length > 0) {
    return refused('import.columns', { missing: missing.join(', '), twice: twice.join(', ') });
  }
  if (sheet.rows.length === 0) return refused('import.empty', { kind });
  if (sheet.rows.length > MOST_ROWS) return refused('import.too_many', { most: MOST_ROWS });
  return ok({ ...sheet, kind });
};

const judged = ({ personId, now }: Making, reference: Reference, { kind, rows }: KindedBook): Result<ReadSheet> => {
  const { directory } = reference;
  const day = dateOf(now);
  if (kind === 'enterprises' && !mayImportEnterprises(directory, personId, day)) return refused('import.enterprises');
  if (kind === 'indicators' && !mayImportIndicators(directory, personId, day)) return refused('indicator.enter');
  const read = readSheet(kind, rows, { reference, day });
  if (read.kind !== 'people') return ok(read);
  // Each is judged by his own place, as if he were invited by himself.
  const beyond = read.good.filter((one) => !mayImportPerson(directory, personId, one, day));
  const faults = beyond.map(({ row }) => ({ row, column: peopleColumns.role, words: chatTexts.beyond }));
  return ok({
    ...read,
    good: read.good.filter((one) => !beyond.includes(one)),
    faults: [...read.faults, ...faults].toSorted((a, b) => a.row - b.row),
  });
};
