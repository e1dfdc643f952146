/** Questions and summary of a new request. */
import type { Term } from '#domain/calendar/term.ts';
import type { Directory, UnitId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { answerEnd, endOf, receiptEnd } from '#domain/request/clock.ts';
import type { Draft, Filed, NewPart } from '#domain/request/filing.ts';
import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { formatTerm } from '#text/calendar/term.ts';
import { received } from './act-questions.ts';
import { personName, unitName, unitNames } from './card.ts';
import { documentName, extraLines } from './filing-more.ts';
import { type UnderstoodItem, understoodLine } from './sentence.ts';
import { requestTypes, upperFirst, urgencies } from './words.ts';

export const questions = {
  subject: {
    label: 'Trích yếu',
    ask: ['Trích yếu của đề nghị là gì?', 'Ví dụ: Phối hợp kiểm tra phòng cháy, chữa cháy tại KCN Thăng Long.'],
  },
  zone: {
    label: 'Khu công nghiệp',
    ask: ['Đề nghị thuộc khu công nghiệp nào?'],
    none: 'Không thuộc một khu cụ thể',
  },
  field: { label: 'Lĩnh vực', ask: ['Đề nghị thuộc lĩnh vực phối hợp nào?'] },
  units: {
    label: 'Đơn vị',
    ask: (preset: readonly string[]): readonly string[] =>
      preset.length === 0
        ? ['Khu này chưa xác định một đơn vị. Đề nghị chọn, hoặc gõ tên đơn vị (ví dụ: xã Thiên Lộc).']
        : [`Đề nghị gửi tới đơn vị nào? Hệ thống đề xuất: ${preset.join(', ')}.`, 'Chọn, hoặc gõ tên đơn vị khác.'],
    outside: (names: string): string => `Chưa có tên trong các bên của Quy chế: ${names}.`,
  },
  type: {
    label: 'Loại',
    ask: ['Loại đề nghị? Ông/bà chọn việc cần phối hợp.'],
    name: (type: RequestType): string => upperFirst(requestTypes[type]),
  },
  urgency: {
    label: 'Mức độ khẩn',
    ask: ['Mức độ khẩn? Thời hạn trả lời theo Quy chế (đề xuất) ghi trong ngoặc.'],
    name: (urgency: Urgency, term: Term | null): string =>
      `${upperFirst(urgencies[urgency])}${term === null ? '' : ` (${formatTerm(term)})`}`,
  },
  files: {
    label: 'Nội dung, tệp',
    ask: (files: number, texts: number): readonly string[] =>
      files + texts === 0
        ? ['Đề nghị gửi nội dung chi tiết, tệp hoặc ảnh kèm theo. Nếu không có, bấm Không có tệp.']
        : [`Đã nhận ${received(files, texts)}. Gửi thêm, hoặc bấm Xong.`],
    none: 'Không có tệp',
    done: 'Xong',
    drop: {
      files: 'Bỏ các tệp đã gửi',
      texts: 'Bỏ nội dung đã gửi',
      file: (name: string): string => `Bỏ tệp ${name}`,
      text: (words: string): string => `Bỏ đoạn "${words.length > 40 ? `${words.slice(0, 40)}…` : words}"`,
    },
  },
} as const;

export type Summary = {
  readonly draft: Draft;
  readonly filed: Filed;
  readonly files: readonly { readonly name: string; readonly failed: boolean }[];
  /** Units that the regulation does not name. */
  readonly outside: readonly UnitId[];
  readonly duplicates: readonly { readonly code: string; readonly subject: string }[];
  /** Of the sentence that the draft was made from. */
  readonly understood: readonly UnderstoodItem[];
};

export const summaryLines = (reference: Reference, summary: Summary): readonly Line[] => {
  const { draft, filed, files, duplicates } = summary;
  const names = files.map(({ name, failed }) => (failed ? `${name} (không nhận được)` : name));
  return [
    [{ bold: 'Đề nghị phối hợp (bản nháp)' }],
    ...matterLines(reference, draft),
    ...(draft.content === '' ? [] : `Nội dung: ${draft.content}`.split('\n')),
    ...askingLines(reference, draft, filed),
    'Gửi tới:',
    ...(filed.parts.length > MOST_IN_FULL
      ? foldedLines(reference.directory, filed.parts)
      : filed.parts.flatMap((part) => partLines(reference.directory, part))),
    ...outsideLines(reference.directory, summary.outside),
    ...wantedLines(draft, filed),
    ...(names.length === 0 ? [] : [`Tệp: ${names.join(', ')}`]),
    ...(duplicates.length === 0 ? [] : ['', 'Có thể trùng với đề nghị đã gửi:']),
    ...duplicates.map(({ code, subject }): Line => [{ bold: code }, ` · ${subject}`]),
    ...(summary.understood.length === 0 ? [] : ['', ...summary.understood.map(understoodLine)]),
    '',
    'Đề nghị ông/bà kiểm tra: đúng thì bấm Gửi, cần thay đổi thì bấm Sửa.',
  ];
};

const matterLines = (reference: Reference, draft: Draft): readonly Line[] => {
  const zone = draft.zoneId === null ? undefined : reference.zones.get(draft.zoneId);
  const enterprise = draft.enterpriseId === null ? undefined : reference.enterprises.get(draft.enterpriseId);
  return [
    `Trích yếu: ${draft.subject}`,
    ...(draft.docNumber === null ? [] : [`Văn bản: ${documentName(draft.docNumber, draft.docDate)}`]),
    ...(zone === undefined ? [] : [`Khu: ${zone.name}`]),
    ...(enterprise === undefined ? [] : [`Doanh nghiệp: ${enterprise.name} (${enterprise.taxCode})`]),
    `Lĩnh vực: ${reference.fields.get(draft.fieldId)?.name ?? ''}`,
    ...extraLines(draft.extra),
    `Loại: ${requestTypes[draft.type]}`,
    `Mức độ: ${urgencies[draft.urgency]}`,
  ];
};

const askingLines = ({ directory }: Reference, { signerId }: Draft, { request }: Filed): readonly Line[] => [
  `Chủ trì: ${unitName(directory, request.askingUnitId)}`,
  ...(signerId === null
    ? []
    : [`Người đứng tên: ${personName(directory, signerId)}; ${personName(directory, request.filerId)} lập thay`]),
];

/** More units than this are told by number: their terms are the same, and forty names fit no phone. */
const MOST_IN_FULL = 5;
const NAMED_WHEN_FOLDED = 2;

const foldedLines = (directory: Directory, parts: readonly NewPart[]): readonly Line[] => {
  const unitIds = parts.map((part) => part.unitId);
  return [
    [{ bold: `• ${unitNames(directory, unitIds, NAMED_WHEN_FOLDED)}` }],
    ...parts.slice(0, 1).flatMap((part) => termLines(part)),
  ];
};

const partLines = (directory: Directory, part: NewPart): readonly Line[] => [
  [{ bold: `• ${unitName(directory, part.unitId)}` }],
  ...termLines(part),
];

const termLines = (part: NewPart): readonly Line[] => [
  `   Hạn tiếp nhận: ${formatDue(receiptEnd(part))}`,
  `   Hạn trả lời (dự kiến): ${formatDue(answerEnd(part))}`,
];

const outsideLines = (directory: Directory, outside: readonly UnitId[]): readonly Line[] =>
  outside.length === 0 ? [] : [questions.units.outside(unitNames(directory, outside, NAMED_WHEN_FOLDED))];

const wantedLines = ({ wantedBy }: Draft, { parts }: Filed): readonly Line[] => {
  if (wantedBy === null) return [];
  const isEarlier = parts.some((part) => wantedBy < part.due);
  return [
    `Mong có trước: ${formatDue(endOf(wantedBy))}${isEarlier ? ', sớm hơn thời hạn của Quy chế nên chỉ để tham khảo' : ''}`,
  ];
};

export const allUnitsLines = (directory: Directory, unitIds: readonly UnitId[]): readonly Line[] => [
  [{ bold: `Gửi tới ${unitIds.length} đơn vị` }],
  ...unitIds.map((id, index) => `${index + 1}) ${unitName(directory, id)}`),
];

export const filingTexts = {
  allUnits: (count: number): string => `Xem đủ ${count} đơn vị`,
  backToSummary: 'Xem lại bản tóm tắt',
  openDuplicate: (code: string): string => `Xem ${code}`,
  link: (code: string): string => `Liên kết với ${code}`,
  merge: (code: string): string => `Gộp vào ${code}`,
  merged: (code: string): readonly string[] => [
    `Đã gộp vào ${code}: nội dung được gửi tới các đơn vị đang thực hiện, tệp được kèm vào đề nghị đó. Không có đề nghị mới nào được gửi.`,
  ],
  linked: (codes: readonly string[]): string => `Liên kết với: ${codes.join(', ')}`,
  related: (codes: readonly string[]): string => `Liên quan: ${codes.join(', ')}`,
  raise: (urgency: Urgency, by: string): string => `Đổi sang ${urgencies[urgency]}, trả lời ${by}`,
} as const;

export const filedLines = (code: string, undoSeconds: number): readonly Line[] => [
  ['Đã gửi đề nghị ', { bold: code }, '.'],
  `Có thể bấm Hoàn tác trong ${undoSeconds} giây; sau đó các đơn vị nhận được đề nghị, và ông/bà được báo khi có đơn vị tiếp nhận, trả lời.`,
];
