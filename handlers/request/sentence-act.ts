/** An act and a code: the act on the part that this person may do it on; else the card, which says what he may. */
import { may } from '#domain/permission/may.ts';
import type { ActName } from '#domain/request/acts.ts';
import { type Part, type Position, positionsFor, type RequestType } from '#domain/request/request.ts';
import type { Refusal } from '#domain/result.ts';
import type { Answers } from '#forms/define.ts';
import { furtherIn } from '#reading/further.ts';
import type { Understood } from '#reading/understand.ts';
import type { MemberTurn, Outcome } from '#runtime/handler.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { key } from '#text/key.ts';
import { sayRefusal } from '#text/refusals.ts';
import { sentenceTexts } from '#text/request/sentence.ts';
import { positions } from '#text/request/words.ts';
import { startAct } from './act.ts';
import { untilField } from './act-fields.ts';
import { loadVisible, sayCard } from './card.ts';

const ACTS = { receive: 'receive', answer: 'answer', extend: 'ask_extension' } as const satisfies Record<
  string,
  ActName
>;

type Wanted = {
  readonly intent: keyof typeof ACTS;
  readonly code: string;
  readonly text: string;
  readonly read: Understood;
};

export const actByCode = async (turn: MemberTurn, { intent, code, text, read }: Wanted): Promise<Outcome> => {
  const found = await loadVisible(turn, { code });
  if (!found.ok) return { say: [{ lines: sayRefusal(found) }], inPrivate: true };
  const dossier = found.value;
  const act = ACTS[intent];
  const asked = { reference: turn.reference, personId: turn.person.id, dossier, now: turn.now };
  const parts = dossier.parts.map((part) => ({ part, allowed: may(act, { ...asked, part }) }));
  const open = parts.filter(({ allowed }) => allowed.ok).map(({ part }) => part);
  const [only] = open;
  // A card is for one person's eyes; so is what is done from it.
  const position = act === 'answer' ? positionIn(text, dossier.request.type) : null;
  if (only !== undefined && open.length === 1 && turn.place === 'private' && (position !== null || isOrder(text))) {
    const until = act === 'ask_extension' ? untilOf(turn, { text, read }, { part: only, dossier }) : {};
    const answers = position === null ? until : { position };
    return startAct(turn, { act, requestId: dossier.request.id, partId: only.id }, answers);
  }
  const card = { ...(await sayCard(turn, dossier)), inPlace: false };
  const several = open.length > 1 ? [sentenceTexts.several] : [];
  const said = open.length === 0 ? refusalLines(parts) : several;
  return { say: [...(said.length === 0 ? [] : [{ lines: said }]), card], inPrivate: true };
};

/** What stands behind the code and is a position by its whole name: `trả lời PH-2026-00042: thống nhất`. */
const positionIn = (text: string, type: RequestType): Position | null => {
  const behind = /\bph[\s\-–]*\d{4}[\s\-–]*\d{1,6}\s*[:,;–-]\s*(.+)$/is.exec(text.normalize('NFKC'))?.[1] ?? '';
  const said = key(behind).replace(/[ .!]+$/, '');
  return positionsFor(type).find((one) => key(positions[one]) === said) ?? null;
};

/** A question about an act, or that it was not done, is not the act. */
const isOrder = (text: string): boolean => !/\?|\b(?:ai|chua|khong|nao|bao gio|sao|may)\b/.test(key(text));

type Tried = readonly { readonly allowed: { readonly ok: true } | Refusal }[];

/** Of his own part rather than of one that is not his. */
const refusalLines = (parts: Tried): readonly string[] => {
  const refusals = parts.flatMap(({ allowed }) => (allowed.ok ? [] : [allowed]));
  const refusal = refusals.find(({ code }) => code !== 'act.not_yours') ?? refusals[0];
  return refusal === undefined ? [] : sayRefusal(refusal);
};

/** The day or the length that was said, if the question would take it; else the question is asked. */
const untilOf = (
  { reference, now }: MemberTurn,
  { text, read: { deadline } }: Pick<Wanted, 'text' | 'read'>,
  on: { readonly part: Part; readonly dossier: Parameters<typeof sayCard>[1] },
): Answers => {
  const day = deadline === null ? null : formatDate(deadline.date);
  const said = furtherIn(text) === null ? day : text;
  if (said === null) return {};
  const context = { reference, now, act: 'ask_extension', ...on } as const;
  const until = untilField.parse({ kind: 'text', text: said }, {}, context);
  return until.ok ? { until: until.value } : {};
};
