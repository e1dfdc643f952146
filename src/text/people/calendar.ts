/** Questions and buttons by which administrators of the standing unit change the working calendar. */
import type { CalendarDay } from '#domain/calendar/calendar.ts';
import { formatDateWithWeekday } from '../calendar/dates.ts';

export const calendarTexts = {
  hint: 'Mỗi thay đổi cần quản trị viên thứ hai xác nhận; thời hạn đang chạy được tính lại và người liên quan được báo.',
  off: 'Thêm ngày nghỉ',
  makeUp: 'Thêm ngày làm bù',
  drop: 'Bỏ ngày',
  year: 'Xác nhận năm',
  date: {
    label: 'Ngày',
    ask: {
      off: ['Ngày nghỉ nào?', 'Ví dụ: 31/12/2026'],
      make_up: ['Ngày làm bù nào? Phải là thứ Bảy hoặc Chủ nhật.', 'Ví dụ: 09/01/2027'],
      drop: ['Bỏ ngày nào khỏi danh sách ngày nghỉ, ngày làm bù?', 'Ông/bà chọn hoặc gõ ngày. Ví dụ: 31/12/2026'],
    },
  },
  kind: { label: 'Loại ngày nghỉ', ask: ['Loại ngày nghỉ?'] },
  reason: {
    label: 'Lý do',
    ask: {
      off: ['Tên ngày nghỉ, hoặc lý do?', 'Ví dụ: Tết Dương lịch'],
      make_up: ['Làm bù cho ngày nào?', 'Ví dụ: Làm bù cho 02/01/2027'],
    },
  },
  confirmed: {
    label: 'Năm',
    ask: ['Năm nào đã nhập đủ ngày nghỉ, ngày làm bù theo thông báo của cơ quan có thẩm quyền?', 'Ví dụ: 2027'],
    option: (year: number): string => `Năm ${year}`,
  },
  listed: ({ date, reason }: CalendarDay): string => `${formatDateWithWeekday(date)}: ${reason}`,
} as const;
