/** Sentences for what is refused about reminders. */
import type { RemindRefusalCode } from '#domain/reminder/refusals.ts';

export const remindRefusals = {
  'remind.hours': () =>
    'Khoảng giờ này không có đủ 30 phút làm việc. Đề nghị chọn khoảng trong giờ làm việc, ví dụ: 8 giờ 30 đến 11 giờ.',
  'remind.hours_unreadable': () => 'Chưa hiểu khoảng giờ. Ví dụ: 8 giờ 30 đến 11 giờ.',
  'remind.past': () => 'Thời điểm này đã qua. Đề nghị nêu thời điểm khác, ví dụ: 15 giờ thứ Sáu.',
  'remind.too_long': () => 'Thời gian này quá một tháng. Đề nghị chọn ngày sớm hơn.',
  'remind.gone': () => 'Mục này không còn. Gõ /nhac để xem danh sách hiện nay.',
  'remind.when': () => 'Chưa hiểu thời điểm. Ví dụ: 15 giờ thứ Sáu, 9 giờ ngày 04/12/2026.',
} satisfies Readonly<Record<RemindRefusalCode, () => string>>;
