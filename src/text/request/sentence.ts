/** A sentence and what was understood of it. */
import type { Line } from '#message/outbound.ts';

export type UnderstoodItem = { readonly label: string; readonly words: string; readonly meaning: string };

/** More letters of a sentence than this are known to the one who typed it. */
const LONGEST = 300;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** `Hiểu từ câu: “trước 17 giờ thứ Sáu” → 17:00 ngày 27/11/2026` */
export const understoodLine = ({ words, meaning }: UnderstoodItem): string =>
  `Hiểu từ câu: “${cut(words)}” → ${meaning}`;

const itemLine = ({ label, words, meaning }: UnderstoodItem): string => `• ${label}: ${meaning}, từ “${cut(words)}”`;

/** Said at once, so that a misreading is seen before anything is asked. */
export const understoodHead = (items: readonly UnderstoodItem[]): readonly Line[] => [
  'Đã hiểu từ câu của ông/bà:',
  ...items.map(itemLine),
];

export const understoodWhole = (sentence: string, items: readonly UnderstoodItem[]): readonly Line[] => [
  [{ bold: 'Cách hiểu câu của ông/bà' }],
  `Câu đã gõ: ${cut(sentence)}`,
  ...items.map(itemLine),
  'Mục khác do ông/bà chọn hoặc gõ. Mục nào chưa đúng, đề nghị bấm Sửa ở bản tóm tắt.',
];

export const sentenceTexts = {
  how: 'Xem cách hiểu',
  /** Before the things that the words may mean. */
  among: (words: string): string => `Từ “${cut(words)}” có thể hiểu nhiều cách. Đề nghị chọn, hoặc gõ tên khác.`,
  all: (count: number): string => `Tất cả ${count} đơn vị này`,
  noDay: (words: string): string => `Từ “${cut(words)}” không đọc được thành ngày.`,
  whichDay: (words: string): string => `Từ “${cut(words)}” chưa rõ có phải ngày mong muốn không.`,
  file: 'Lập đề nghị từ câu này',
  search: (words: string): string => `Tìm đề nghị có “${cut(words)}”`,
  notBuilt: (what: string): readonly string[] => [
    `Trợ lý chưa làm được việc này: ${what}.`,
    'Đề nghị ông/bà chọn một việc dưới đây, hoặc gõ /trogiup để xem ví dụ.',
  ],
  several: 'Đề nghị có nhiều phần việc; ông/bà chọn việc cần làm dưới đây.',
} as const;

/** Things that are wanted by their names. */
export const intentNames = {
  figures: 'thống kê',
  indicator: 'tra cứu chỉ tiêu',
  report: 'lập báo cáo kỳ',
  team: 'quản lý đoàn kiểm tra',
  calendar: 'xem lịch làm việc',
  remind: 'đặt nhắc việc',
  delegate: 'ủy quyền',
  link: 'kết nối thêm tài khoản',
} as const;
