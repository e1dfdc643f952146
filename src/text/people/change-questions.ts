/** Questions of the form by which administrators change the directory. */
import { formatDate } from '../calendar/dates.ts';

export const changeQuestions = {
  name: { label: 'Họ tên', ask: ['Họ và tên cán bộ được mời?', 'Ví dụ: Nguyễn Thị Lan'] },
  title: { label: 'Chức vụ', ask: ['Chức vụ của cán bộ?', 'Ví dụ: Chuyên viên Văn phòng'] },
  place: {
    label: 'Vai trò kết thúc',
    ask: (name: string): readonly string[] => [`Kết thúc vai trò nào của ${name}?`],
  },
  fromUnit: { label: 'Đơn vị cũ', ask: (name: string): readonly string[] => [`${name} rời đơn vị nào?`] },
  unit: {
    label: 'Đơn vị',
    ask: (name: string): readonly string[] => [
      name === '' ? 'Đơn vị của cán bộ được mời?' : `Đơn vị nào cho ${name}?`,
      'Ông/bà chọn trong danh sách hoặc gõ tên đơn vị. Ví dụ: xã Thiên Lộc',
    ],
  },
  role: { label: 'Vai trò', ask: ['Vai trò trên hệ thống?'] },
  on: {
    label: 'Ngày',
    ask: {
      add_role: ['Giữ vai trò từ ngày nào?', 'Ví dụ: 15/12/2026'],
      end_role: ['Ngày cuối giữ vai trò? Quyền sử dụng kết thúc ngay sau ngày này.', 'Ví dụ: 15/12/2026'],
      move: ['Ngày đầu tiên ở đơn vị mới?', 'Ví dụ: 15/12/2026'],
    } as Readonly<Record<string, readonly string[]>>,
  },
  gender: {
    label: 'Cách xưng hô',
    ask: (name: string): readonly string[] => [`Xưng hô với ${name}?`],
    nam: 'Ông',
    nu: 'Bà',
    unknown: 'Ông/bà',
  },
  keep: (value: string): string => `Giữ nguyên: ${value}`,
  today: (date: string): string => `Hôm nay, ${formatDate(date)}`,
  tomorrow: (date: string): string => `Ngày mai, ${formatDate(date)}`,
  yesterday: (date: string): string => `Hôm qua, ${formatDate(date)} (thôi quyền ngay)`,
} as const;
