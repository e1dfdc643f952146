/** The duties that wait, beyond those that stand under /viec. */
import { waitingDuties } from '#handlers/duties-waiting.ts';
import { on } from '#runtime/handler.ts';
import { dutyPageAction } from '#src/notice/duty.ts';
import { dutyTexts } from '#text/duty/words.ts';

export const dutyPage = on(dutyPageAction, async (turn, { offset }) => {
  const found = (await waitingDuties(turn, offset)) ?? (await waitingDuties(turn, 0));
  return { say: [found ?? { lines: dutyTexts.none }], inPrivate: true };
});
