/** Search: what was typed as words to look for, and the screen of what was found. */
import { parseDocNumber } from '#domain/document/number.ts';
import type { RequestState } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDay } from './calendar/dates.ts';
import { key } from './key.ts';
import { requestStates } from './request/words.ts';
import { codeIn } from './words.ts';

export type Sought = {
  /** Plain, without marks: `a`–`z` and digits only, so that nothing typed can be an operator. */
  readonly words: readonly string[];
  /** A request's code or a document's number, in the form in which it is indexed. */
  readonly number: string | null;
};

/** More words than this make no search narrower; more letters are of no word. */
const MOST_WORDS = 10;
const LONGEST_WORD = 60;
const LONGEST = 300;

export const soughtIn = (text: string): Sought => {
  const typed = text.slice(0, LONGEST);
  const code = codeIn(typed);
  const words = key(typed)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD));
  return {
    words: [...new Set(words)].slice(0, MOST_WORDS),
    number: code === null ? documentNumber(typed) : key(code),
  };
};

const documentNumber = (typed: string): string | null => {
  const number = parseDocNumber(typed);
  return number.ok ? key(number.value) : null;
};

export const texts = {
  whichWords: [
    'Đề nghị gõ từ cần tìm sau lệnh, ví dụ: /tim khu công nghiệp Thăng Long.',
    'Tìm được theo mã, số văn bản, trích yếu, doanh nghiệp, mã số thuế, khu, đơn vị, người xử lý, thời gian gửi (ví dụ: quý 3); không cần gõ dấu.',
  ],
  nothingFound: [
    'Không tìm thấy đề nghị phù hợp trong phạm vi ông/bà được xem.',
    'Đề nghị thử ít từ hơn, hoặc tìm theo mã, số văn bản, tên doanh nghiệp. Ví dụ: /tim nhà xưởng Thăng Long.',
  ],
  nearly: 'Không có đề nghị đúng từ đã gõ; dưới đây là kết quả gần giống.',
} as const;

export const foundHead = (found: {
  readonly total: number;
  readonly isMore: boolean;
  /** The first shown, from 0. */
  readonly from: number;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
}): string => {
  const { total, isMore, from, period } = found;
  const filed = period === null ? '' : ` gửi ${periodWords(period)}`;
  return `Tìm thấy ${isMore ? 'trên ' : ''}${total} đề nghị${filed}${from > 0 ? ` (từ mục ${from + 1})` : ''}.`;
};

const periodWords = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): string =>
  from === to ? `ngày ${formatDay(from)}` : `từ ${formatDay(from)} đến ${formatDay(to)}`;

export type FoundWhere = 'number' | 'subject' | 'request' | 'answer';

const wheres: Readonly<Record<FoundWhere, string>> = {
  number: 'mã, số văn bản',
  subject: 'trích yếu',
  request: 'nội dung, các bên',
  answer: 'văn bản trả lời',
};

export const foundLines = (row: {
  readonly code: string;
  readonly subject: string;
  readonly state: RequestState;
  readonly where: FoundWhere;
}): readonly Line[] => [
  [{ bold: row.code }, ` · ${requestStates[row.state]}`],
  row.subject,
  `Có trong: ${wheres[row.where]}`,
];
