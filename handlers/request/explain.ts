/** Cách tính thời hạn: how each part's date was reached, from the stored facts and in the words of the rule. */
import { regulationOf } from '#domain/reference.ts';
import { answerDeadline } from '#domain/request/clock.ts';
import { on, pick } from '#runtime/handler.ts';
import { explainAction, showAction } from '#src/notice/actions.ts';
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
  const { calendar, directory } = turn.reference;
  const regulation = regulationOf(turn.reference, request);
  const lines = parts.flatMap((part) => [
    '',
    [{ bold: unitName(directory, part.unitId) }],
    ...explain(answerDeadline(calendar, regulation, request, part), ruleName(regulation)),
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
