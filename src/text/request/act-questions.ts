/** What acts ask for. */
import type { ActName } from '#domain/request/acts.ts';
import type { Urgency } from '#domain/request/request.ts';
import { urgencies } from './words.ts';

export const actQuestions = {
  person: {
    label: 'Người xử lý',
    ask: (code: string): readonly string[] => [`Phân công ${code} cho ai? Chọn, hoặc gõ tên.`],
  },
  unit: {
    label: 'Đơn vị',
    ask: (act: ActName, code: string): readonly string[] => [
      act === 'hand_on'
        ? `Chuyển ${code} tới đơn vị nào? Chọn, hoặc gõ tên (ví dụ: xã Thiên Lộc).`
        : `Thêm đơn vị nào vào ${code}? Chọn, hoặc gõ tên (ví dụ: xã Thiên Lộc).`,
    ],
  },
  urgency: {
    label: 'Mức độ khẩn',
    ask: (code: string, now: Urgency): readonly string[] => [
      `${code} đang ở mức ${urgencies[now]}. Đổi thành mức nào? Thời hạn được tính lại.`,
    ],
  },
  parts: {
    label: 'Đơn vị thực hiện tiếp',
    all: 'Tất cả các đơn vị',
    ask: (code: string): readonly string[] => [
      `Mở lại ${code}: đơn vị nào thực hiện tiếp? Chọn, hoặc gõ tên các đơn vị, cách nhau bằng dấu phẩy.`,
    ],
  },
  position: {
    label: 'Ý kiến',
    ask: (code: string, subject: string): readonly string[] => [`Trả lời ${code}: ${subject}`, 'Ý kiến của đơn vị?'],
  },
  until: {
    label: 'Gia hạn đến ngày',
    ask: (code: string): readonly string[] => [
      `Đề nghị gia hạn ${code} đến ngày nào? Chọn, hoặc gõ ngày (ví dụ: 15/12/2026).`,
    ],
  },
  leftOut: {
    label: 'Lý do không chờ',
    ask: (units: readonly string[]): readonly string[] => [
      `Còn ${units.length} đơn vị chưa trả lời: ${units.join(', ')}.`,
      'Nêu lý do tổng hợp không chờ các đơn vị này, hoặc gõ /huy để chờ tiếp.',
    ],
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

const wordsFor = (act: ActName, code: string): string => asked[act]?.(code) ?? 'Nêu lý do.';

const asked: Partial<Readonly<Record<ActName, (code: string) => string>>> = {
  answer: () => 'Nội dung trả lời? Viết trong một tin nhắn; tệp kèm theo được gửi ở bước sau.',
  replace_answer: () => 'Nội dung trả lời thay thế? Trả lời cũ có hiệu lực đến khi trả lời mới được duyệt.',
  return_draft: (code) => `Nêu điểm cần sửa trong dự thảo trả lời ${code}.`,
  ask_completion: (code) => `Hồ sơ ${code} còn thiếu gì? Việc này chỉ đề nghị một lần, đề nghị nêu đủ.`,
  complete: (code) => `Nội dung bổ sung cho ${code}?`,
  synthesise: (code) => `Nhận xét, tổng hợp của đơn vị chủ trì về ${code}?`,
  close: (code) => `Kết quả cuối cùng của ${code}?`,
  withdraw: (code) => `Lý do rút ${code}? Các đơn vị được báo và không phải trả lời nữa.`,
};
