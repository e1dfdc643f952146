/** Notices that are no act's own: a new request, the units left out, a wait that was too long, a follower's word. */
import type { Directory } from '#domain/directory/directory.ts';
import { answerEnd, receiptEnd } from '#domain/request/clock.ts';
import type { Part, Request } from '#domain/request/request.ts';
import { formatDue } from '#text/calendar/dates.ts';
import type { Told } from './acts/act-words.ts';
import { unitName } from './card.ts';
import { partStates, requestStates } from './words.ts';

/** To a unit that is waited for no longer. */
export const leftOutLines = ({ request, words = '' }: Told): readonly string[] => [
  `${request.code} đã được tổng hợp, không chờ trả lời của đơn vị.`,
  `Trích yếu: ${request.subject}`,
  ...(words === '' ? [] : [`Lý do: ${words}`]),
];

export const pauseOverLines = (directory: Directory, request: Request, part: Part): readonly string[] => [
  `Phần việc của ${unitName(directory, part.unitId)} trong ${request.code} đã hủy vì chờ bổ sung quá thời gian cho phép.`,
  `Trích yếu: ${request.subject}`,
  'Nếu vẫn cần, bên đề nghị bấm Thêm đơn vị phối hợp.',
];

export const newRequestLines = (directory: Directory, request: Request, part: Part): readonly string[] => [
  `${unitName(directory, request.askingUnitId)} gửi đề nghị phối hợp ${request.code}.`,
  `Trích yếu: ${request.subject}`,
  `Đơn vị thực hiện: ${unitName(directory, part.unitId)}`,
  `Hạn tiếp nhận: ${formatDue(receiptEnd(part))}`,
  `Hạn trả lời (dự kiến): ${formatDue(answerEnd(part))}`,
  'Đề nghị ông/bà bấm Tiếp nhận.',
];

export const sentLines = (directory: Directory, request: Request, parts: readonly Part[]): readonly string[] => [
  `Đề nghị phối hợp ${request.code} đã gửi tới ${parts.map((part) => unitName(directory, part.unitId)).join(', ')}.`,
  `Trích yếu: ${request.subject}`,
];

/** To whoever only watches: that it moved, in states, without words. */
export const watchLines = (directory: Directory, request: Request, moved: readonly Part[]): readonly string[] => [
  moved.length === 0
    ? `${request.code} (ông/bà theo dõi): ${requestStates[request.state]}.`
    : `${request.code} (ông/bà theo dõi):`,
  ...moved.map((part) => `${unitName(directory, part.unitId)}: ${partStates[part.state]}.`),
  `Trích yếu: ${request.subject}`,
];
