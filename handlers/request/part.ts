/** One part of a request with many: its state and only its acts. */
import { actsOpenTo } from '#domain/permission/may.ts';
import { refused } from '#domain/result.ts';
import { on, pick } from '#runtime/handler.ts';
import { partAction, showAction } from '#src/notice/actions.ts';
import { sayRefusal } from '#text/refusals.ts';
import { partCard } from '#text/request/card.ts';
import { texts } from '#text/request/screens.ts';
import { insightOf, loadVisible, partActs } from './card.ts';

export const showPart = on(partAction, async (turn, { requestId, partId }) => {
  const found = await loadVisible(turn, { id: requestId });
  const part = found.ok ? found.value.parts.find((one) => one.id === partId) : undefined;
  if (!found.ok || part === undefined) return { toast: sayRefusal(refused('request.unknown')).join(' ') };
  const dossier = found.value;
  const { reference, person, now } = turn;
  const open = actsOpenTo({ reference, personId: person.id, dossier, part, now });
  const acts = partActs(requestId, part, open, (act) => act);
  return {
    say: [
      {
        lines: partCard(reference, dossier, part, { now, insight: insightOf(turn, dossier) }),
        choices: [acts, [pick(showAction, texts.open, { requestId })]],
      },
    ],
    inPrivate: true,
  };
});
