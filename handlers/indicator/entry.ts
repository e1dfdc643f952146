/** Entering, correcting and withdrawing indicators. */
import { lockStream } from '#db/fact.ts';
import { INDICATORS, readIndicators, replaceIndicator, saveIndicators } from '#db/figures/indicator.ts';
import { type Indicator, isSameThing, type NewIndicator } from '#domain/indicator/indicator.ts';
import { mayEnterIndicators } from '#domain/indicator/may.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import { knownTo } from '#handlers/known.ts';
import { type Choice, type FormHandler, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import {
  chooseCorrectionAction,
  correctIndicatorAction,
  enterIndicatorAction,
  indicatorAction,
  withdrawnIndicatorsAction,
} from '#src/notice/indicators.ts';
import { correctLabel, entryTexts as texts } from '#text/indicator/entry.ts';
import { sayRefusal } from '#text/refusals.ts';
import { type EntryContext, enteredOf, isWithdrawal } from './entered.ts';
import { ENTRY_FORM, entryForm } from './entry.form.ts';

export const mayEnter = ({ reference, person, now }: MemberTurn): boolean =>
  mayEnterIndicators(reference.directory, person.id, dateOf(now));

/** Null: of none of the zones. */
export const zoneOf = ({ reference }: MemberTurn, { zoneId }: Indicator): string | null =>
  zoneId === null ? null : (reference.zones.get(zoneId)?.name ?? null);

const open = (turn: MemberTurn, subject: string): Outcome =>
  mayEnter(turn)
    ? { form: { kind: 'open', formId: ENTRY_FORM, subject, answers: {} }, inPrivate: true }
    : { say: [{ lines: sayRefusal(refused('indicator.enter')) }], inPrivate: true };

export const entryActions = [
  on(enterIndicatorAction, async (turn) => open(turn, 'new')),
  on(correctIndicatorAction, async (turn, { id }) => open(turn, String(id))),
  on(chooseCorrectionAction, async (turn, { id }) => {
    if (!mayEnter(turn)) return { say: [{ lines: sayRefusal(refused('indicator.enter')) }], inPrivate: true };
    const all = await readIndicators(turn.tx);
    const chosen = all.find((one) => one.id === id);
    if (chosen === undefined) return { say: [{ lines: sayRefusal(refused('indicator.gone')) }], inPrivate: true };
    const values = all.filter(({ series }) => series === chosen.series);
    const choices = values.map((one) => [
      pick(correctIndicatorAction, correctLabel(one, zoneOf(turn, one)), { id: one.id }),
    ]);
    return { say: [{ lines: [texts.which], choices }], inPrivate: true };
  }),
];

export const entryHandler: FormHandler<EntryContext> = {
  form: entryForm,
  context: async (turn, subject) => {
    if (!mayEnter(turn)) return refused('indicator.enter');
    const [all, known] = await Promise.all([readIndicators(turn.tx), knownTo(turn)]);
    const corrects = subject === 'new' ? null : all.find(({ id }) => String(id) === subject);
    // Somebody else corrected it meanwhile: his value is looked at first.
    return corrects === undefined ? refused('indicator.gone') : ok({ reference: turn.reference, known, all, corrects });
  },
  complete: async (turn, { id, answers }, context) => {
    // Two who enter or correct the same value at once: the second reads that it is done.
    await lockStream(turn.tx, INDICATORS);
    const value = enteredOf(answers, context);
    const all = await readIndicators(turn.tx);
    const end = { kind: 'end', id } as const;
    const { corrects } = context;
    if (corrects !== null && !all.some((one) => one.id === corrects.id))
      return { say: [{ lines: sayRefusal(refused('indicator.gone')) }], form: end };
    if (all.some((one) => one.id !== corrects?.id && isSameThing(one, value)))
      return { say: [{ lines: sayRefusal(refused('indicator.exists')) }], form: end };
    const { line, back } = await save(turn, { value, corrects, answers });
    return { say: [{ lines: [line], choices: [[back]] }], form: end };
  },
};

type Entered = { readonly value: NewIndicator; readonly corrects: Indicator | null; readonly answers: Answers };

const save = async (
  turn: MemberTurn,
  { value, corrects, answers }: Entered,
): Promise<{ readonly line: string; readonly back: Choice }> => {
  const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
  const shown = (id: number): Choice => pick(indicatorAction, texts.back, { id });
  if (corrects === null) {
    const [id = 0] = await saveIndicators(turn.tx, [value], origin, null);
    return { line: texts.saved, back: shown(id) };
  }
  const isWithdrawn = isWithdrawal(answers);
  const replacement = { value, isWithdrawn, reason: String(answers.reason) };
  const id = await replaceIndicator(turn.tx, corrects, replacement, origin);
  return isWithdrawn
    ? { line: texts.withdrawn, back: pick(withdrawnIndicatorsAction, texts.showWithdrawn, {}) }
    : { line: texts.corrected, back: shown(id) };
};
