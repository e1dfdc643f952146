/** A letter to a unit that has nobody in chat; number and date are the clerk's to give (DESIGN 4). */
import type { Directory } from '#domain/directory/directory.ts';
import { answerEnd } from '#domain/request/clock.ts';
import type { Part, Request } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { unitName, unitNames } from './card.ts';
import { requestTypes } from './words.ts';

/** To the coordinator, once the units are asked. */
export const letterLines = (directory: Directory, request: Request, part: Part): readonly Line[] => {
  const [from, to] = [unitName(directory, request.askingUnitId), unitName(directory, part.unitId)];
  return [
    `${to} chưa có ai kết nối trò chuyện: ${request.code} phải gửi bằng văn bản.`,
    'Đề nghị chuyển văn thư theo dự thảo dưới đây. Khi văn bản đến nơi, bên đề nghị bấm Ghi ngày văn bản đến.',
    '',
    [{ bold: from.toLocaleUpperCase('vi') }],
    'Số:        /',
    `V/v ${request.subject}`,
    `Kính gửi: ${to}`,
    `${from} đề nghị ${to} phối hợp (${requestTypes[request.type]}): ${request.subject}.`,
    ...(request.content === '' ? [] : request.content.split('\n')),
    `Đề nghị trả lời trước: ${formatDue(answerEnd(part))} (dự kiến). Mã theo dõi: ${request.code}.`,
  ];
};

/** The summary has them all at a tap. */
const MOST_NAMED = 3;

/** To the filer before Gửi. */
export const onPaperLine = (directory: Directory, unitIds: readonly number[]): string =>
  `Chưa có ai kết nối trò chuyện ở ${unitNames(directory, unitIds, MOST_NAMED)}: phần việc này gửi và theo dõi bằng văn bản.`;
