/** What becomes of a likely duplicate: the new request is linked to it, or joins it instead of being sent. */

import { updateForm } from '#db/chat/form.ts';
import { attachFiles, filesById } from '#db/file.ts';
import { actsOpenTo } from '#domain/permission/may.ts';
import { exchange } from '#domain/request/decide/share.ts';
import { refused } from '#domain/result.ts';
import type { Answers } from '#forms/define.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { fileFault } from '#handlers/file-fault.ts';
import { type MemberTurn, type Notice, on, pick } from '#runtime/handler.ts';
import { linkDraftAction, mergeDraftAction, showAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { filingTexts } from '#text/request/filing.ts';
import { texts } from '#text/request/screens.ts';
import { texts as runtimeTexts } from '#text/runtime.ts';
import { loadVisible } from './card.ts';
import { draftOf } from './file.form.ts';
import { linksOf } from './file-links.ts';
import { completeDraft, summary } from './file-summary.ts';
import { commitDecision, prepare, refuse } from './perform.ts';

/** Liên kết. */
export const linkDraft = on(linkDraftAction, async (turn, { form, requestId }) => {
  const found = await completeDraft(turn, form);
  if (found === null) return { toast: runtimeTexts.stale };
  const other = await loadVisible(turn, { id: requestId });
  if (!other.ok) return refuse(other);
  const answers: Answers = { ...found.open.answers, links: [...new Set([...linksOf(found.open.answers), requestId])] };
  turn.atEnd(() => updateForm(turn.tx, form, answers, turn.now));
  return summary(turn, { ...found.open, answers }, found.known);
});

/** Gộp: what the draft says goes to the parts of the request that is there, its files to the request; the draft ends. */
export const mergeDraft = on(mergeDraftAction, async (turn, { form, requestId }) => {
  const found = await completeDraft(turn, form);
  if (found === null) return { toast: runtimeTexts.stale };
  const { answers } = found.open;
  const fileIds = gatheredFiles(answers, 'files').ids;
  const fault = fileFault(await filesById(turn.tx, fileIds));
  if (fault !== null) return refuse(fault);
  const other = await loadVisible(turn, { id: requestId });
  if (!other.ok) return refuse(other);
  const { code } = other.value.request;
  const draft = draftOf(answers, found.known);
  const words = [draft.subject, draft.content].filter((text) => text !== '').join('\n');
  const notices = await tellParts(turn, requestId, words);
  if (notices === null) return { say: [{ lines: sayRefusal(refused('file.no_merge', { code })) }] };
  await attachFiles(turn.tx, requestId, fileIds, {});
  return {
    say: [{ lines: filingTexts.merged(code), choices: [[pick(showAction, texts.open, { requestId })]] }],
    notices,
    form: { kind: 'end', id: form },
  };
});

/** @returns null when this person may write to no part of it */
const tellParts = async (turn: MemberTurn, requestId: number, words: string): Promise<readonly Notice[] | null> => {
  const { reference, now, person } = turn;
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return null;
  const dossier = found.value;
  const open = dossier.parts.filter((part) =>
    actsOpenTo({ reference, personId: person.id, dossier, part, now }).includes('exchange'),
  );
  const notices: Notice[] = [];
  for (const { id: partId } of open) {
    const ready = await prepare(turn, { act: 'exchange', requestId, partId });
    if (!ready.ok || ready.value.part === null) continue;
    const decision = exchange(ready.value.part, { words, fileIds: [] });
    const done = await commitDecision(turn, { act: 'exchange', words }, ready.value, decision);
    notices.push(...(done.notices ?? []));
  }
  return open.length === 0 ? null : notices;
};
