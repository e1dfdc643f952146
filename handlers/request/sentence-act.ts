/** An act ordered beside a code: done on the part that this person may do it on; else the card, which says what he may. */
import { may } from '#domain/permission/may.ts';
import { ACTS, type ActName } from '#domain/request/acts.ts';
import type { Refusal } from '#domain/result.ts';
import { actIn, isOrder } from '#reading/act.ts';
import type { Intent } from '#reading/intent/intent.ts';
import type { Understood } from '#reading/understand.ts';
import type { MemberTurn, Outcome } from '#runtime/handler.ts';
import { sayRefusal } from '#text/refusals.ts';
import { sentenceTexts } from '#text/request/sentence.ts';
import { startAct } from './act.ts';
import { loadVisible, sayCard } from './card.ts';
import { answersSaid } from './sentence-answers.ts';

const OF_INTENT: Readonly<Partial<Record<Intent, ActName>>> = {
  receive: 'receive',
  answer: 'answer',
  extend: 'ask_extension',
};

/** The act that the words order; null: the request is only spoken of. */
export const actSaid = (text: string, { intent }: Understood): ActName | null =>
  actIn(text) ?? (isOrder(text) ? (OF_INTENT[intent] ?? null) : null);

type Wanted = { readonly act: ActName; readonly code: string; readonly text: string; readonly read: Understood };

export const actByCode = async (turn: MemberTurn, { act, code, text, read }: Wanted): Promise<Outcome> => {
  const found = await loadVisible(turn, { code });
  if (!found.ok) return { say: [{ lines: sayRefusal(found) }], inPrivate: true };
  const dossier = found.value;
  const asked = { reference: turn.reference, personId: turn.person.id, dossier, now: turn.now };
  const subjects = ACTS[act].subject === 'request' ? [null] : dossier.parts;
  const tried = subjects.map((part) => ({ part, allowed: may(act, { ...asked, part }) }));
  const open = tried.filter(({ allowed }) => allowed.ok);
  const [only] = open;
  // A card is for one person's eyes; so is what is done from it.
  if (only !== undefined && open.length === 1 && turn.place === 'private') {
    const context = { reference: turn.reference, act, dossier, part: only.part, now: turn.now };
    const subject = { act, requestId: dossier.request.id, partId: only.part?.id ?? null };
    return startAct(turn, subject, answersSaid(context, text, read));
  }
  const card = { ...(await sayCard(turn, dossier)), inPlace: false };
  const several = open.length > 1 ? [sentenceTexts.several] : [];
  const said = open.length === 0 ? refusalLines(tried) : several;
  return { say: [...(said.length === 0 ? [] : [{ lines: said }]), card], inPrivate: true };
};

type Tried = readonly { readonly allowed: { readonly ok: true } | Refusal }[];

/** Of his own part rather than of one that is not his. */
const refusalLines = (parts: Tried): readonly string[] => {
  const refusals = parts.flatMap(({ allowed }) => (allowed.ok ? [] : [allowed]));
  const refusal = refusals.find(({ code }) => code !== 'act.not_yours') ?? refusals[0];
  return refusal === undefined ? [] : sayRefusal(refusal);
};
