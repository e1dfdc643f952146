/** What is said when an act is done: to whoever acted, and to those who hear of it. */
import type { Directory, PersonId, UnitId } from '#domain/directory/directory.ts';
import type { ActName } from '#domain/request/acts.ts';
import { endOf } from '#domain/request/clock.ts';
import { askedExtension, type Part, type Request } from '#domain/request/request.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { draftLines, personName, unitName } from './card.ts';
import { positions, urgencies } from './words.ts';

export type Told = {
  readonly directory: Directory;
  readonly request: Request;
  readonly part: Part | null;
  readonly actor: PersonId;
  /** The words given with the act: reason, remark, what is missing, completion. */
  readonly words?: string;
  /** The unit that is asked from now on. */
  readonly unitId?: UnitId | null;
  /** The date that an extension was asked for. */
  readonly until?: number | null;
};

/** The answer to the person who acted. It may stand in the place of the notice, so it still says what the matter is. */
export const doneLines = (act: ActName, told: Told): readonly string[] => [
  doneLine(act, told),
  `Trích yếu: ${told.request.subject}`,
];

const doneLine = (act: ActName, told: Told): string => {
  const { directory, request, part } = told;
  const code = request.code;
  const to = told.unitId === null || told.unitId === undefined ? 'đơn vị' : unitName(directory, told.unitId);
  const own = unit(directory, part);
  const sentences: Readonly<Record<ActName, () => string>> = {
    undo: () => `Đã hoàn tác ${code}; các đơn vị không nhận được đề nghị này.`,
    receive: () =>
      `Đã tiếp nhận ${code}. Hạn trả lời: ${due(part)}. Bấm Trả lời để soạn trả lời, hoặc Phân công để giao người xử lý.`,
    assign: () => `Đã phân công ${code} cho ${personName(directory, part?.holderId ?? null)}.`,
    answer: () =>
      part?.draft === null
        ? `Đã trả lời ${code}. Bên đề nghị đã được báo.`
        : `Đã trình duyệt dự thảo trả lời ${code}. Lãnh đạo đơn vị đã được báo.`,
    replace_answer: () =>
      part?.draft === null
        ? `Đã thay trả lời ${code}; trả lời cũ được lưu.`
        : `Đã trình duyệt trả lời thay thế ${code}. Trả lời cũ có hiệu lực đến khi duyệt.`,
    approve: () => `Đã duyệt. Trả lời của ${own} về ${code} đã gửi bên đề nghị.`,
    return_draft: () => `Đã trả lại dự thảo trả lời ${code} cho người soạn.`,
    ask_again: () => `Đã đề nghị ${own} trả lời lại ${code}. Hạn trả lời mới: ${due(part)}.`,
    ask_extension: () =>
      `Đã đề nghị gia hạn ${code}${until(part)}. Hạn hiện nay vẫn là ${due(part)} đến khi bên đề nghị đồng ý.`,
    agree_extension: () => `Đã đồng ý gia hạn ${code} cho ${own}. Hạn trả lời mới: ${due(part)}.`,
    refuse_extension: () => `Đã không đồng ý gia hạn ${code}. Hạn trả lời của ${own} vẫn là ${due(part)}.`,
    ask_completion: () => `Đã đề nghị bổ sung ${code}. Thời hạn tạm dừng đến khi bên đề nghị bổ sung.`,
    complete: () => `Đã bổ sung ${code}. Thời hạn của ${own} chạy tiếp, hạn trả lời: ${due(part)}.`,
    hand_on: () =>
      part?.state === 'handed_on'
        ? `Đã chuyển ${code} tới ${to}.`
        : `Việc này đã chuyển hai lần nên cần lãnh đạo đơn vị chủ trì quyết định. Đã trình đề nghị chuyển ${code} tới ${to}.`,
    agree_handover: () => `Đã đồng ý chuyển ${code} tới ${to}.`,
    refuse_handover: () => `Đã không đồng ý chuyển ${code}; ${own} tiếp tục thực hiện.`,
    urge: () => `Đã đôn đốc ${own} về ${code}. Thông báo được nhắc lại đến khi bên nhận bấm Đã nhận.`,
    change_urgency: () => `Đã đổi mức độ của ${code} thành ${urgencies[request.urgency]}; thời hạn đã tính lại.`,
    add_unit: () => `Đã thêm ${to} vào ${code}.`,
    drop_unit: () => `Đã thôi đề nghị ${own} trong ${code}.`,
    withdraw: () => `Đã rút ${code}. Các bên đã được báo.`,
    synthesise: () => `Đã tổng hợp ${code}. Có thể bấm Kết thúc khi đủ căn cứ.`,
    close: () => `Đã kết thúc ${code}. Các bên đã được báo.`,
    reopen: () => `Đã mở lại ${code}. Các bên đã được báo; kết quả cũ xem ở Lịch sử.`,
  };
  return sentences[act]();
};

