/** What is said when an act is done: to whoever acted, and to those who hear of it. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import type { ActName } from '#domain/request/acts.ts';
import { endOf } from '#domain/request/clock.ts';
import type { Part, Request } from '#domain/request/request.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { draftLines, personName, unitName } from './card.ts';
import { positions } from './words.ts';

export type Told = {
  readonly directory: Directory;
  readonly request: Request;
  readonly part: Part | null;
  readonly actor: PersonId;
  /** What the leader wants changed in a draft that he returns. */
  readonly remark?: string | null;
};

/** The answer to the person who acted. It may stand in the place of the notice, so it still says what the matter is. */
export const doneLines = (act: ActName, told: Told): readonly string[] => [
  doneLine(act, told),
  `Trích yếu: ${told.request.subject}`,
];

const doneLine = (act: ActName, { directory, request, part }: Told): string => {
  const code = request.code;
  switch (act) {
    case 'undo':
      return `Đã hoàn tác ${code}; các đơn vị không nhận được đề nghị này.`;
    case 'receive':
      return part === null
        ? ''
        : `Đã tiếp nhận ${code}. Hạn trả lời: ${due(part)}. Bấm Trả lời để soạn trả lời, hoặc Phân công để giao người xử lý.`;
    case 'assign':
      return `Đã phân công ${code} cho ${personName(directory, part?.holderId ?? null)}.`;
    case 'answer':
      return part?.state === 'answered'
        ? `Đã trả lời ${code}. Bên đề nghị đã được báo.`
        : `Đã trình duyệt dự thảo trả lời ${code}. Lãnh đạo đơn vị đã được báo.`;
    case 'approve':
      return `Đã duyệt. Trả lời của ${unit(directory, part)} về ${code} đã gửi bên đề nghị.`;
    case 'return_draft':
      return `Đã trả lại dự thảo trả lời ${code} cho người soạn.`;
    case 'synthesise':
      return `Đã tổng hợp ${code}. Có thể bấm Kết thúc khi đủ căn cứ.`;
    case 'close':
      return `Đã kết thúc ${code}. Các bên đã được báo.`;
    default:
      return act satisfies never;
  }
};

/** The notice to the others. */
export const toldLines = (act: ActName, { directory, request, part, actor, remark }: Told): readonly string[] => {
  const who = personName(directory, actor);
  const what = `Trích yếu: ${request.subject}`;
  const code = request.code;
  switch (act) {
    case 'receive':
      return part === null
        ? []
        : [`${unit(directory, part)} đã tiếp nhận ${code} (${who}).`, `Hạn trả lời: ${due(part)}.`];
    case 'assign':
      return [
        `${who} đã phân công ${code} cho ${personName(directory, part?.holderId ?? null)}.`,
        what,
        ...dueLine(part),
      ];
    case 'answer':
      return part?.state === 'answered'
        ? answered(directory, code, part)
        : [
            `${who} trình duyệt dự thảo trả lời ${code}.`,
            what,
            ...(part === null ? [] : draftLines(part)),
            ...dueLine(part),
            'Đề nghị xem xét, duyệt.',
          ];
    case 'approve':
      return part === null ? [] : answered(directory, code, part);
    case 'return_draft':
      return [`${who} trả lại dự thảo trả lời ${code}.`, what, `Cần sửa: ${remark ?? ''}`, ...dueLine(part)];
    case 'synthesise':
      return [`${code} đã được tổng hợp ý kiến (${who}).`, what, 'Đề nghị xem xét, kết thúc.'];
    case 'close':
      return [`${code} đã kết thúc (${who}).`, what, `Kết quả: ${request.result ?? ''}`];
    case 'undo':
      return [];
    default:
      return act satisfies never;
  }
};

const answered = (directory: Directory, code: string, part: Part): readonly string[] => [
  `${unit(directory, part)} đã trả lời ${code}${part.answer?.late === true ? ' (trả lời quá hạn)' : ''}.`,
  ...(part.answer === null ? [] : [`Ý kiến: ${positions[part.answer.position]}`, ...part.answer.words.split('\n')]),
];

const unit = (directory: Directory, part: Part | null): string =>
  part === null ? 'đơn vị' : unitName(directory, part.unitId);

const due = (part: Part): string => formatDue({ ...endOf(part.due), provisional: part.provisional });

const dueLine = (part: Part | null): readonly string[] => (part === null ? [] : [`Hạn trả lời: ${due(part)}.`]);

export const newRequestLines = (directory: Directory, request: Request, part: Part): readonly string[] => [
  `${unitName(directory, request.askingUnitId)} gửi đề nghị phối hợp ${request.code}.`,
  `Trích yếu: ${request.subject}`,
  `Đơn vị thực hiện: ${unitName(directory, part.unitId)}`,
  `Hạn tiếp nhận: ${formatDue(endOf(part.receiptDue))}`,
  `Hạn trả lời (dự kiến): ${due(part)}`,
  'Đề nghị ông/bà bấm Tiếp nhận.',
];

export const sentLines = (directory: Directory, request: Request, parts: readonly Part[]): readonly string[] => [
  `Đề nghị phối hợp ${request.code} đã gửi tới ${parts.map((part) => unitName(directory, part.unitId)).join(', ')}.`,
  `Trích yếu: ${request.subject}`,
];
