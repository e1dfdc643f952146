/** What indicators were before, and which were withdrawn: whoever reads them sees how they came to be. */
import { historyOf, readIndicators, readWithdrawn } from '#db/figures/indicator.ts';
import { refused } from '#domain/result.ts';
import { type MemberTurn, on, pick } from '#runtime/handler.ts';
import {
  indicatorAction,
  indicatorHistoryAction,
  indicatorListAction,
  withdrawnIndicatorsAction,
} from '#src/notice/indicators.ts';
import { historyLines, entryTexts as texts, withdrawnLine } from '#text/indicator/entry.ts';
import { texts as listTexts } from '#text/indicator/say.ts';
import { sayRefusal } from '#text/refusals.ts';
import { personName } from '#text/request/card.ts';
import { zoneOf } from './entry.ts';

/** A message holds about so many. */
const MOST_WITHDRAWN = 10;

const nameOf = ({ reference }: MemberTurn, personId: number | null): string | null =>
  personId === null ? null : personName(reference.directory, personId);

export const historyActions = [
  on(indicatorHistoryAction, async (turn, { id }) => {
    const all = await readIndicators(turn.tx);
    const chosen = all.find((one) => one.id === id);
    if (chosen === undefined) return { say: [{ lines: sayRefusal(refused('indicator.gone')) }], inPrivate: true };
    const lines = [];
    for (const one of all.filter(({ series }) => series === chosen.series)) {
      const before = (await historyOf(turn.tx, one.id)).map((past) => ({
        one: past,
        zone: zoneOf(turn, past),
        entered: { at: past.enteredAt, by: nameOf(turn, past.enteredBy) },
        replaced: { at: past.replacedAt, by: nameOf(turn, past.replacedBy) },
        reason: past.reason,
      }));
      if (before.length > 0) lines.push(...historyLines({ one, zone: zoneOf(turn, one) }, before));
    }
    const choices = [[pick(indicatorAction, texts.back, { id })]];
    return { say: [{ lines: lines.length === 0 ? [texts.noHistory] : lines, choices }], inPrivate: true };
  }),
  on(withdrawnIndicatorsAction, async (turn) => {
    const withdrawn = await readWithdrawn(turn.tx, MOST_WITHDRAWN);
    const lines = withdrawn.map((one) =>
      withdrawnLine(
        { one, zone: zoneOf(turn, one) },
        { at: one.withdrawnAt, by: nameOf(turn, one.withdrawnBy) },
        one.reason,
      ),
    );
    const head = [{ bold: texts.showWithdrawn }];
    const choices = [[pick(indicatorListAction, listTexts.list, {})]];
    return {
      say: [{ lines: lines.length === 0 ? [texts.noneWithdrawn] : [head, ...lines], choices }],
      inPrivate: true,
    };
  }),
];
