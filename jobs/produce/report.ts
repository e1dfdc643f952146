/** The report of a regulation and a period, with its annex (ST2, ST7, MA9). */
import type { z } from 'zod';
import { inTransaction } from '#db/client.ts';
import { noteDocument } from '#db/directory/template.ts';
import { openFindings } from '#db/duty/list.ts';
import { readNotes } from '#db/report/note.ts';
import { readReport } from '#db/report/report.ts';
import { coordinatorsOf } from '#domain/directory/directory.ts';
import { canSeeDuty } from '#domain/duty/may.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { notesWithin } from '#domain/report/note.ts';
import { findReport, reportingUnit, within } from '#domain/report/report.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { DOCX, renderPaper } from '#src/documents/decree30/render.ts';
import { type Report, reportPaper } from '#src/documents/report.ts';
import { reportSheets } from '#src/documents/sheet/report-sheet.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { reportProduction } from '#src/notice/report.ts';
import { signatoryOf, signerTexts } from '#text/documents/signers.ts';
import { fileStem } from '#text/report/paper.ts';
import { reviewTitle, texts } from '#text/report/screen.ts';
import { type Made, type Making, producer } from './producer.ts';
import { takeTemplate } from './template.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Wanted = z.infer<typeof reportProduction.params>;

const make = async (on: Making, { isBrief, signerId, ...key }: Wanted): Promise<Result<Made>> => {
  const { reference, personId, now } = on;
  const { directory } = reference;
  const day = dateOf(now);
  const found = findReport(reference, personId, key, day);
  if (!found.ok) return found;
  // Of the whole regulation, into a group: asked again, since between order and making somebody else may be coordinator.
  if (isBrief && !coordinatorsOf(directory, day).includes(personId)) return refused('report.scope');
  const { period, regulation, scope } = found.value;
  const { report, template, foot } = await inTransaction(on.db, async (tx) => {
    const figures = await readReport(tx, key, now);
    const [notes, duties, taken] = [
      await readNotes(tx, key),
      await openFindings(tx),
      await takeTemplate(tx, 'bao-cao', now),
    ];
    await noteDocument(tx, { of: taken.of, requestId: null, partId: null, personId, now });
    const unitId = reportingUnit(directory, personId, scope, day);
    const sees = scopeOf(directory, personId, day);
    const report: Report = {
      ...{ reference, regulation, period, now, isBrief },
      figures: within(scope, figures),
      notes: notesWithin(scope, notes),
      findings: duties.filter((duty) => canSeeDuty(sees, duty)),
      unitId,
      signatory: signatoryOf(directory, unitId, day, signerId),
    };
    return { report, ...taken };
  });
  const stem = fileStem(period);
  const docx = await renderPaper(reportPaper(report, template, foot));
  const xlsx = await xlsxOf(reportSheets(report), now);
  const title = reviewTitle(period);
  return ok({
    say: { lines: [isBrief ? texts.madeForGroup(title) : texts.made(title), signerTexts.line(report.signatory)] },
    files: [
      { name: `${stem}.docx`, mime: DOCX, bytes: docx, picture: false },
      { name: `${stem}.xlsx`, mime: XLSX, bytes: xlsx, picture: false },
    ],
  });
};

export const reportProducer = producer(reportProduction, make);
