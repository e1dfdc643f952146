/** Screens around requests: lists, history, filing. */
import type { Directory } from '#domain/directory/directory.ts';
import { answerEnd, receiptEnd } from '#domain/request/clock.ts';
import type { PartState, RequestState, Urgency } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { unitName } from './card.ts';
import { partStates, requestStates, upperFirst, urgencies } from './words.ts';

export const texts = {
  history: 'Lịch sử',
  explain: 'Cách tính thời hạn',
  explainHead: (code: string): string => `Cách tính thời hạn ${code}`,
  explainCancelled: 'Phần việc đã hủy, không tính thời hạn.',
  explainKept: (due: string): string =>
    `Hạn: ${due}. Hạn này giữ nguyên, vì phần việc đã xong trước khi lịch làm việc thay đổi.`,
  open: 'Xem',
  received: 'Đã nhận',
  unreceived: 'Ai chưa nhận',
  send: 'Gửi',
  edit: 'Sửa',
  cancel: 'Hủy',
  older: 'Xem tiếp',
  newer: 'Trang trước',
  openFiles: (count: number): string => `Tệp kèm theo (${count})`,
  filesOf: (code: string): string => `Tệp kèm theo ${code}:`,
  noFiles: 'Chưa có tệp nào được xem. Tệp đang tải về sẽ có sau ít giây.',
  nothingWaits: ['Hiện không có việc nào chờ ông/bà.', 'Gõ /theodoi để xem đề nghị đã gửi.'],
  nothingFollowed: ['Ông/bà và đơn vị chưa có đề nghị nào đang theo dõi.', 'Gõ /yeucau để lập đề nghị mới.'],
  whichRequest: 'Đề nghị cho biết mã, ví dụ: /xem PH-2026-00042.',
  startOver: 'Lập mới, bỏ bản cũ',
  dropped: 'Đã hủy bản nháp, chưa gửi cho đơn vị nào.',
  chooseEdit: 'Ông/bà muốn sửa mục nào?',
  noticeReceived: 'Đã ghi nhận ông/bà đã nhận thông báo.',
  noticeReceivedBefore: 'Thông báo này đã được ghi nhận trước đó.',
} as const;

export const waitingHead = (total: number, from: number): string =>
  `Việc chờ xử lý: ${total}${from > 0 ? ` (từ mục ${from + 1})` : ''}, việc quá hạn xếp trước.`;

export const followedHead = (total: number, from: number): string =>
  `Đề nghị đang theo dõi: ${total}${from > 0 ? ` (từ mục ${from + 1})` : ''}.`;

export type WaitingRow = {
  readonly code: string;
  readonly subject: string;
  readonly urgency: Urgency;
  readonly state: PartState;
  readonly unitId: number;
  readonly receiptDue: Millis;
  readonly due: Millis;
  readonly provisional: boolean;
};

export const waitingLines = (directory: Directory, row: WaitingRow, now: Millis): readonly Line[] => {
  const awaiting = row.state === 'awaiting';
  const end = awaiting && row.receiptDue < row.due ? receiptEnd(row) : answerEnd(row);
  const what = awaiting ? 'hạn tiếp nhận' : 'hạn trả lời';
  const late = now >= end.due ? 'QUÁ HẠN, ' : '';
  return [
    [
      { bold: row.code },
      `${row.urgency === 'thuong' ? '' : ` · ${urgencies[row.urgency]}`} · ${partStates[row.state]}`,
    ],
    row.subject,
    `${upperFirst(`${late}${what}`)}: ${formatDue(end)} · ${unitName(directory, row.unitId)}`,
  ];
};

export type FollowedRow = {
  readonly code: string;
  readonly subject: string;
  readonly state: RequestState;
  readonly parts: number;
  readonly answered: number;
  readonly due: Millis | null;
  readonly provisional: boolean;
};

export const followedLines = (row: FollowedRow, now: Millis): readonly Line[] => [
  [{ bold: row.code }, ` · ${requestStates[row.state]} · đã trả lời ${row.answered}/${row.parts}`],
  row.subject,
  ...(row.due === null
    ? []
    : [`${now >= row.due ? 'QUÁ HẠN' : 'Hạn gần nhất'}: ${formatDue(answerEnd({ ...row, due: row.due }))}`]),
];
