/** Entering and correcting indicators, and what each was before. */
import { lockStream } from '#db/fact.ts';
import { historyOf, INDICATORS, readIndicators, saveIndicators } from '#db/figures/indicator.ts';
import { mayEnterIndicators } from '#domain/indicator/may.ts';
import { ok, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import { type FormHandler, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import {
  chooseCorrectionAction,
  correctIndicatorAction,
  enterIndicatorAction,
  indicatorAction,
  indicatorHistoryAction,
} from '#src/notice/indicators.ts';
import { correctLabel, historyLines, entryTexts as texts } from '#text/indicator/entry.ts';
import { sayRefusal } from '#text/refusals.ts';
import { personName } from '#text/request/card.ts';
import { ENTRY_FORM, type EntryContext, enteredOf, entryForm } from './entry.form.ts';

export const mayEnter = ({ reference, person, now }: MemberTurn): boolean =>
  mayEnterIndicators(reference.directory, person.id, dateOf(now));

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
    const choices = values.map((one) => [pick(correctIndicatorAction, correctLabel(one), { id: one.id })]);
    return { say: [{ lines: [texts.which], choices }], inPrivate: true };
  }),
  on(indicatorHistoryAction, async (turn, { id }) => {
    const all = await readIndicators(turn.tx);
    const chosen = all.find((one) => one.id === id);
    if (chosen === undefined) return { say: [{ lines: sayRefusal(refused('indicator.gone')) }], inPrivate: true };
    const { directory } = turn.reference;
    const lines = [];
    for (const one of all.filter(({ series }) => series === chosen.series)) {
      const before = await historyOf(turn.tx, one.id);
      const named = before.map((past) => ({
        ...past,
        enteredBy: past.enteredBy === null ? null : personName(directory, past.enteredBy),
      }));
      if (named.length > 0) lines.push(...historyLines(one, named));
    }
    const choices = [[pick(indicatorAction, texts.back, { id })]];
    return { say: [{ lines: lines.length === 0 ? [texts.noHistory] : lines, choices }], inPrivate: true };
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
    // Two who enter the same value at once: the second reads that it is there.
    await lockStream(turn.tx, INDICATORS);
    const value = enteredOf(answers, context);
    const all = await readIndicators(turn.tx);
    const standing = all.find(({ code }) => code === value.code);
    const end = { kind: 'end', id } as const;
    if (context.corrects?.id !== standing?.id) {
      const refusal = refused(context.corrects === null ? 'indicator.exists' : 'indicator.gone');
      return { say: [{ lines: sayRefusal(refusal) }], form: end };
    }
    const origin = { actorId: turn.person.id, channel: turn.event.channel, at: turn.now };
    const correction = context.corrects === null ? null : { reason: String(answers.reason) };
    await saveIndicators(turn.tx, [value], origin, correction);
    const saved = (await readIndicators(turn.tx)).find(({ code }) => code === value.code);
    const choices = saved === undefined ? [] : [[pick(indicatorAction, texts.back, { id: saved.id })]];
    return { say: [{ lines: [correction === null ? texts.saved : texts.corrected], choices }], form: end };
  },
};
