/** Urgency, type and code of a request in a sentence. */
import type { RequestType, Urgency } from '#domain/request/request.ts';
import { canBe, type Place, type Typed } from '../typed.ts';

/** What was said, and where. */
export type Said<T> = Place & { readonly value: T };

const URGENCY =
  /\b(?:(?:muc do|do|tinh trang)(?: khan)?[ :-]{1,3}(?:la )?)?(thuong khan|hoa toc|(?<!thuong )khan(?! (?:truong|cap|hiem|thiet|an|gia|cau))|(?<=(?:muc do|do khan)[ :-]{1,3}(?:la )?)(?:binh thuong|thuong))\b/g;
const URGENCIES: Readonly<Record<string, readonly [Urgency, ...words: string[]]>> = {
  khan: ['khan', 'khẩn'],
  'thuong khan': ['thuong_khan', 'thượng khẩn'],
  'hoa toc': ['hoa_toc', 'hỏa tốc', 'hoả tốc'],
  thuong: ['thuong', 'thường'],
  'binh thuong': ['thuong', 'bình thường'],
};

/** Said once, or the same each time; `khó khăn` and `không khẩn` say nothing. */
export const urgencyIn = (text: Typed): Said<Urgency> | null => {
  const found = new Map<Urgency, Place>();
  for (const match of text.plain.matchAll(URGENCY)) {
    const word = match[1] ?? '';
    const [urgency, ...marked] = URGENCIES[word] ?? [];
    const end = match.index + match[0].length;
    const place = { start: end - word.length, end };
    const isOther = /\b(?:kho|(?:khong|chua)(?: phai| co gi| can| qua| den muc)?) $/.test(
      text.plain.slice(Math.max(0, place.start - 20), place.start),
    );
    if (urgency !== undefined && !isOther && canBe(text, place, ...marked)) {
      found.set(urgency, { start: match.index, end });
    }
  }
  const [one] = found;
  return one !== undefined && found.size === 1 ? { value: one[0], ...one[1] } : null;
};

const TYPES: readonly (readonly [RequestType, RegExp])[] = [
  [
    'opinion',
    /\b(?:lay y kien|xin y kien|cho y kien|co y kien|gop y|tham gia y kien|dong gop y kien|tham gia gop y|cho biet y kien|y kien ve|y kien doi voi|thong nhat chu truong|tham van|tham dinh)\b/,
  ],
  [
    'information',
    /\b(?:cung cap|cc (?=so lieu|danh sach|ho so|tai lieu|thong tin|ban do|ban ve)|gui so lieu|gui danh sach|gui ban sao|gui tai lieu|gui ho so|(?:xin|can) (?:so lieu|thong tin|danh sach|ho so|tai lieu|ban do|ban ve|ban sao)|trao doi thong tin|bao cao so lieu|ra soat,? thong ke|lap danh sach)\b/,
  ],
  [
    'site_survey',
    /\b(?:khao sat|kiem tra thuc dia|kiem tra hien truong|thuc dia|kiem tra thuc te|xac minh hien trang|kiem tra hien trang)\b/,
  ],
  [
    'difficulty',
    /\b(?:thao go|kho khan,? vuong mac|vuong mac|go vuong|kien nghi cua doanh nghiep|giai quyet kho khan)\b/,
  ],
];
const JOINT = /\b(?:phoi hop|cu nguoi|cu can bo|cu dai dien|tham gia doan|cung tham gia|cung di|di cung|lien nganh)\b/;

/** What is asked for first; working together is what the others are too, so it comes last. */
export const typeIn = ({ plain }: Typed): Said<RequestType> | null => {
  const found = TYPES.flatMap(([type, pattern]) => saidAt(plain, pattern, type)).toSorted((a, b) => a.start - b.start);
  return found[0] ?? saidAt(plain, JOINT, 'joint_work')[0] ?? null;
};

const saidAt = (plain: string, pattern: RegExp, value: RequestType): Said<RequestType>[] => {
  const found = pattern.exec(plain);
  return found === null ? [] : [{ value, start: found.index, end: found.index + found[0].length }];
};

const CODE = /\bph[ -]{0,3}(\d{4})[ -]{1,3}(\d{1,6})\b/;

export const codeOf = ({ plain }: Typed): string | null => {
  const found = CODE.exec(plain);
  return found === null ? null : `PH-${found[1]}-${String(Number(found[2])).padStart(5, '0')}`;
};
