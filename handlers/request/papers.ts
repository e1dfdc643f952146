/** Papers about a request: its sheet with the history, and drafts of the letters that a side sends. */
import { lettersOpenTo, mayDraft, senderOf } from '#domain/permission/letter.ts';
import { refused } from '#domain/result.ts';
import { signerChoices, signerLines } from '#handlers/signers.ts';
import { on, pick } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import { letterAction, letterSignersAction, lettersAction, sheetAction, showAction } from '#src/notice/actions.ts';
import { letterProduction, sheetProduction } from '#src/notice/productions.ts';
import { letterNames, texts as letterTexts } from '#text/documents/letters.ts';
import { texts as sheetTexts } from '#text/documents/sheet.ts';
import { signerTexts } from '#text/documents/signers.ts';
import { sayRefusal } from '#text/refusals.ts';
import { unitLabel } from '#text/request/card.ts';
import { texts } from '#text/request/screens.ts';
import { loadVisible } from './card.ts';

export const sheet = on(sheetAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  return {
    toast: sheetTexts.making(found.value.request.code),
    produce: [ask(sheetProduction, { requestId })],
    inPrivate: true,
  };
});

export const letters = on(lettersAction, async (turn, { requestId, signerId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const { reference, person, now } = turn;
  const open = lettersOpenTo({ reference, personId: person.id, dossier: found.value, now });
  if (open.length === 0) return { toast: letterTexts.none };
  const choices = open.map(({ letter, part }) => {
    const unit = part === null ? '' : ` · ${unitLabel(reference.directory, part.unitId)}`;
    const asked = { letter, requestId, partId: part?.id ?? null, signerId };
    return [pick(letterAction, `${letterNames[letter]}${unit}`, asked)];
  });
  const more = [
    pick(letterSignersAction, signerTexts.choose, { requestId }),
    pick(showAction, texts.open, { requestId }),
  ];
  const signed = open.map(({ letter, part }) => senderOf(letter, found.value, part));
  const chosen = signerId === undefined ? [] : signerLines(turn, [...new Set(signed)], signerId);
  const lines = [letterTexts.which(found.value.request.code), ...chosen];
  return { say: [{ lines, choices: [...choices, more] }], inPrivate: true };
});

export const letterSigners = on(letterSignersAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const { reference, person, now } = turn;
  const open = lettersOpenTo({ reference, personId: person.id, dossier: found.value, now });
  if (open.length === 0) return { toast: letterTexts.none };
  const from = new Set(open.map(({ letter, part }) => senderOf(letter, found.value, part)));
  const choices = signerChoices(turn, [...from], (label, signerId) =>
    pick(lettersAction, label, { requestId, signerId }),
  );
  return { say: [{ lines: [signerTexts.which], choices }], inPrivate: true };
});

export const letter = on(letterAction, async (turn, { letter, requestId, partId, signerId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const part = found.value.parts.find((one) => one.id === partId) ?? null;
  const { reference, person, now } = turn;
  const allowed =
    partId !== null && part === null
      ? refused('request.unknown')
      : mayDraft(letter, { reference, personId: person.id, dossier: found.value, part, now });
  if (!allowed.ok) return { toast: sayRefusal(allowed).join(' ') };
  return {
    toast: letterTexts.making,
    produce: [ask(letterProduction, { letter, requestId, partId, signerId })],
    inPrivate: true,
  };
});
