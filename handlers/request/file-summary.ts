/** The summary of a complete draft: what would be sent, to whom and until when, and what may be done about it. */

import { updateForm } from '#db/chat/form.ts';
import { filesById } from '#db/file.ts';
import { askedBefore } from '#db/request/duplicates.ts';
import { isReached } from '#domain/directory/directory.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { answerEnd } from '#domain/request/clock.ts';
import { likelyDuplicates } from '#domain/request/duplicates.ts';
import { type Draft, file, urgencyMeeting } from '#domain/request/filing.ts';
import { outsideRegulation } from '#domain/request/parties.ts';
import { position } from '#forms/engine.ts';
import { gatheredFiles } from '#forms/fields.ts';
import { type Choice, type MemberTurn, type OpenForm, type Outcome, on, pick } from '#runtime/handler.ts';
import {
  draftUnitsAction,
  dropAction,
  editMenuAction,
  linkDraftAction,
  mergeDraftAction,
  raiseAction,
  sendAction,
  showAction,
  summaryAction,
  understoodAction,
} from '#src/notice/actions.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { key } from '#text/key.ts';
import { sayRefusal } from '#text/refusals.ts';
import { allUnitsLines, filingTexts, summaryLines } from '#text/request/filing.ts';
import { onPaperLine } from '#text/request/letter.ts';
import { texts } from '#text/request/screens.ts';
import { sentenceTexts, understoodWhole } from '#text/request/sentence.ts';
import { texts as runtimeTexts } from '#text/runtime.ts';
import { sentenceOf } from './among.ts';
import { draftOf, fileForm } from './file.form.ts';
import { type FileContext, fileContext } from './file-context.ts';
import { linksOf } from './file-links.ts';
import { understoodItems } from './sentence-lines.ts';

export const summary = async (turn: MemberTurn, open: OpenForm, known: FileContext): Promise<Outcome> => {
  const draft = draftOf(open.answers, known);
  const filed = file(known, draft);
  const form = open.id;
  const change = [pick(editMenuAction, texts.edit, { form }), pick(dropAction, texts.cancel, { form })];
  if (!filed.ok) return { say: [{ lines: sayRefusal(filed), choices: [change] }] };
  const [files, duplicates] = await Promise.all([
    filesById(turn.tx, gatheredFiles(open.answers, 'files').ids),
    duplicatesOf(turn, draft, known),
  ]);
  const links = linksOf(open.answers);
  const understood = understoodItems(open.answers, known).filter(({ words, meaning }) => key(words) !== key(meaning));
  const lines = summaryLines(known.reference, {
    draft,
    filed: filed.value,
    files: files.map(({ name, state }) => ({ name, failed: state === 'failed' })),
    outside: outsideRegulation(known.reference, draft.unitIds, known.day),
    duplicates,
    understood,
  });
  const choices = [
    [pick(sendAction, texts.send, { form }), ...change],
    raiseChoice(form, known, draft),
    sentenceOf(open.answers) === null ? [] : [pick(understoodAction, sentenceTexts.how, { form })],
    filed.value.parts.length > MOST_NAMED
      ? [pick(draftUnitsAction, filingTexts.allUnits(filed.value.parts.length), { form })]
      : [],
    ...duplicates.map(({ id: requestId, code }) =>
      duplicateChoices({ form, requestId, code, isLinked: links.includes(requestId) }),
    ),
  ];
  const linked = duplicates.filter(({ id }) => links.includes(id)).map(({ code }) => code);
  const related = linked.length === 0 ? [] : [filingTexts.linked(linked)];
  return { say: [{ lines: [...lines, ...related, ...onPaper(known, draft.unitIds)], choices }] };
};

type Duplicate = {
  readonly form: number;
  readonly requestId: number;
  readonly code: string;
  readonly isLinked: boolean;
};

