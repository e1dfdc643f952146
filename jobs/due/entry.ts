/** One matter in a message of reminders, whatever it is about, and which of them come first. */
import { DIGEST_KINDS, type DigestKind } from '#domain/request/digest.ts';
import { isGrave } from '#domain/request/reminders.ts';
import { URGENCIES, type Urgency } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import type { Choice } from '#runtime/handler.ts';
import type { MatterRef } from '#src/notice/remind.ts';
import type { ItemKind } from './item.ts';

/** `personal`: what a person has set himself. */
export type EntryKind = ItemKind | 'personal';

/** What its place among others depends on. */
export type Weight = {
  readonly kind: EntryKind;
  /** Of what is no request: as an ordinary one. */
  readonly urgency: Urgency;
  readonly due: Millis;
  readonly id: number;
};

/** As much as is kept of what a message only counts. */
export type Counted = Weight & {
  /** What it speaks of; null: words that stand nowhere else. */
  readonly matter: MatterRef | null;
};

export type Entry = Counted & {
  /** In full; of the morning list one line. */
  readonly lines: readonly Line[];
  /** When it is alone in its message: what may be done. Made only then. */
  readonly alone: () => readonly (readonly Choice[])[];
  /** Among others: a tap from its card. */
  readonly among: readonly Choice[];
};

/**
 * The worst first, behind what a person has set himself for this minute: it is said once, and is nowhere to be looked up.
 * What is only in the morning list stands under its own heads.
 */
const ORDER: readonly EntryKind[] = ['personal', 'silence', 'overdue', 'today', 'receipt', 'before', ...DIGEST_KINDS];

export const isListed = (kind: EntryKind): kind is DigestKind => DIGEST_KINDS.some((one) => one === kind);

/** More matters than these make a list that nobody reads; the rest are counted, and a tap away. */
export const MOST_LISTED = 12;
/** Of those this many are behind that tap, in their order: nobody pages further, and a button is no store. */
export const MOST_COUNTED = 200;

export const byKind = (a: Pick<Weight, 'kind'>, b: Pick<Weight, 'kind'>): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);

/** What counts by hours is not pushed out of a long message by what has been late for days. */
export const inOrder = (a: Weight, b: Weight): number =>
  pressing(b) - pressing(a) || byKind(a, b) || a.due - b.due || a.id - b.id;

const pressing = ({ kind, urgency }: Weight): number => {
  if (kind === 'personal') return URGENCIES.length;
  return !isListed(kind) && isGrave(urgency) ? URGENCIES.indexOf(urgency) : 0;
};
