/** The printable sheet of a request with its history (DO2). */

import { noteDocument } from '#db/directory/template.ts';
import { factsOf } from '#db/fact.ts';
import { streamOf } from '#db/request/write.ts';
import { homeUnitOf } from '#domain/directory/directory.ts';
import { insightInto } from '#domain/permission/insight.ts';
import { seenHistory } from '#domain/permission/seen-history.ts';
import { ok, type Result } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { DOCX, renderPaper } from '#src/documents/decree30/render.ts';
import { requestSheet } from '#src/documents/request-sheet.ts';
import { sheetProduction } from '#src/notice/productions.ts';
import { texts } from '#text/documents/sheet.ts';
import { type Made, type Making, producer } from './producer.ts';
import { onSeenDossier } from './seen-dossier.ts';
import { takeTemplate } from './template.ts';

const make = async (on: Making, requestId: number): Promise<Result<Made>> => {
  const { reference, personId, now } = on;
  const { directory } = reference;
  const paper = await onSeenDossier(on, requestId, async (tx, dossier) => {
    const [{ of, template, foot }, stored] = await Promise.all([
      takeTemplate(tx, 'phieu-yeu-cau', now),
      factsOf(tx, streamOf(requestId)),
    ]);
    await noteDocument(tx, { of, requestId, partId: null, personId, now });
    const insight = insightInto(directory, personId, dossier, dateOf(now));
    const facts = seenHistory(insight, dossier.parts, stored);
    const makerUnitId = homeUnitOf(directory, personId, dateOf(now))?.id ?? dossier.request.askingUnitId;
    const maker = directory.people.get(personId);
    if (maker === undefined) throw new Error(`there is no person ${personId}`);
    const sheet = requestSheet({ reference, dossier, facts, insight, maker, makerUnitId, now, template, foot });
    return ok({ sheet, code: dossier.request.code });
  });
  if (!paper.ok) return paper;
  const { sheet, code } = paper.value;
  const file = { name: texts.file(code), mime: DOCX, bytes: await renderPaper(sheet), picture: false };
  return ok({ say: { lines: [texts.made(code)] }, files: [file] });
};

export const requestSheetProducer = producer(sheetProduction, (on, { requestId }) => make(on, requestId));
