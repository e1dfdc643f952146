/** Whose figures, apart by what, and in which order. */
import type { Breakdown } from '#domain/figures/query.ts';
import type { View } from '#domain/figures/selection.ts';
import type { Typed } from './typed.ts';

const VIEWS: readonly (readonly [View, RegExp])[] = [
  ['asked', /\b(?:da gui|gui di|chung toi gui|don vi toi gui|da de nghi)\b/],
  ['mine', /\b(?:cua toi|viec toi|toi dang|toi da|ca nhan)\b/],
  ['unit', /\b(?:don vi toi|don vi minh|co quan toi|co quan minh|phong toi|ubnd minh|xa minh|phuong minh)\b/],
  ['all', /\b(?:tat ca|toan bo|toan thanh pho|ca thanh pho|chung)\b/],
];

const BREAKDOWNS: readonly (readonly [Breakdown, RegExp])[] = [
  ['field', /\b(?:(?:theo|tung|cac) linh vuc|linh vuc nao)\b/],
  [
    'unit',
    /\b(?:(?:theo|tung|so sanh(?: giua)?(?: cac)?|cac) (?:don vi|co quan|xa,? phuong|xa|phuong)|(?:don vi|co quan|xa|phuong|so|phong|ban) nao)\b/,
  ],
  ['zone', /\b(?:(?:theo|tung|cac) (?:khu|kcn)|(?:khu|kcn|khu cong nghiep) nao)\b/],
  ['type', /\b(?:theo|tung|cac) loai\b/],
  ['urgency', /\b(?:theo|tung|cac) (?:muc do|do khan)\b/],
];

export const viewIn = ({ plain }: Typed): View | null => VIEWS.find(([, words]) => words.test(plain))?.[0] ?? null;

export const breakdownIn = ({ plain }: Typed): Breakdown | null =>
  BREAKDOWNS.find(([, words]) => words.test(plain))?.[0] ?? null;

/** Asked who is late, whoever is latest comes first. */
export const asksWhoIsLate = ({ plain }: Typed): boolean =>
  /\b(?:nao|xep hang)\b.*\b(?:tre|cham|muon|qua han|no han|chua tra loi)\b/.test(plain);
