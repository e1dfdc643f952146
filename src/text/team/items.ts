/** The checklist and its evidence. */
import type { Directory } from '#domain/directory/directory.ts';
import type { Item, ItemState } from '#domain/team/item.ts';
import type { Line } from '#message/outbound.ts';
import { key } from '#text/key.ts';
import { personName } from '#text/request/card.ts';

export const itemStates: Readonly<Record<ItemState, string>> = {
  open: 'Chưa kiểm tra',
  pass: 'Đạt',
  fail: 'Không đạt',
  not_applicable: 'Không áp dụng',
};

export const itemTexts = {
  list: 'Nội dung kiểm tra',
  head: (name: string, checked: number, total: number): Line => [{ bold: name }, ` · ${checked}/${total} mục`],
  button: (no: number): string => `Mục ${no}`,
  remark: 'Nhận xét',
  assign: 'Phân công',
  assignAsk: (no: number): string => `Giao mục ${no} cho ai?`,
  send: 'Gửi ảnh, tệp',
  /** @param readsAll the bot sees also what does not answer it */
  sendHow: (no: number, readsAll: boolean): readonly Line[] => [
    `Gửi ảnh, tệp, ghi âm hoặc vị trí cho mục ${no}: đề nghị trả lời tin này.`,
    ...(readsAll ? [`Cũng có thể gửi thẳng vào nhóm với chú thích: mục ${no}.`] : []),
  ],
  evidence: 'Xem ảnh, tệp',
  evidenceNone: 'Mục này chưa có ảnh, tệp nào xem được. Tệp đang tải về sẽ có sau ít giây.',
  evidenceOf: (no: number): string => `Ảnh, tệp của mục ${no}:`,
  kept: (no: number, count: number): string => `Đã nhận ${count} tệp cho mục ${no}.`,
  keptPlace: (no: number): string => `Đã nhận vị trí cho mục ${no}.`,
  whichItem: 'Ảnh, tệp này cho mục nào? Đề nghị trả lời tin của mục, hoặc ghi số mục ở chú thích, ví dụ: mục 3.',
  back: 'Danh mục',
} as const;

const marks: Readonly<Record<ItemState, string>> = { open: '…', pass: 'Đ', fail: 'K', not_applicable: '–' };

export const itemLine = ({ no, words, state, evidence }: Item & { readonly evidence: number }): Line =>
  `${no}. [${marks[state]}] ${words}${evidence === 0 ? '' : ` (${evidence} tệp)`}`;

export const MARKS_HELP = 'Đ: đạt, K: không đạt, –: không áp dụng, …: chưa kiểm tra.';

export const itemCard = (
  directory: Directory,
  { no, words, basis, state, remark, assigneeId, changedBy, evidence }: Item & { readonly evidence: number },
): readonly Line[] => [
  [{ bold: `Mục ${no}` }, `. ${words}`],
  ...(basis === null ? [] : [`Căn cứ: ${basis}`]),
  `Kết quả: ${itemStates[state]}${changedBy === null ? '' : ` (${personName(directory, changedBy)} ghi)`}`,
  ...(remark === null ? [] : [`Nhận xét: ${remark}`]),
  ...(state === 'fail' && remark === null ? ['Mục không đạt phải có nhận xét: đề nghị bấm Nhận xét.'] : []),
  ...(assigneeId === null ? [] : [`Người phụ trách: ${personName(directory, assigneeId)}`]),
  `Ảnh, tệp: ${evidence}`,
];

/** "mục 3", or the number alone; null: it names none, or more than one. */
export const itemNamed = (text: string): number | null => {
  const words = key(text);
  const alone = /^(\d{1,3})[.)]?$/.exec(words);
  const named = new Set(
    [...words.matchAll(/(?<!danh )(?<![a-z])muc\s*(?:so\s*)?(\d{1,3})(?!\d)/g)].map(([, no]) => Number(no)),
  );
  if (alone !== null) return Number(alone[1]);
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
};
