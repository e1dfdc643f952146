/** Reminders in words. */
import type { Directory } from '#domain/directory/directory.ts';
import { endOf } from '#domain/request/clock.ts';
import type { ReminderKind } from '#domain/request/reminders.ts';
import type { Part, Request } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { unitName } from './card.ts';

export const reminderHead = (count: number): string =>
  count === 1 ? 'Nhắc việc' : `Nhắc việc: ${count} việc cần xử lý`;

export const reminderLines = (
  directory: Directory,
  request: Request,
  part: Part,
  kind: ReminderKind,
): readonly Line[] => [
  [{ bold: request.code }, ` · ${unitName(directory, part.unitId)}`],
  request.subject,
  sentences[kind](part),
];

const due = (part: Part): string => formatDue({ ...endOf(part.due), provisional: part.provisional });

const sentences: Readonly<Record<ReminderKind, (part: Part) => string>> = {
  receipt: (part) => `Chưa tiếp nhận; hạn tiếp nhận ${formatDue(endOf(part.receiptDue))}. Đề nghị tiếp nhận ngay.`,
  before: (part) => `Hạn trả lời: ${due(part)}. Đề nghị hoàn thành trước hạn.`,
  today: (part) => `Hôm nay là hạn trả lời: ${due(part)}.`,
  overdue: (part) => `Đã quá hạn trả lời (${due(part)}). Đề nghị trả lời ngay.`,
};
