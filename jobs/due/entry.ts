/** One matter in a message of reminders, whatever it is about. */
import { DIGEST_KINDS, type DigestKind } from '#domain/request/digest.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import type { Choice } from '#runtime/handler.ts';
import type { ItemKind } from './item.ts';

export type Entry = {
  readonly kind: ItemKind;
  readonly due: Millis;
  readonly id: number;
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
export const ORDER: readonly ItemKind[] = ['silence', 'overdue', 'today', 'receipt', 'before', ...DIGEST_KINDS];

export const isListed = (kind: ItemKind): kind is DigestKind => DIGEST_KINDS.some((one) => one === kind);
