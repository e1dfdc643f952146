/** What acts ask for. */
import type { ActName } from '#domain/request/acts.ts';
import type { Urgency } from '#domain/request/request.ts';
import { urgencies } from './words.ts';

/** What has been gathered so far, and nothing of what has not. */
export const received = (files: number, texts: number): string =>
  [...(files === 0 ? [] : [`${files} tệp`]), ...(texts === 0 ? [] : [`${texts} đoạn nội dung`])].join(', ');

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
      `Đề nghị gia hạn ${code} đến ngày nào? Chọn, hoặc gõ ngày (ví dụ: 15/12/2026), hay “thêm 3 ngày làm việc”.`,
    ],
  },
  leftOut: {
    label: 'Lý do không chờ',
    ask: (units: readonly string[]): readonly string[] => [
      `Còn ${units.length} đơn vị chưa trả lời: ${units.join(', ')}.`,
      'Nêu lý do tổng hợp không chờ các đơn vị này, hoặc gõ /huy để chờ tiếp.',
    ],
  },
  number: {
    label: 'Số, ký hiệu',
    ask: ['Số, ký hiệu của văn bản? Ví dụ: 123/BQL-QHXD.'],
  },
  date: {
    label: 'Ngày',
    ask: (act: ActName): readonly string[] => [
      act === 'record_arrival'
        ? 'Văn bản đến đơn vị ngày nào? Chọn, hoặc gõ ngày (ví dụ: 20/11/2026).'
        : 'Ngày ghi trên văn bản? Chọn, hoặc gõ ngày (ví dụ: 20/11/2026).',
    ],
  },
  signer: {
    label: 'Người ký',
    ask: ['Họ tên, chức vụ người ký văn bản? Ví dụ: Nguyễn Văn A, Phó Chủ tịch.'],
  },
  watcher: {
    label: 'Người theo dõi',
    ask: (code: string): readonly string[] => [
      `Thêm ai theo dõi ${code}? Gõ họ tên, có thể kèm tên đơn vị.`,
      'Người ngoài các bên chỉ thấy trích yếu, trạng thái và thời hạn.',
    ],
  },
  words: { label: 'Nội dung' },
  enclosures: {
    label: 'Tệp',
    ask: (files: number, texts: number): readonly string[] =>
      files + texts === 0
        ? ['Gửi tệp hoặc ảnh kèm theo (nếu có), rồi bấm Xong.']
        : [`Đã nhận ${received(files, texts)}. Gửi thêm, hoặc bấm Xong.`],
    none: 'Xong, không có tệp',
    done: 'Xong',
  },
  files: {
    label: 'Tệp',
    ask: (files: number, texts: number): readonly string[] =>
      files + texts === 0
        ? ['Gửi tệp hoặc ảnh kèm theo (nếu có), rồi bấm Trình duyệt.']
        : [`Đã nhận ${received(files, texts)}. Gửi thêm, hoặc bấm Trình duyệt.`],
    none: 'Trình duyệt',
    done: 'Trình duyệt',
  },
} as const;
