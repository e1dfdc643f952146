/** What is due for one person at one moment, as one message. */
import type { Said } from '#db/said.ts';
import { type Directory, leadersOf, type PersonId, staffOf, type UnitId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { DIGEST_KINDS, type DigestKind } from '#domain/request/digest.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, type Notice, pick } from '#runtime/handler.ts';
import { receivedAction, showAction, workPageAction } from '#src/notice/actions.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { digestHead, digestHeads, digestLine, moreLine, reminderHead, reminderLines } from '#text/request/reminders.ts';
import { texts } from '#text/request/screens.ts';
import type { Item, ItemKind } from './item.ts';

export type Telling = {
  readonly reference: Reference;
  readonly now: Millis;
  /** By part: the overdue reminders so far. */
  readonly said: ReadonlyMap<number, readonly Said[]>;
};

/** More matters than these make a list that nobody reads; the rest are a tap away. */
const MOST_LISTED = 12;

/** The worst first; what is only in the morning list stands under its own heads. */
export const ORDER: readonly ItemKind[] = ['silence', 'overdue', 'today', 'receipt', 'before', ...DIGEST_KINDS];

const isListed = (kind: ItemKind): kind is DigestKind => DIGEST_KINDS.some((one) => one === kind);

export const noticeFor = (on: Telling, to: PersonId, all: readonly Item[]): Notice => {
  const sorted = all.toSorted(
    (a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.part.due - b.part.due || a.part.id - b.part.id,
  );
  const items = sorted.slice(0, MOST_LISTED);
  const left = sorted.length - items.length;
  const [only] = items;
  const single = items.length === 1 ? only : undefined;
  return {
    to,
    class: 'reminder',
    say: {
      lines: linesOfAll(on, items, left),
      choices: single === undefined ? [...items.map(listedChoices), ...moreChoices(left)] : singleChoices(on, single),
    },
    ...(single === undefined ? {} : { partId: single.part.id }),
  };
};

/** Reminders first, each in full; then the rest of the morning list, a line each under its head. */
const linesOfAll = (on: Telling, items: readonly Item[], left: number): readonly Line[] => {
  const reminders = items.filter(({ kind }) => !isListed(kind));
  const gap = items.length > 1 ? [''] : [];
  const listed = DIGEST_KINDS.flatMap((kind): Line[] => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const lines = own.map(({ dossier, part }) => digestLine(on.reference.directory, dossier.request, part));
    return ['', [{ bold: digestHeads[kind] }], ...lines];
  });
  return [
    reminders.length > 0 ? reminderHead(reminders.length) : digestHead(dateOf(on.now)),
    ...reminders.flatMap((item) => [...gap, ...linesOf(on, item)]),
    ...listed,
    ...(left === 0 ? [] : ['', moreLine(left)]),
  ];
};

const linesOf = ({ reference, said, now }: Telling, { to, dossier, part, kind }: Item) =>
  // The last of them is this one.
  isListed(kind)
    ? []
    : reminderLines(reference, dossier.request, part, {
        kind,
        isOurs: isOfUnit(reference.directory, to, part.unitId, dateOf(now)),
        said: (said.get(part.id) ?? []).slice(0, -1),
      });

const isOfUnit = (directory: Directory, personId: PersonId, unitId: UnitId, day: IsoDate): boolean =>
  staffOf(directory, unitId, day).includes(personId) || leadersOf(directory, unitId, day).includes(personId);

const singleChoices = (on: Telling, item: Item): readonly (readonly Choice[])[] => {
  const { dossier, part } = item;
  const open = noticeChoices(item.to, { reference: on.reference, dossier, part, now: on.now });
  return [receivedChoice(item, texts.received), ...open];
};

/** Several matters in one message: each is a tap from its card, and named by its code. */
const listedChoices = (item: Item): readonly Choice[] => {
  const { id: requestId, code } = item.dossier.request;
  return [pick(showAction, code, { requestId }), ...receivedChoice(item, `${texts.received} ${code}`)];
};

const moreChoices = (left: number): readonly (readonly Choice[])[] =>
  left === 0 ? [] : [[pick(workPageAction, texts.older, { offset: 0 })]];

const receivedChoice = ({ noticeId, dossier }: Item, label: string): readonly Choice[] =>
  noticeId === null ? [] : [pick(receivedAction, label, { noticeId, requestId: dossier.request.id })];
