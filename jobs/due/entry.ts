/** One matter in a message of reminders, whatever it is about, and which of them come first. */
import { DIGEST_KINDS, type DigestKind } from '#domain/request/digest.ts';
import { isGrave } from '#domain/request/reminders.ts';
import { URGENCIES, type Urgency } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import type { Choice } from '#runtime/handler.ts';
import type { ItemKind } from './item.ts';

/** What its place among others depends on. */
export type Weight = {
  readonly kind: ItemKind;
  /** Of what is no request: as an ordinary one. */
  readonly urgency: Urgency;
  readonly due: Millis;
  readonly id: number;
};

export type Entry = Weight & {
  /** In full; of the morning list one line. */
  readonly lines: readonly Line[];
  /** When it is alone in its message: what may be done. Made only then. */
  readonly alone: () => readonly (readonly Choice[])[];
  /** Among others: a tap from its card. */
  readonly among: readonly Choice[];
  /** The part it speaks of: it is taken back when that is answered. */
  readonly partId: number | null;
};

/** The worst first; what is only in the morning list stands under its own heads. */
const ORDER: readonly ItemKind[] = ['silence', 'overdue', 'today', 'receipt', 'before', ...DIGEST_KINDS];

export const isListed = (kind: ItemKind): kind is DigestKind => DIGEST_KINDS.some((one) => one === kind);

/** More matters than these make a list that nobody reads; the rest are a tap away. */
export const MOST_LISTED = 12;

export const byKind = (a: Pick<Weight, 'kind'>, b: Pick<Weight, 'kind'>): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);

/** What counts by hours is not pushed out of a long message by what has been late for days. */
export const inOrder = (a: Weight, b: Weight): number =>
  pressing(b) - pressing(a) || byKind(a, b) || a.due - b.due || a.id - b.id;

const pressing = ({ kind, urgency }: Weight): number =>
  !isListed(kind) && isGrave(urgency) ? URGENCIES.indexOf(urgency) : 0;
