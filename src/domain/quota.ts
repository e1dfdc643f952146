/** What a channel may send in a month, and how much of it is used. Pure: counts and limits come from outside. */
import { dateOf, type IsoDate, type Millis } from './time.ts';

/** messages: all of them. billed, templates: those that are paid for. people: whoever has an account there. */
export type QuotaKind = 'messages' | 'billed' | 'templates' | 'people';

/** Null: no limit is known, and the count is told all the same. */
export type Limits = Readonly<Partial<Record<QuotaKind, number | null>>>;

export type ChannelLimits = { readonly channel: string; readonly limits: Limits };

export type QuotaUse = {
  readonly channel: string;
  readonly kind: QuotaKind;
  readonly used: number;
  readonly limit: number | null;
};

/** In hundredths of a limit; at the last one it is spent. */
export const THRESHOLDS = [70, 85, 95, 100] as const;

/** Those that the use has come to, the highest last. */
export const reachedBy = ({ used, limit }: QuotaUse): readonly number[] =>
  limit === null ? [] : THRESHOLDS.filter((threshold) => used * 100 >= limit * threshold);

export const isSpent = ({ used, limit }: QuotaUse): boolean => limit !== null && used >= limit;

/** Its first day. */
export const monthOf = (at: Millis): IsoDate => `${dateOf(at).slice(0, 7)}-01`;
