/** Drafts of letters about a request (DO1, DO4). */
import { noteDocument } from '#db/directory/template.ts';
import { mayDraft } from '#domain/permission/letter.ts';
import { ok, refused } from '#domain/result.ts';
import { DOCX, renderPaper } from '#src/documents/decree30/render.ts';
import { LETTER_TEMPLATES, letterPaper } from '#src/documents/letter.ts';
import { letterProduction } from '#src/notice/productions.ts';
import { letterNames, texts } from '#text/documents/letters.ts';
import { producer } from './producer.ts';
import { onSeenDossier } from './seen-dossier.ts';
import { takeTemplate } from './template.ts';

export const letterProducer = producer(letterProduction, async (on, { letter, requestId, partId }) => {
  const { reference, personId, now } = on;
  const draft = await onSeenDossier(on, requestId, async (tx, dossier) => {
    const part = dossier.parts.find((one) => one.id === partId) ?? null;
    if (partId !== null && part === null) return refused('request.unknown');
    const allowed = mayDraft(letter, { reference, personId, dossier, part, now });
    if (!allowed.ok) return allowed;
    const { of, template, foot } = await takeTemplate(tx, LETTER_TEMPLATES[letter], now);
    await noteDocument(tx, { of, requestId, partId, personId, now });
    const paper = letterPaper({ letter, reference, dossier, part, now, template, foot });
    return ok({ paper, code: dossier.request.code });
  });
  if (!draft.ok) return draft;
  const { paper, code } = draft.value;
  const file = { name: texts.file(letter, code), mime: DOCX, bytes: await renderPaper(paper), picture: false };
  return ok({ say: { lines: [texts.made(letterNames[letter])] }, files: [file] });
});
