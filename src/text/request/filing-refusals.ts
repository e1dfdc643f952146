/** Sentences of filing and of files, for the table of refusals. */
import type { Refusal } from '#domain/result.ts';
import { formatDate } from '#text/calendar/dates.ts';

type Params = Refusal['params'];

/** Named wherever a file is turned away. */
export const ACCEPTED_KINDS =
  'Nhận tệp PDF, Word, Excel, PowerPoint, OpenDocument, ảnh, ghi âm, video MP4, tệp chữ TXT, CSV; tối đa 20 MB mỗi tệp.';

export const filingRefusals = {
  'file.signer': () => 'Người đứng tên không còn là trưởng phòng, lãnh đạo của đơn vị. Bấm Sửa để chọn lại.',
  'file.failed': (params: Params) => `Tệp ${String(params.name)} không tải được. Đề nghị gửi lại.`,
  'file.no_merge': (params: Params) =>
    `${String(params.code)} không còn đơn vị nào đang thực hiện mà ông/bà trao đổi được. Đề nghị gửi đề nghị mới, hoặc bấm Liên kết.`,
  'file.not_kept': (params: Params) =>
    `Tệp ${String(params.name)} không tải được hoặc không nhận. Bấm Sửa, chọn Nội dung, tệp để bỏ tệp này hoặc gửi tệp khác.`,
  'file.too_big': (params: Params) =>
    `Tệp ${String(params.name)} lớn hơn 20 MB nên không nhận được. Đề nghị nén nhỏ hoặc chia tệp rồi gửi lại.`,
  'file.empty': (params: Params) => `Tệp ${String(params.name)} không có nội dung. Đề nghị kiểm tra và gửi lại.`,
  'file.kind': (params: Params) => `Tệp ${String(params.name)} thuộc loại không nhận. ${ACCEPTED_KINDS}`,
  'field.enterprise_unknown': (params: Params) =>
    `Không tìm thấy doanh nghiệp "${String(params.words)}". Ví dụ: gõ mã số thuế 10 số hoặc một phần tên.`,
  'date.several': (params: Params) =>
    `“${String(params.words)}” có thể là ${formatDate(String(params.one))} hoặc ${formatDate(String(params.other))}. Đề nghị gõ ngày cụ thể, ví dụ: ${formatDate(String(params.one))}.`,
  'field.number': () => 'Đề nghị trả lời bằng số. Ví dụ: 1.200.',
  'document.date_ahead': (params: Params) =>
    `${formatDate(String(params.date))} chưa tới nên chưa thể là ngày ký. Đề nghị nêu ngày khác, ví dụ: 20/11/2026.`,
} as const;
