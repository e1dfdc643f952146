/** An act on a request, ordered in words beside its code: `đồng ý gia hạn PH-2026-00042`, `đôn đốc PH-2026-00042`. */
import type { ActName } from '#domain/request/acts.ts';
import { type Typed, typed } from './typed.ts';

/** The first that fits; each begins the sentence, so that words about an act are not the act. */
const ACTS: readonly (readonly [ActName, string])[] = [
  [
    'refuse_extension',
    '(?:khong (?:dong y|chap thuan|cho)|tu choi)(?: cho)?(?: de nghi)? (?:gia han|lui han|them han)',
  ],
  [
    'agree_extension',
    '(?:dong y|chap thuan|cho phep|nhat tri|duyet)(?: cho)?(?: de nghi)? (?:gia han|lui han|them han)',
  ],
  ['refuse_handover', '(?:khong (?:dong y|chap thuan)|tu choi)(?: cho)? chuyen'],
  ['agree_handover', '(?:dong y|chap thuan|cho phep|nhat tri)(?: cho)? chuyen'],
  ['ask_extension', '(?:de nghi )?(?:xin )?(?:gia han|lui han|doi han|them han|keo dai thoi han|xin them)'],
  ['receive', '(?:da )?(?:xac nhan )?(?:tiep nhan|nhan viec|nhan xu ly)'],
  ['approve', '(?:phe duyet|ky duyet|duyet)'],
  ['return_draft', 'tra lai(?: du thao)?'],
  ['answer', '(?:gui )?(?:tra loi|phuc dap|phan hoi|khong thong nhat|thong nhat)(?! lai\\b)'],
  ['assign', '(?:phan cong|giao(?: viec| cho|(?= ph)))'],
  ['urge', 'don doc'],
  ['synthesise', 'tong hop'],
  ['close', '(?:ket thuc|dong ho so)'],
  ['withdraw', '(?:rut|thu hoi)(?: de nghi| yeu cau| lai)?'],
  ['reopen', 'mo lai'],
  [
    'change_urgency',
    '(?:doi|nang|ha|chuyen)(?: thanh| sang)? (?:muc do|do khan|muc khan|khan|thuong|hoa toc|thuong khan)',
  ],
  ['hand_on', 'chuyen (?:don vi|ph|cho|sang|tiep)'],
  ['exchange', 'trao doi'],
];

/** Who says that he has approved reports it: only a receipt is done by saying so. */
const WHO = '^(?:(?:toi|em|chung toi|don vi|xin|nho|vui long|hay)[ ,:]+)*';

const PATTERNS = ACTS.map(
  ([act, words]) => [act, new RegExp(`${WHO}(?:ph-\\d{4}-\\d+[ :,]+)?(?:${words})\\b`)] as const,
);

/** Null: no act, or a question about one, or that it was not done. */
export const actIn = (text: string): ActName | null => {
  const { plain } = typed(text);
  if (!isOrder(text)) return null;
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
};

/** A question about an act, that it was not done or is not to be done, is not the act. */
export const isOrder = (text: string): boolean => !QUESTION.test(typed(text).plain);

const QUESTION =
  /\?|\b(?:ai|chua|khong(?! (?:dong y|thong nhat|chap thuan|cho|co y kien))|nao|bao gio|sao|may|khoan|dung(?: co)? (?:tiep nhan|nhan|tra loi|duyet|gia han|dong y))\b/;

/** What stands behind `vì`, `do`, `lý do`; null where none is given. */
export const reasonIn = (text: string): string | null => {
  const words = typed(text);
  const found = words.isMarked ? MARKED.exec(words.clean) : PLAIN.exec(words.plain);
  const reason = found?.[1];
  return reason === undefined ? null : words.clean.slice(words.clean.length - reason.length).replace(/[ .]+$/, '');
};

const MARKED = /[\s,;.](?:bởi vì|vì|lý do(?: là)?|lí do(?: là)?|do)[:\s]\s*(\S.{2,})$/iu;
/** Without marks `do` may be any of ten words, and `vi` ends `đơn vị` and its kind. */
const PLAIN = /(?<!\b(?:don|hanh|pham|chuc|dia|quan))[\s,;.](?:boi vi|vi|ly do(?: la)?)[:\s]\s*(\S.{2,})$/;

/** Whom it is given to: the words behind `cho`, without a code. */
export const assigneeIn = (text: string): string | null => {
  const words: Typed = typed(text.replace(/\bPH-\d{4}-\d+\b/gi, ' '));
  const found = /\bcho (.{2,60})$/.exec(words.plain);
  return found?.[1] === undefined ? null : words.clean.slice(found.index + 'cho '.length).replace(/[ .]+$/, '');
};