/** The notice to the others. */
export const toldLines = (act: ActName, told: Told): readonly string[] => {
  const { directory, request, part, actor, words = '' } = told;
  const who = personName(directory, actor);
  const what = `Trích yếu: ${request.subject}`;
  const code = request.code;
  const own = unit(directory, part);
  const to = told.unitId === null || told.unitId === undefined ? 'đơn vị' : unitName(directory, told.unitId);
  const reason = words === '' ? [] : [`Lý do: ${words}`];
  const submitted = [
    `${who} trình duyệt dự thảo trả lời ${code}.`,
    what,
    ...(part === null ? [] : draftLines(part)),
    ...dueLine(part),
    'Đề nghị xem xét, duyệt.',
  ];
  const answer = (): readonly string[] => {
    if (part === null) return [];
    return part.draft === null ? answered(directory, code, part) : submitted;
  };
  const sentences: Readonly<Record<ActName, () => readonly string[]>> = {
    undo: () => [],
    receive: () => [`${own} đã tiếp nhận ${code} (${who}).`, `Hạn trả lời: ${due(part)}.`],
    assign: () => [
      `${who} đã phân công ${code} cho ${personName(directory, part?.holderId ?? null)}.`,
      what,
      ...dueLine(part),
    ],
    answer,
    replace_answer: answer,
    approve: () => (part === null ? [] : answered(directory, code, part)),
    return_draft: () => [`${who} trả lại dự thảo trả lời ${code}.`, what, `Cần sửa: ${words}`, ...dueLine(part)],
    ask_again: () => [`${who} đề nghị ${own} trả lời lại ${code}.`, what, ...reason, ...dueLine(part)],
    ask_extension: () => [
      `${own} đề nghị gia hạn ${code}${until(part)} (${who}).`,
      what,
      ...reason,
      `Hạn hiện nay: ${due(part)}. Bên đề nghị xem xét, quyết định.`,
    ],
    agree_extension: () => [`${who} đồng ý gia hạn ${code}.`, what, `Hạn trả lời mới: ${due(part)}.`],
    refuse_extension: () => [`${who} không đồng ý gia hạn ${code}.`, what, `Hạn trả lời vẫn là ${due(part)}.`],
    ask_completion: () => [
      `${own} đề nghị bổ sung ${code} (${who}).`,
      what,
      `Cần bổ sung: ${words}`,
      'Thời hạn tạm dừng. Đề nghị bấm Bổ sung.',
    ],
    complete: () => [`${who} đã bổ sung ${code}.`, what, `Nội dung: ${words}`, ...dueLine(part)],
    hand_on: () =>
      part?.state === 'handed_on'
        ? [`${own} đã chuyển ${code} tới ${to} (${who}).`, what, ...reason]
        : [`${own} đề nghị chuyển ${code} tới ${to} (${who}).`, what, ...reason, 'Lãnh đạo đơn vị chủ trì quyết định.'],
    agree_handover: () => [`${who} đồng ý chuyển ${code} từ ${own} tới ${to}.`, what],
    refuse_handover: () => [`${who} không đồng ý chuyển ${code}; ${own} tiếp tục thực hiện.`, what],
    urge: () => [
      `${who} đôn đốc ${own} về ${code}.`,
      what,
      ...dueLine(part),
      'Đề nghị xử lý, và bấm Đã nhận để xác nhận đã biết.',
    ],
    change_urgency: () => [
      `${who} đổi mức độ của ${code} thành ${urgencies[request.urgency]}.`,
      what,
      ...reason,
      ...dueLine(part),
    ],
    add_unit: () => [],
    drop_unit: () => [`${who} thôi đề nghị ${own} trong ${code}; đơn vị không phải trả lời nữa.`, what, ...reason],
    withdraw: () => [`${who} đã rút ${code}; các đơn vị không phải trả lời nữa.`, what, ...reason],
    synthesise: () => [`${code} đã được tổng hợp ý kiến (${who}).`, what, 'Đề nghị xem xét, kết thúc.'],
    close: () => [`${code} đã kết thúc (${who}).`, what, `Kết quả: ${request.result ?? ''}`],
    reopen: () => [`${who} đã mở lại ${code}.`, what, ...reason, ...dueLine(part)],
  };
  return sentences[act]();
};

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

const answered = (directory: Directory, code: string, part: Part): readonly string[] => [
  `${unit(directory, part)} đã trả lời ${code}${part.answer?.late === true ? ' (trả lời quá hạn)' : ''}.`,
  ...(part.answer === null ? [] : [`Ý kiến: ${positions[part.answer.position]}`, ...part.answer.words.split('\n')]),
];

const unit = (directory: Directory, part: Part | null): string =>
  part === null ? 'đơn vị' : unitName(directory, part.unitId);

const due = (part: Part | null): string =>
  part === null ? '' : formatDue({ ...endOf(part.due), provisional: part.provisional });

const until = (part: Part | null): string => {
  const asked = part === null ? null : askedExtension(part);
  return asked === null ? '' : ` đến ${formatDue(endOf(asked.until))}`;
};

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
