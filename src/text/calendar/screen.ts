/** /lich: the working calendar on a phone's screen. */
import type { Session } from '#domain/calendar/calendar.ts';
import type { Outlook } from '#domain/calendar/outlook.ts';
import { type IsoDate, MINUTE, momentOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { upperFirst } from '../request/words.ts';
import { dayKinds } from './change.ts';
import { formatDate, formatDateWithWeekday, formatTime, weekdayName } from './dates.ts';

export const calendarScreen = (
  { week, daysOff, makeUpDays, years }: Outlook,
  on: { readonly today: IsoDate; readonly sessions: readonly Session[] },
): readonly Line[] => [
  [{ bold: 'Lịch làm việc' }],
  `Giờ làm việc: ${on.sessions.map(hours).join(' và ')}.`,
  '',
  [{ bold: 'Tuần này' }],
  ...week.map((day) => weekLine(day, on.today)),
  '',
  [{ bold: 'Ngày nghỉ sắp tới' }],
  ...(daysOff.length === 0
    ? ['Chưa có ngày nghỉ nào được nhập, ngoài thứ Bảy và Chủ nhật.']
    : daysOff.map(({ date, kind, reason }) => `${formatDateWithWeekday(date)}: ${reason} (${dayKinds[kind]})`)),
  '',
  [{ bold: 'Ngày làm bù sắp tới' }],
  ...(makeUpDays.length === 0
    ? ['Không có.']
    : makeUpDays.map(({ date, reason }) => `${formatDateWithWeekday(date)}: ${reason}`)),
  '',
  ...years.map(({ year, confirmed }) =>
    confirmed
      ? `Năm ${year}: đã xác nhận đủ ngày nghỉ.`
      : `Năm ${year}: chưa xác nhận đủ ngày nghỉ; thời hạn trong năm này là tạm tính.`,
  ),
];

const weekLine = ({ date, off, makeUp }: Outlook['week'][number], today: IsoDate): string =>
  `${upperFirst(weekdayName(date))} ${formatDate(date)}${date === today ? ' (hôm nay)' : ''}: ${dayWords(off, makeUp)}`;

const dayWords = (off: Outlook['week'][number]['off'], makeUp: string | null): string => {
  if (makeUp !== null) return `làm việc, làm bù (${makeUp})`;
  if (off === null) return 'làm việc';
  return off.kind === 'weekend' ? 'nghỉ cuối tuần' : `nghỉ (${off.reason})`;
};

const hours = ({ from, to }: Session): string => `${timeOf(from)} - ${timeOf(to)}`;

/** The day does not matter. */
const timeOf = (minute: number): string => formatTime(momentOf('2026-01-01', 0) + minute * MINUTE);