const duplicateChoices = ({ form, requestId, code, isLinked }: Duplicate): readonly Choice[] => [
  pick(showAction, filingTexts.openDuplicate(code), { requestId }),
  ...(isLinked ? [] : [pick(linkDraftAction, filingTexts.link(code), { form, requestId })]),
  pick(mergeDraftAction, filingTexts.merge(code), { form, requestId }),
];

/** The filer knows before he sends that nobody of a unit will read it in chat. */
const onPaper = ({ reference: { directory }, day }: FileContext, unitIds: readonly number[]): readonly string[] => {
  const unreached = unitIds.filter((id) => !isReached(directory, id, day));
  return unreached.length === 0 ? [] : [onPaperLine(directory, unreached)];
};

/** The summary folds the names of more units than this. */
const MOST_NAMED = 5;

const duplicatesOf = async (turn: MemberTurn, draft: Draft, { unit, day, now }: FileContext) => {
  const scope = scopeOf(turn.reference.directory, turn.person.id, day);
  const before = await askedBefore(turn.tx, { ...draft, askingUnitId: unit.id }, scope, now);
  const plain = before.map((one) => ({ ...one, full: one.subject, subject: key(one.subject) }));
  return likelyDuplicates(key(draft.subject), plain).map(({ full, ...one }) => ({ ...one, subject: full }));
};

const raiseChoice = (form: number, known: FileContext, draft: Draft): readonly Choice[] => {
  const urgency = urgencyMeeting(known, draft);
  if (urgency === null) return [];
  const raised = file(known, { ...draft, urgency });
  const last = raised.ok ? raised.value.parts.toSorted((a, b) => b.due - a.due)[0] : undefined;
  const due = last === undefined ? '' : formatDue(answerEnd(last));
  return [pick(raiseAction, filingTexts.raise(urgency, due), { form, urgency })];
};

/** The person's own draft of this place, if it is still complete; null when it was sent, dropped or opened again. */
export const completeDraft = async (
  turn: MemberTurn,
  id: number,
): Promise<{ open: OpenForm; known: FileContext } | null> => {
  const open = turn.forms.find((form) => form.id === id);
  const known = await fileContext(turn);
  if (open === undefined || !known.ok || position(fileForm, open.answers, known.value) !== null) return null;
  return { open, known: known.value };
};

export const showSummary = on(summaryAction, async (turn, { form }) => {
  const found = await completeDraft(turn, form);
  return found === null ? { toast: runtimeTexts.stale } : summary(turn, found.open, found.known);
});

export const raise = on(raiseAction, async (turn, { form, urgency }) => {
  const found = await completeDraft(turn, form);
  if (found === null) return { toast: runtimeTexts.stale };
  const answers = { ...found.open.answers, urgency };
  turn.atEnd(() => updateForm(turn.tx, form, answers, turn.now));
  return summary(turn, { ...found.open, answers }, found.known);
});

export const draftUnits = on(draftUnitsAction, async (turn, { form }) => {
  const found = await completeDraft(turn, form);
  if (found === null) return { toast: runtimeTexts.stale };
  const { unitIds } = draftOf(found.open.answers, found.known);
  return {
    say: [
      {
        lines: allUnitsLines(found.known.reference.directory, unitIds),
        choices: [[pick(summaryAction, filingTexts.backToSummary, { form })]],
      },
    ],
  };
});

/** Xem cách hiểu. */
export const showUnderstood = on(understoodAction, async (turn, { form }) => {
  const found = await completeDraft(turn, form);
  const sentence = found === null ? null : sentenceOf(found.open.answers);
  if (found === null || sentence === null) return { toast: runtimeTexts.stale };
  return {
    say: [
      {
        lines: understoodWhole(sentence.text, understoodItems(found.open.answers, found.known)),
        choices: [
          [pick(summaryAction, filingTexts.backToSummary, { form }), pick(editMenuAction, texts.edit, { form })],
        ],
      },
    ],
  };
});
