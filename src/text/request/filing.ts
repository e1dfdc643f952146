/** Questions and summary of a new request. */
import type { Term } from '#domain/calendar/term.ts';
import type { Reference } from '#domain/reference.ts';
import { endOf } from '#domain/request/clock.ts';
import type { Draft, Filed } from '#domain/request/filing.ts';
import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { formatTerm } from '#text/calendar/term.ts';
import { unitName } from './card.ts';
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
        : [
            `Đã nhận ${[...(files === 0 ? [] : [`${files} tệp`]), ...(texts === 0 ? [] : [`${texts} đoạn nội dung`])].join(', ')}. Gửi thêm, hoặc bấm Xong.`,
          ],
    none: 'Không có tệp',
    done: 'Xong',
    drop: { files: 'Bỏ các tệp đã gửi', texts: 'Bỏ nội dung đã gửi' },
  },
} as const;

export const summaryLines = (
  reference: Reference,
  draft: Draft,
  filed: Filed,
  fileNames: readonly string[],
): readonly Line[] => {
  const { directory } = reference;
  const zone = draft.zoneId === null ? undefined : reference.zones.get(draft.zoneId);
  return [
    [{ bold: 'Đề nghị phối hợp (bản nháp)' }],
    `Trích yếu: ${draft.subject}`,
    ...(zone === undefined ? [] : [`Khu: ${zone.name}`]),
    `Lĩnh vực: ${reference.fields.get(draft.fieldId)?.name ?? ''}`,
    `Loại: ${requestTypes[draft.type]}`,
    `Mức độ: ${urgencies[draft.urgency]}`,
    ...(draft.content === '' ? [] : `Nội dung: ${draft.content}`.split('\n')),
    `Chủ trì: ${unitName(directory, filed.request.askingUnitId)}`,
    'Gửi tới:',
    ...filed.parts.flatMap((part) => [
      [{ bold: `• ${unitName(directory, part.unitId)}` }],
      `   Hạn tiếp nhận: ${formatDue(endOf(part.receiptDue))}`,
      `   Hạn trả lời (dự kiến): ${formatDue({ ...endOf(part.due), provisional: part.provisional })}`,
    ]),
    ...(fileNames.length === 0 ? [] : [`Tệp: ${fileNames.join(', ')}`]),
    '',
    'Đề nghị ông/bà kiểm tra: đúng thì bấm Gửi, cần thay đổi thì bấm Sửa.',
  ];
};

export const filedLines = (code: string, undoSeconds: number): readonly Line[] => [
  ['Đã gửi đề nghị ', { bold: code }, '.'],
  `Có thể bấm Hoàn tác trong ${undoSeconds} giây; sau đó các đơn vị nhận được đề nghị, và ông/bà được báo khi có đơn vị tiếp nhận, trả lời.`,
];
