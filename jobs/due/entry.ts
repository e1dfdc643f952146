/** One matter in a message of reminders, whatever it is about. */
import { DIGEST_KINDS, type DigestKind } from '#domain/request/digest.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import type { Choice } from '#runtime/handler.ts';
import type { MatterRef } from '#src/notice/remind.ts';
import type { ItemKind } from './item.ts';

/** `personal`: what a person has set himself. */
export type EntryKind = ItemKind | 'personal';

export type Entry = {
  readonly kind: EntryKind;
  readonly due: Millis;
  readonly id: number;
  /** In full; of the morning list one line. */
  readonly lines: readonly Line[];
  /** When it is alone in its message: what may be done. Made only then. */
  readonly alone: () => readonly (readonly Choice[])[];
  /** Among others: a tap from its card. */
  readonly among: readonly Choice[];
  /** What it speaks of; null: words that stand nowhere else. */
  readonly matter: MatterRef | null;
};

/**
 * The worst first, behind what a person has set himself for this minute: it is said once, and is nowhere to be looked up.
 * What is only in the morning list stands under its own heads.
 */
export const ORDER: readonly EntryKind[] = [
  'personal',
  'silence',
  'overdue',
  'today',
  'receipt',
  'before',
  ...DIGEST_KINDS,
];

export const isListed = (kind: EntryKind): kind is DigestKind => DIGEST_KINDS.some((one) => one === kind);
