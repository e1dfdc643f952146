/** Whose figures, and apart by what. */
import type { Breakdown } from '#domain/figures/query.ts';
import type { View } from '#domain/figures/selection.ts';
import type { Typed } from './typed.ts';

const VIEWS: readonly (readonly [View, RegExp])[] = [
  ['mine', /\b(?:cua toi|viec toi|toi dang|toi da|ca nhan)\b/],
  ['asked', /\b(?:da gui|gui di|chung toi gui|don vi toi gui|da de nghi)\b/],
  ['unit', /\b(?:don vi toi|don vi minh|co quan toi|co quan minh|phong toi|ubnd minh|xa minh|phuong minh)\b/],
  ['all', /\b(?:tat ca|toan bo|toan thanh pho|ca thanh pho|chung)\b/],
];

const BREAKDOWNS: readonly (readonly [Breakdown, RegExp])[] = [
  ['field', /\b(?:theo|tung|cac) linh vuc\b/],
  ['unit', /\b(?:theo|tung|so sanh(?: giua)?(?: cac)?|cac) (?:don vi|co quan|xa,? phuong|xa|phuong)\b/],
  ['zone', /\b(?:theo|tung|cac) (?:khu|kcn)\b/],
  ['type', /\b(?:theo|tung|cac) loai\b/],
  ['urgency', /\b(?:theo|tung|cac) (?:muc do|do khan)\b/],
];

export const viewIn = ({ plain }: Typed): View | null => VIEWS.find(([, words]) => words.test(plain))?.[0] ?? null;

export const breakdownIn = ({ plain }: Typed): Breakdown | null =>
  BREAKDOWNS.find(([, words]) => words.test(plain))?.[0] ?? null;
