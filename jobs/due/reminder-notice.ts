/** What is due for one person at one moment, as one message. */
import type { PersonId } from '#domain/directory/directory.ts';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, type Notice, pick } from '#runtime/handler.ts';
import { workPageAction } from '#src/notice/actions.ts';
import { digestHead, digestHeads, moreLine, reminderHead } from '#text/request/reminders.ts';
import { texts } from '#text/request/screens.ts';
import { type Entry, inOrder, isListed, MOST_LISTED } from './entry.ts';

/** @param total how many there are, those among them that are not at hand */
export const noticeFor = (now: Millis, to: PersonId, atHand: readonly Entry[], total: number): Notice => {
  const entries = atHand.toSorted(inOrder).slice(0, MOST_LISTED);
  const left = total - entries.length;
  const [only] = entries;
  const single = entries.length === 1 ? only : undefined;
  return {
    to,
    class: entries.every(({ kind }) => isListed(kind)) ? 'digest' : 'reminder',
    say: {
      lines: linesOfAll(now, entries, left),
      choices: single === undefined ? [...entries.map(({ among }) => among), ...moreChoices(left)] : single.alone(),
    },
    ...(single === undefined || single.partId === null ? {} : { partId: single.partId }),
  };
};

/** Reminders first, each in full; then the rest of the morning list, a line each under its head. */
const linesOfAll = (now: Millis, entries: readonly Entry[], left: number): readonly Line[] => {
  const reminders = entries.filter(({ kind }) => !isListed(kind));
  const gap = entries.length > 1 ? [''] : [];
  const listed = DIGEST_KINDS.flatMap((kind): Line[] => {
    const own = entries.filter((entry) => entry.kind === kind);
    return own.length === 0 ? [] : ['', [{ bold: digestHeads[kind] }], ...own.flatMap(({ lines }) => lines)];
  });
  return [
    reminders.length > 0 ? reminderHead(reminders.length) : digestHead(dateOf(now)),
    ...reminders.flatMap(({ lines }) => [...gap, ...lines]),
    ...listed,
    ...(left === 0 ? [] : ['', moreLine(left)]),
  ];
};

const moreChoices = (left: number): readonly (readonly Choice[])[] =>
  left === 0 ? [] : [[pick(workPageAction, texts.older, { offset: 0 })]];
