/** Dates and hours as officials write them, in one style: `17:00 ngày 27/11/2026`, `hết ngày 04/12/2026`. */
import type { End } from '#domain/calendar/end.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import { dateOf, minuteOfDay, weekdayOf } from '#domain/time.ts';

/** `27/11/2026` */
export const formatDate = (date: IsoDate): string => date.split('-').reverse().join('/');

/** `ngày 27/11/2026` */
export const formatDay = (date: IsoDate): string => `ngày ${formatDate(date)}`;

/** `27/11/2026 (thứ Sáu)` */
/** `ngày 05 tháng 8 năm 2025`, as official papers write it out: only days under ten and the first two months have a nought. */
export const formatLongDay = (date: IsoDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
};

export const formatDateWithWeekday = (date: IsoDate): string => `${formatDate(date)} (${weekdayName(date)})`;

/** `17:00` */
export const formatTime = (at: Millis): string => {
  const minute = minuteOfDay(at);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
};

/** `17:00 ngày 27/11/2026` */
export const formatMoment = (at: Millis): string => `${formatTime(at)} ${formatDay(dateOf(at))}`;

/** `hết ngày 04/12/2026` or `11:00 ngày 25/11/2026`, with ` (tạm tính)` while its year is not confirmed. */
export const formatDue = (end: End & { readonly provisional?: boolean }): string => {
  const words = end.dayTerm ? `hết ${formatDay(end.date)}` : formatMoment(end.due);
  return end.provisional ? `${words} (tạm tính)` : words;
};

export const weekdayName = (date: IsoDate): string => weekdayNames[weekdayOf(date)] ?? '';

const weekdayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

const twoDigits = (value: number): string => String(value).padStart(2, '0');
