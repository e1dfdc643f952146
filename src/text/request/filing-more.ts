/** Questions that a new request may also be asked, and the own form of its field. */
import type { ExtraAnswer, FieldQuestion } from '#domain/request/own-form.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { formatNumber } from '#text/numbers.ts';

export const more = {
  docNumber: {
    label: 'Số, ký hiệu văn bản',
    ask: ['Số, ký hiệu của văn bản đã ký là gì?', 'Ví dụ: 123/BQL-QHXD.'],
    none: 'Không ghi số văn bản',
  },
  docDate: {
    label: 'Ngày văn bản',
    ask: ['Văn bản ký ngày nào?', 'Chọn, hoặc gõ ngày khác, ví dụ: 20/11/2026.'],
    none: 'Không ghi ngày',
  },
  enterprise: {
    label: 'Doanh nghiệp',
    ask: ['Đề nghị liên quan doanh nghiệp nào?', 'Chọn, hoặc gõ mã số thuế hay tên doanh nghiệp.'],
    several: (words: string, isCut: boolean): readonly string[] => [
      `Có nhiều doanh nghiệp tên gần với "${words}". Đề nghị chọn một doanh nghiệp.`,
      ...(isCut ? ['Danh sách còn dài: gõ tên đầy đủ hơn hoặc mã số thuế để thu hẹp.'] : []),
    ],
    none: 'Không ghi doanh nghiệp',
  },
  wanted: {
    label: 'Ngày mong muốn',
    ask: [
      'Ông/bà mong có trả lời chậm nhất vào ngày nào?',
      'Ngày sớm hơn thời hạn của Quy chế chỉ để tham khảo. Chọn, hoặc gõ ngày khác, ví dụ: 15/12/2026.',
    ],
    none: 'Không ghi ngày mong muốn',
  },
  signer: {
    label: 'Người đứng tên',
    ask: ['Đề nghị đứng tên trưởng phòng hoặc lãnh đạo nào? Ông/bà vẫn được ghi là người lập.'],
    none: 'Tôi đứng tên',
  },
  extra: {
    label: { required: 'Thông tin riêng của lĩnh vực', offered: 'Thông tin thêm của lĩnh vực' },
    ask: ({ label, kind }: FieldQuestion): readonly string[] => [`${label}?`, ...examples[kind]],
    skip: 'Bỏ qua',
  },
} as const;

const examples: Readonly<Record<FieldQuestion['kind'], readonly string[]>> = {
  text: ['Đề nghị trả lời ngắn bằng chữ.'],
  number: ['Ví dụ: 1.200.'],
  date: ['Ví dụ: 15/12/2026.'],
  choice: ['Đề nghị chọn một mục.'],
};

/** `Số lao động: 1.200` */
export const extraLines = (extra: readonly ExtraAnswer[]): readonly string[] =>
  extra.map(({ label, kind, value }) => {
    if (typeof value === 'number') return `${label}: ${formatNumber(value, 3)}`;
    return `${label}: ${kind === 'date' ? formatDate(value) : value}`;
  });

/** `123/BQL-QHXD ngày 20/11/2026` */
export const documentName = (number: string, date: string | null): string =>
  date === null ? number : `${number} ngày ${formatDate(date)}`;
