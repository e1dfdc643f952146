/** Cách tính thời hạn: how each part's date was reached, from the stored facts and in the words of the rule. */
import { type Reference, regulationOf } from '#domain/reference.ts';
import { answerDeadline, answerEnd } from '#domain/request/clock.ts';
import { isSettled, type Part, type Request } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { on, pick } from '#runtime/handler.ts';
import { explainAction, showAction } from '#src/notice/actions.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { explain } from '#text/calendar/explain.ts';
import { sayRefusal } from '#text/refusals.ts';
import { unitName } from '#text/request/card.ts';
import { ruleName } from '#text/request/rule.ts';
import { texts } from '#text/request/screens.ts';
import { loadVisible } from './card.ts';

export const explainTerms = on(explainAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const { request, parts } = found.value;
  const { directory } = turn.reference;
  const lines = parts.flatMap((part) => [
    '',
    [{ bold: unitName(directory, part.unitId) }],
    ...explainPart(turn.reference, request, part),
  ]);
  return {
    say: [
      {
        lines: [[{ bold: texts.explainHead(request.code) }], ...lines],
        choices: [[pick(showAction, texts.open, { requestId })]],
      },
    ],
    inPrivate: true,
  };
});

/** What is over keeps its date: a calendar that has changed since would explain another one. What is open is counted anew. */
const explainPart = (reference: Reference, request: Request, part: Part): readonly Line[] => {
  if (part.state === 'cancelled') return [texts.explainCancelled];
  const regulation = regulationOf(reference, request);
  const counted = answerDeadline(reference.calendar, regulation, request, part);
  return isSettled(part) && counted.due !== part.due
    ? [texts.explainKept(formatDue(answerEnd(part)))]
    : explain(counted, ruleName(regulation));
};
