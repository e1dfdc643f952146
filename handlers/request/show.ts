/** /xem: the card of a request; and its history. */
import { factsOf } from '#db/fact.ts';
import { linkedTo } from '#db/request/link.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import { streamOf } from '#db/request/write.ts';
import { seenHistory } from '#domain/permission/seen-history.ts';
import { dateOf } from '#domain/time.ts';
import { type Command, type MemberTurn, type Outcome, on, pick, type Say } from '#runtime/handler.ts';
import { historyAction, showAction } from '#src/notice/actions.ts';
import { descriptions } from '#text/commands.ts';
import { sayRefusal } from '#text/refusals.ts';
import { filingTexts } from '#text/request/filing.ts';
import { historyLines } from '#text/request/history.ts';
import { texts } from '#text/request/screens.ts';
import { codeIn, shortCodeIn } from '#text/words.ts';
import { insightOf, loadVisible, sayCard, visibleAmong } from './card.ts';
import { unreceivedChoices } from './unreceived.ts';

export const showByCode = async (turn: MemberTurn, code: string): Promise<Outcome> => {
  const found = await loadVisible(turn, { code });
  const say = found.ok ? await cardOf(turn, found.value) : { lines: sayRefusal(found) };
  return { say: [say], inPrivate: true };
};

const cardOf = async (turn: MemberTurn, dossier: LoadedDossier): Promise<Say> => {
  const card = await sayCard(turn, dossier);
  const related = (await visibleAmong(turn, await linkedTo(turn.tx, dossier.request.id))).map(({ request }) => request);
  const lines = related.length === 0 ? [] : [filingTexts.related(related.map(({ code }) => code))];
  const open = related.map(({ id: requestId, code }) =>
    pick(showAction, filingTexts.openDuplicate(code), { requestId }),
  );
  return {
    lines: [...card.lines, ...lines],
    choices: [...(card.choices ?? []), await unreceivedChoices(turn, dossier), open],
    inPlace: false,
  };
};

export const showCommand: Command = {
  word: 'xem',
  aliases: [],
  takesWords: true,
  inMenu: false,
  description: descriptions.xem,
  places: ['private'],
  run: async (turn, words) => {
    const number = /^\d{1,6}$/.test(words.trim()) ? `PH ${words}` : words;
    const code = codeIn(words) ?? shortCodeIn(number, dateOf(turn.now).slice(0, 4));
    return code === null ? { say: [{ lines: [texts.whichRequest] }] } : showByCode(turn, code);
  },
};

export const show = on(showAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  return found.ok
    ? { say: [await cardOf(turn, found.value)], inPrivate: true }
    : { toast: sayRefusal(found).join(' ') };
});

export const history = on(historyAction, async (turn, { requestId }) => {
  const found = await loadVisible(turn, { id: requestId });
  if (!found.ok) return { toast: sayRefusal(found).join(' ') };
  const facts = seenHistory(
    insightOf(turn, found.value),
    found.value.parts,
    await factsOf(turn.tx, streamOf(requestId)),
  );
  const lines = historyLines(turn.reference.directory, found.value.request.code, facts);
  return { say: [{ lines, choices: [[pick(showAction, texts.open, { requestId })]] }], inPrivate: true };
});
