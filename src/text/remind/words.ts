/** Words of /nhac: hours, what is silent for a while, and what a person reminds himself of. */
import type { Hours } from '#domain/reminder/hours.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDay, formatMoment } from '../calendar/dates.ts';

export const remindTexts = {
  hours: 'Đổi giờ nhắc',
  add: 'Thêm nhắc việc',
  allHours: 'Cả giờ làm việc',
  postpone: 'Nhắc lại sau',
  mute: 'Tạm dừng nhắc',
  listen: (name: string): string => `Nhắc lại ${name}`,
  remove: (words: string): string => `Bỏ: ${words}`,
  hoursLabel: 'Giờ nhắc',
  wordsLabel: 'Nội dung',
  whenLabel: 'Thời điểm',
  reasonLabel: 'Lý do',
  askHours: [
    'Ông/bà muốn nhận nhắc việc trong khoảng giờ nào của ngày làm việc?',
    'Ví dụ: 8 giờ 30 đến 11 giờ. Việc hỏa tốc vẫn được nhắc ngay.',
  ],
  askWords: ['Nhắc ông/bà việc gì?'],
  askWhen: ['Nhắc vào lúc nào? Ví dụ: 15 giờ thứ Sáu, 9 giờ ngày 04/12/2026.'],
  askReason: ['Lý do? Lý do được lưu trong lịch sử.'],
  removed: 'Đã bỏ nhắc việc này.',
  listening: (name: string): string => `Đã nhắc trở lại ${name}.`,
  inAnHour: 'Sau 1 giờ',
  tomorrow: 'Đầu giờ ngày làm việc sau',
  inThreeDays: 'Sau 3 ngày làm việc',
} as const;

export const askHour = (day: IsoDate): readonly string[] => [
  `Nhắc vào mấy giờ ${formatDay(day)}? Chọn, hoặc gõ, ví dụ: 9 giờ 30.`,
];

export const askUntil = (mode: 'postpone' | 'mute', name: string): readonly string[] =>
  mode === 'postpone'
    ? [`Nhắc lại ${name} vào lúc nào? Chọn, hoặc gõ, ví dụ: 15 giờ thứ Sáu.`]
    : [`Tạm dừng nhắc ${name} đến lúc nào? Chọn, hoặc gõ ngày, ví dụ: 04/12/2026.`];

export const hoursWords = (hours: Hours | null): string =>
  hours === null ? 'cả giờ làm việc' : `${clock(hours.from)} đến ${clock(hours.to)} trong giờ làm việc`;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export type Reminding = {
  readonly hours: Hours | null;
  readonly mutes: readonly { readonly name: string; readonly until: Millis; readonly reason: string }[];
  readonly personal: readonly { readonly words: string; readonly at: Millis }[];
};

export const remindLines = ({ hours, mutes, personal }: Reminding): readonly Line[] => [
  [{ bold: 'Nhắc việc của ông/bà' }],
  `Giờ nhận nhắc việc: ${hoursWords(hours)}.`,
  ...(mutes.length === 0 ? [] : ['', 'Đang tạm dừng nhắc:']),
  ...mutes.map(({ name, until, reason }) => `• ${name}, đến ${formatMoment(until)}. Lý do: ${reason}`),
  ...(personal.length === 0 ? [] : ['', 'Nhắc việc riêng:']),
  ...personal.map(({ words, at }) => `• ${formatMoment(at)}: ${words}`),
  '',
  'Việc quá hạn, thông báo quan trọng và việc hỏa tốc luôn được nhắc.',
];

export const hoursKept = (hours: Hours | null): readonly string[] => [
  `Đã ghi giờ nhận nhắc việc: ${hoursWords(hours)}.`,
];

export const mutedLines = (mode: 'postpone' | 'mute', name: string, until: Millis): readonly string[] =>
  mode === 'postpone'
    ? [`Sẽ nhắc lại ${name} lúc ${formatMoment(until)}.`]
    : [
        `Đã tạm dừng nhắc ${name} đến ${formatMoment(until)}.`,
        'Việc quá hạn và thông báo quan trọng vẫn được nhắc. Gõ /nhac để nhắc trở lại.',
      ];

export const personalKept = (words: string, at: Millis): readonly string[] => [
  `Sẽ nhắc ông/bà lúc ${formatMoment(at)}: ${words}`,
];

export const personalLines = (words: string): readonly Line[] => ['Việc ông/bà đã đặt nhắc:', [{ bold: words }]];
