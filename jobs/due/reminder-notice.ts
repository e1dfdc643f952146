/** What is due for one person at one moment, as one message. */
import type { PersonId } from '#domain/directory/directory.ts';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, type Notice, pick } from '#runtime/handler.ts';
import { restAction } from '#src/notice/remind.ts';
import { digestHead, digestHeads, moreLine, reminderHead } from '#text/request/reminders.ts';
import { texts } from '#text/request/screens.ts';
import { type Counted, type Entry, inOrder, isListed, MOST_COUNTED, MOST_LISTED } from './entry.ts';

export type Due = {
  /** What may be listed. */
  readonly entries: readonly Entry[];
  readonly counted: readonly Counted[];
  /** How many there are, those among them that are not at hand. */
  readonly total: number;
};

export const noticeFor = (now: Millis, to: PersonId, due: Due): Notice => {
  const sorted = due.entries.toSorted(inOrder);
  const entries = sorted.slice(0, MOST_LISTED);
  const rest = [...sorted.slice(MOST_LISTED), ...due.counted].toSorted(inOrder).slice(0, MOST_COUNTED);
  const left = due.total - entries.length;
  const [only] = entries;
  const single = entries.length === 1 ? only : undefined;
  return {
    to,
    class: entries.every(({ kind }) => isListed(kind)) ? 'digest' : 'reminder',
    say: {
      lines: linesOfAll(now, entries, left),
      choices:
        single === undefined ? [...entries.map(({ among }) => among), ...restChoices(rest, left)] : single.alone(),
    },
    // Taken back when the part is answered.
    ...(single?.matter != null && 'partId' in single.matter ? { partId: single.matter.partId } : {}),
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

/** These, and not the list of work: whoever has asked, or leads, hears of matters that wait for others. */
const restChoices = (rest: readonly Counted[], left: number): readonly (readonly Choice[])[] => {
  const matters = rest.flatMap(({ matter }) => matter ?? []);
  return left === 0 ? [] : [[pick(restAction, texts.older, { matters, beyond: left - matters.length })]];
};
