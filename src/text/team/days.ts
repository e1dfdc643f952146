/** Days on site: announcement, attendance, reminders, changes of schedule, terms afterwards. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { endOf } from '#domain/request/clock.ts';
import type { StageKind } from '#domain/team/stages.ts';
import type { Team, TeamDay, TeamKind } from '#domain/team/team.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDateWithWeekday, formatDue } from '#text/calendar/dates.ts';
import { personName } from '#text/request/card.ts';
import { formatMinute } from './plan.ts';
import { teamKinds } from './words.ts';

export const dayTexts = {
  announced: (code: string, kind: TeamKind): readonly Line[] => [
    [{ bold: code }, `: đã công bố quyết định, bắt đầu ${teamKinds[kind]}.`],
    'Bấm Nội dung kiểm tra để ghi kết quả từng mục; gửi ảnh, tệp bằng cách trả lời tin của mục đó.',
  ],
  present: (name: string): string => `${name}: có mặt.`,
  presentBefore: 'Ông/bà đã được ghi nhận có mặt hôm nay.',
  allPresent: 'Đoàn đã đủ thành viên.',
  missing: (names: string): string => `Chưa điểm danh: ${names}.`,
  attend: 'Có mặt',
} as const;

export const attendanceLines = (directory: Directory, name: string, missing: readonly PersonId[]): readonly Line[] => [
  dayTexts.present(name),
  missing.length === 0
    ? dayTexts.allPresent
    : dayTexts.missing(missing.map((id) => personName(directory, id)).join(', ')),
];

type Moved = { readonly team: Team; readonly from: TeamDay; readonly to: TeamDay; readonly reason: string };

export const movedLines = ({ team, from, to, reason }: Moved): readonly Line[] => [
  [{ bold: team.code }, ': đổi lịch.'],
  `Lịch cũ: ${formatMinute(from.minute)}, ${formatDateWithWeekday(from.day)}, ${from.place}`,
  `Lịch mới: ${formatMinute(to.minute)}, ${formatDateWithWeekday(to.day)}, ${to.place}`,
  `Lý do: ${reason}`,
];

export const reminderLines = (team: Team, day: TeamDay, today: IsoDate, enterprises: string): readonly Line[] => [
  [{ bold: day.day === today ? 'Hôm nay đoàn làm việc' : 'Ngày làm việc tới đoàn làm việc' }, ` · ${team.code}`],
  `${formatMinute(day.minute)}, ${formatDateWithWeekday(day.day)}`,
  `Doanh nghiệp: ${enterprises}`,
  `Địa điểm: ${day.place}`,
  ...(day.bring === '' ? [] : [`Mang theo: ${day.bring}`]),
];

const stageNames: Readonly<Record<Exclude<StageKind, 'day_before' | 'day_morning'>, string>> = {
  notice: 'gửi thông báo quyết định cho doanh nghiệp',
  report: 'báo cáo kết quả',
  remarks: 'ý kiến bằng văn bản của người ký quyết định',
};

/** What is said when a term ends. */
export const stageLines = (code: string, kind: StageKind, isSample: boolean): readonly Line[] => [
  [
    { bold: code },
    `: hết thời hạn ${kind === 'day_before' || kind === 'day_morning' ? '' : stageNames[kind]}${isSample ? ' (thời hạn mẫu)' : ''}.`,
  ],
  'Nếu đã thực hiện, ông/bà không cần làm gì thêm.',
];

export type TermShown = { readonly kind: StageKind; readonly at: Millis; readonly provisional: boolean };

/** The end of a day term is its 24:00: the day before is shown. */
export const termLines = (terms: readonly TermShown[], hasSamples: boolean): readonly Line[] => [
  ...terms.flatMap(({ kind, at, provisional }) =>
    kind === 'day_before' || kind === 'day_morning'
      ? []
      : [`Hạn ${stageNames[kind]}: ${formatDue({ ...endOf(at), provisional })}`],
  ),
  ...(hasSamples && terms.length > 0
    ? ['Các thời hạn trên là thời hạn mẫu để tham khảo, chưa phải quy định áp dụng tại đây.']
    : []),
];
