/** Drafts of letters about a request (DO1, DO4). */
import { noteDocument } from '#db/directory/template.ts';
import { mayDraft, senderOf } from '#domain/permission/letter.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { DOCX, renderPaper } from '#src/documents/decree30/render.ts';
import { LETTER_TEMPLATES, letterPaper } from '#src/documents/letter.ts';
import { letterProduction } from '#src/notice/productions.ts';
import { letterNames, texts } from '#text/documents/letters.ts';
import { signatoryOf, signerTexts } from '#text/documents/signers.ts';
import { producer } from './producer.ts';
import { onSeenDossier } from './seen-dossier.ts';
import { takeTemplate } from './template.ts';

export const letterProducer = producer(letterProduction, async (on, { letter, requestId, partId, signerId }) => {
  const { reference, personId, now } = on;
  const draft = await onSeenDossier(on, requestId, async (tx, dossier) => {
    const part = dossier.parts.find((one) => one.id === partId) ?? null;
    if (partId !== null && part === null) return refused('request.unknown');
    const allowed = mayDraft(letter, { reference, personId, dossier, part, now });
    if (!allowed.ok) return allowed;
    const { of, template, foot } = await takeTemplate(tx, LETTER_TEMPLATES[letter], now);
    await noteDocument(tx, { of, requestId, partId, personId, now });
    // An answer is signed by whoever approved it, unless somebody else is chosen.
    const approver = letter === 'answer' && part?.draft === null ? part.answer?.decidedBy : null;
    const chosen = signerId === undefined ? (approver ?? undefined) : signerId;
    const from = senderOf(letter, dossier, part);
    const signatory = signatoryOf(reference.directory, from, dateOf(now), chosen);
    const paper = letterPaper({ letter, reference, dossier, part, signatory, now, template, foot });
    return ok({ paper, code: dossier.request.code, signatory });
  });
  if (!draft.ok) return draft;
  const { paper, code, signatory } = draft.value;
  const file = { name: texts.file(letter, code), mime: DOCX, bytes: await renderPaper(paper), picture: false };
  return ok({ say: { lines: [texts.made(letterNames[letter]), signerTexts.line(signatory)] }, files: [file] });
});
