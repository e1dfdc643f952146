/**
 * "Cách tính thời hạn": the steps of a deadline in short lines. Days left out for the same reason share a line that
 * names each of them; the last line is the date itself, worded as everywhere else.
 */
import type { DayOff } from '#domain/calendar/calendar.ts';
import type { Deadline } from '#domain/calendar/deadline.ts';
import type { End } from '#domain/calendar/end.ts';
import type { StartEvent, Step } from '#domain/calendar/steps.ts';
import type { Span } from '#domain/calendar/working-time.ts';
import { minutesOf } from '#domain/calendar/working-time.ts';
import type { IsoDate } from '#domain/time.ts';
import { dateOf } from '#domain/time.ts';
import {
  formatDate,
  formatDateWithWeekday,
  formatDay,
  formatDue,
  formatMoment,
  formatTime,
  weekdayName,
} from './dates.ts';
import { formatMinutes, formatTerm, formatTotal } from './term.ts';

/** `rule` says where the term comes from, such as `theo Quy chế (đề xuất), phiên bản 2`. */
export const explain = (result: Deadline, rule?: string): string[] => [
  ...result.steps.flatMap((step) => lines(step, rule)),
  `Hạn: ${formatDue(result)}.`,
];

const lines = (step: Step, rule: string | undefined): string[] => {
  switch (step.kind) {
    case 'start':
      return [startLine(step), `Thời hạn: ${formatTerm(step.term)}${rule === undefined ? '' : `, ${rule}`}.`];
    case 'first_day':
      return [`Ngày đầu tiên được tính: ${formatDateWithWeekday(step.date)}.`];
    case 'first_moment':
      return [`Giờ làm việc đầu tiên được tính: ${formatMoment(step.at)}.`];
    case 'paused':
      return [
        `Tạm dừng từ ${formatMoment(step.pause.from)} đến ${formatMoment(step.pause.to)}: cộng ${formatTotal(step.added)}.`,
      ];
    case 'not_counted':
      return [`Không tính ${offName(step.why)}: ${dateList(step.dates)}.`];
    case 'make_up':
      return [`Có tính ${formatDateWithWeekday(step.date)}: ${step.reason}.`];
    case 'worked':
      return workedLines(step.spans);
    case 'reached':
      return [`Đủ ${formatTotal(step.total)}: ${reachedWords(step.end)}.`];
    case 'moved':
      return [
        `Ngày cuối ${formatDateWithWeekday(step.from)} là ${lastDayName(step.why)}; hạn chuyển sang ngày làm việc tiếp theo, ${formatDateWithWeekday(step.to)} (Điều 148 Bộ luật Dân sự).`,
      ];
    case 'asked':
      return [`Bên đề nghị hẹn ${formatDue(step.end)}, không sớm hơn thời hạn trên nên được lấy làm hạn.`];
    case 'extended':
      return [`Được gia hạn đến ${formatDue(step.end)} (đồng ý lúc ${formatMoment(step.agreedAt)}).`];
    case 'provisional':
      return [`Tạm tính vì ngày nghỉ năm ${step.years.join(', ')} chưa được xác nhận đủ.`];
  }
};

const eventNames: Readonly<Record<StartEvent, string>> = {
  given: 'Mốc tính',
  sent: 'Gửi đề nghị',
  receipt: 'Tiếp nhận',
  receipt_term_ended: 'Hết thời hạn tiếp nhận',
  letter_arrived: 'Văn bản đến',
  completed: 'Bổ sung xong',
  urgency_raised: 'Nâng mức độ khẩn',
  asked_again: 'Đề nghị trả lời lại',
  reopened: 'Mở lại',
};

const startLine = ({ event, at, date, timed, term }: Extract<Step, { readonly kind: 'start' }>): string => {
  const when = `${timed ? formatMoment(at) : formatDay(date)} (${weekdayName(date)})`;
  const isDayTerm = term.unit === 'working_day' || term.unit === 'calendar_day';
  const rule = isDayTerm ? ', ngày này không tính (Điều 147 Bộ luật Dân sự)' : '';
  return `${eventNames[event]}: ${when}${rule}.`;
};

const reachedWords = (end: End): string =>
  end.dayTerm ? `ngày ${formatDateWithWeekday(end.date)}` : formatMoment(end.due);

const offName = (why: DayOff): string => (why.kind === 'weekend' ? 'ngày nghỉ cuối tuần' : why.reason);

const lastDayName = (why: DayOff | { readonly kind: 'make_up' }): string => {
  if (why.kind === 'weekend') return 'ngày nghỉ cuối tuần';
  return why.kind === 'make_up' ? 'ngày làm bù' : `ngày nghỉ (${why.reason})`;
};

/** Beyond this many days a sum is given instead of a list: a chat message must stay readable. */
const LONGEST_LIST = 10;

const dateList = (dates: readonly IsoDate[]): string => {
  if (dates.length <= LONGEST_LIST) return dates.map(formatDate).join(', ');
  return `${dates.length} ngày, ${fromTo(dates)}`;
};

const workedLines = (spans: readonly Span[]): string[] => {
  const byDay = Map.groupBy(spans, ({ from }) => dateOf(from));
  if (byDay.size > LONGEST_LIST) {
    return [`Tính ${formatMinutes(minutesOf(spans))} trong ${byDay.size} ngày làm việc, ${fromTo([...byDay.keys()])}.`];
  }
  return [...byDay].map(([date, ofDay]) => {
    const hours = ofDay.map(({ from, to }) => `${formatTime(from)} - ${formatTime(to)}`).join(' và ');
    return `Tính ${formatDateWithWeekday(date)}: ${hours} (${formatMinutes(minutesOf(ofDay))}).`;
  });
};

const fromTo = (dates: readonly IsoDate[]): string =>
  `từ ${formatDate(dates.at(0) ?? '')} đến ${formatDate(dates.at(-1) ?? '')}`;
