/** A sheet that was sent: read, judged by what this person may do, and, when he says so, imported. */
import { inTransaction } from '#db/client.ts';
import { importSheet } from '#db/directory/import.ts';
import { lockStream } from '#db/fact.ts';
import { readBytes, storedFile } from '#db/file.ts';
import { mayImportEnterprises, mayImportIndicators, mayImportPerson } from '#domain/directory/may-import.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { DAY, dateOf } from '#domain/time.ts';
import { pick } from '#runtime/handler.ts';
import { importTemplate } from '#src/documents/sheet/import-sheet.ts';
import { readXlsx } from '#src/documents/sheet/read-xlsx.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { newHashedCode } from '#src/ids.ts';
import { importCarried, importCarryAction, importChecked, importTemplateMade } from '#src/notice/import.ts';
import { peopleColumns } from '#text/import/people.ts';
import { kindOf, MOST_ROWS, type ReadSheet, readSheet } from '#text/import/sheet.ts';
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
  const read = await readFor(on, fileId);
  if (!read.ok) return read;
  const { kind, good, faults } = read.value;
  const label = faults.length === 0 ? chatTexts.importAll(good.length) : chatTexts.importGood(good.length);
  const choices = good.length === 0 ? [] : [[pick(importCarryAction, label, { fileId })]];
  const found =
    faults.length === 0 ? chatTexts.right(kind, good.length) : importTexts.refusedInChat(faults.length, good.length);
  return ok({ say: { lines: [...faultLines(faults), found], choices }, files: [] });
});

/** Read and judged again: since the check somebody may have imported the same. */
export const makeImport = producer(importCarried, async (on, { fileId }) => {
  const read = await readFor(on, fileId);
  if (!read.ok) return read;
  const { kind, good, faults } = read.value;
  const { personId, now } = on;
  const expiresAt = now + CODE_DAYS * DAY;
  const invited = await inTransaction(on.db, async (tx) => {
    await lockStream(tx, 'directory');
    return importSheet(tx, read.value, {
      origin: { actorId: personId, channel: 'import', at: now },
      ...{ reason: importTexts.reason, newCode: newHashedCode, expiresAt, onWeb: false },
    });
  });
  const codes = invited.map(({ name, code }) => importTexts.code(name, code));
  return ok({
    say: {
      lines: [
        importTexts.done(kind, good.length, faults.length),
        ...(codes.length === 0 ? [] : [importTexts.codes(expiresAt), ...codes]),
      ],
    },
    files: [],
  });
});

const readFor = async ({ db, reference, personId, now }: Making, fileId: number): Promise<Result<ReadSheet>> => {
  const file = await storedFile(db, fileId);
  if (file?.state !== 'stored') return refused('import.gone');
  const sheet = await readXlsx(await readBytes(db, fileId));
  if (sheet === null) return refused('import.unreadable');
  const kind = kindOf(sheet.headings);
  if (kind === null) return refused('import.unknown');
  if (sheet.rows.length === 0) return refused('import.empty', { kind });
  if (sheet.rows.length > MOST_ROWS) return refused('import.too_many', { most: MOST_ROWS });
  const { directory } = reference;
  const day = dateOf(now);
  if (kind === 'enterprises' && !mayImportEnterprises(directory, personId, day)) return refused('import.enterprises');
  if (kind === 'indicators' && !mayImportIndicators(directory, personId, day)) return refused('indicator.enter');
  const read = readSheet(kind, sheet.rows, { reference, day });
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
