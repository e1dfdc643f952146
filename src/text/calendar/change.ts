/** Changes of the working calendar in words. */
import type { CalendarDay } from '#domain/calendar/calendar.ts';
import type { CalendarStep } from '#domain/calendar/change.ts';
import { formatDateWithWeekday } from './dates.ts';

export const dayKinds: Readonly<Record<CalendarDay['kind'], string>> = {
  holiday: 'nghỉ lễ',
  comp: 'nghỉ bù',
  swap_off: 'nghỉ hoán đổi',
  swap_work: 'làm bù',
};

/** `thêm ngày nghỉ 24/12/2026 (thứ Năm): nghỉ hoán đổi, Nghỉ Giáng sinh` */
export const calendarStepWords = (step: CalendarStep): string => {
  switch (step.kind) {
    case 'set_day': {
      const what = step.day === 'swap_work' ? 'thêm ngày làm bù' : 'thêm ngày nghỉ';
      const kind = step.day === 'swap_work' ? '' : `${dayKinds[step.day]}, `;
      return `${what} ${formatDateWithWeekday(step.date)}: ${kind}${step.reason}`;
    }
    case 'drop_day':
      return `bỏ ngày ${formatDateWithWeekday(step.date)} khỏi danh sách ngày nghỉ, ngày làm bù`;
    case 'confirm_year':
      return `xác nhận đã nhập đủ ngày nghỉ năm ${step.year}`;
  }
};

/** More than these tell nobody anything. */
const MOST_NAMED = 5;

export const changesWords = (steps: readonly CalendarStep[]): string => {
  const named = steps.slice(0, MOST_NAMED).map(calendarStepWords);
  const left = steps.length - named.length;
  return ['lịch làm việc thay đổi', ...named, ...(left === 0 ? [] : [`và ${left} thay đổi khác`])].join('; ');
};
