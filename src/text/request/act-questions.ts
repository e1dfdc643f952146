/** What acts ask for. */
import type { ActName } from '#domain/request/acts.ts';

export const actQuestions = {
  person: {
    label: 'Người xử lý',
    ask: (code: string): readonly string[] => [`Phân công ${code} cho ai? Chọn, hoặc gõ tên.`],
  },
  position: {
    label: 'Ý kiến',
    ask: (code: string, subject: string): readonly string[] => [`Trả lời ${code}: ${subject}`, 'Ý kiến của đơn vị?'],
  },
  words: {
    label: 'Nội dung',
    ask: (act: ActName, code: string): readonly string[] => [wordsFor(act, code)],
  },
  files: {
    label: 'Tệp',
    ask: (count: number): readonly string[] =>
      count === 0
        ? ['Gửi tệp hoặc ảnh kèm theo (nếu có), rồi bấm Trình duyệt.']
        : [`Đã nhận ${count} tệp. Gửi thêm, hoặc bấm Trình duyệt.`],
    none: 'Trình duyệt',
    done: 'Trình duyệt',
  },
} as const;

const wordsFor = (act: ActName, code: string): string => {
  switch (act) {
    case 'answer':
      return 'Nội dung trả lời? Viết trong một tin nhắn; tệp kèm theo được gửi ở bước sau.';
    case 'return_draft':
      return `Nêu điểm cần sửa trong dự thảo trả lời ${code}.`;
    case 'synthesise':
      return `Nhận xét, tổng hợp của đơn vị chủ trì về ${code}?`;
    case 'close':
      return `Kết quả cuối cùng của ${code}?`;
    default:
      return 'Nêu lý do.';
  }
};
