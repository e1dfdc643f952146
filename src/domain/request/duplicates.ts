/** Likely duplicates of a draft: what its unit asked for in the same matter. Words come plain (no marks, small letters). */
import type { RequestId } from './request.ts';

/** More are no warning but a list. */
const MOST_SHOWN = 3;
/** Half of the telling words of the shorter subject: "kiểm tra PCCC" and "kiểm tra đất đai" share less. */
const ALIKE = 0.5;
/** They are in every second subject, so that sharing them says nothing. */
const COMMON = new Set(
  'de nghi phoi hop ve viec tai cua cho cac va thuoc trong theo den voi la kcn khu cong nghiep ubnd xa phuong nam'.split(
    ' ',
  ),
);

export type Known = { readonly id: RequestId; readonly code: string; readonly subject: string };

export const likelyDuplicates = <K extends Pick<Known, 'subject'>>(
  subject: string,
  known: readonly K[],
): readonly K[] =>
  known
    .map((one) => ({ one, alike: likeness(subject, one.subject) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST_SHOWN)
    .map(({ one }) => one);

/** The shared part of the shorter one's telling words, 0 to 1. */
export const likeness = (a: string, b: string): number => {
  const [first, second] = [tellingWords(a), tellingWords(b)];
  const shorter = Math.min(first.size, second.size);
  return shorter === 0 ? 0 : [...first].filter((word) => second.has(word)).length / shorter;
};

const tellingWords = (subject: string): ReadonlySet<string> =>
  new Set(subject.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !COMMON.has(word)));
