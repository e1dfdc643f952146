/** The card of a team, lists of teams, and what was said of an act. */
import type { Reference } from '#domain/reference.ts';
import type { Conflict } from '#domain/team/guard.ts';
import { type Team, type TeamDay, yearOf } from '#domain/team/team.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatDateWithWeekday } from '#text/calendar/dates.ts';
import { conflictLines, enterpriseName, formatMinute, memberLines } from './plan.ts';
import { decidingUnit } from './succession.ts';
import { teamKinds, teamStates } from './words.ts';

export const teamTexts = {
  open: 'Xem đoàn',
  mine: 'Các đoàn của ông/bà:',
  none: ['Ông/bà chưa có đoàn kiểm tra nào.', 'Khi được cử tham gia đoàn, ông/bà sẽ nhận được thông báo.'],
  newPlan: 'Lập kế hoạch đoàn',
  yearPlan: (year: number): string => `Kế hoạch năm ${year}`,
  yearHead: (year: number, total: number): string => `Kế hoạch thanh tra, kiểm tra năm ${year}: ${total} cuộc.`,
  yearNone: (year: number): string => `Năm ${year} chưa có kế hoạch thanh tra, kiểm tra nào.`,
  history: 'Lịch sử',
  figures: 'Số liệu đoàn',
  more: 'Xem tiếp',
} as const;

/** Counts of what the team has done so far. */
export type TeamCounts = {
  readonly items: number;
  readonly checked: number;
  readonly failed: number;
  readonly evidence: number;
  readonly findings: number;
  readonly findingsOpen: number;
};

export const teamHead = (team: Team): Line => [
  { bold: team.code },
  ` · ${teamKinds[team.kind]} · ${teamStates[team.state]}`,
];

type Shown = { readonly team: Team; readonly topicNames: readonly string[]; readonly counts: TeamCounts };

export const teamCard = (reference: Reference, { team, topicNames, counts }: Shown): readonly Line[] => [
  teamHead(team),
  ...(team.decision === null
    ? []
    : [
        `Quyết định số ${team.decision.number} ngày ${formatDate(team.decision.date)}, người ký: ${team.decision.signer}`,
      ]),
  `Đơn vị ra quyết định: ${decidingUnit(reference.directory, team)}`,
  `Doanh nghiệp: ${team.enterpriseIds.map((id) => enterpriseName(reference, id)).join('; ')}`,
  `Nội dung: ${topicNames.join(', ')}`,
  `Thời kỳ ${teamKinds[team.kind]}: ${formatDate(team.periodFrom)} đến ${formatDate(team.periodTo)}`,
  ...(team.exception === null
    ? []
    : [
        `Ngoại lệ trong năm: ${team.exception.ground} (văn bản số ${team.exception.number})${team.exception.allowedBy === null ? ', chờ lãnh đạo cho phép' : ''}`,
      ]),
  '',
  ...memberLines(reference, team.members),
  '',
  ...team.days.slice(0, MOST_DAYS).map(dayLine),
  ...(team.days.length > MOST_DAYS ? [`và ${team.days.length - MOST_DAYS} ngày nữa`] : []),
  ...(counts.items === 0
    ? []
    : [
        '',
        `Danh mục: ${counts.checked}/${counts.items} mục đã kiểm tra, ${counts.failed} không đạt; ${counts.evidence} ảnh, tệp`,
      ]),
  ...(counts.findings === 0 ? [] : [`Kiến nghị: ${counts.findings}, còn ${counts.findingsOpen} chưa xong`]),
  ...(team.group === null ? [] : [`Nhóm trò chuyện: ${team.group.title || 'đã gắn'}`]),
];

/** More lines than these fill a phone. */
const MOST_DAYS = 5;

const dayLine = ({ day, minute, place }: TeamDay): Line =>
  `${formatMinute(minute)}, ${formatDateWithWeekday(day)}: ${place}`;

/** As it is published: no people, no records. */
export const planLine = (reference: Reference, team: Team, topicNames: readonly string[]): readonly Line[] => [
  teamHead(team),
  `${team.enterpriseIds.map((id) => enterpriseName(reference, id)).join('; ')} · ${topicNames.join(', ')}`,
  `${formatDate(team.days[0]?.day ?? `${yearOf(team.days)}-01-01`)} · ${decidingUnit(reference.directory, team)}`,
];

type PlannedFor = Pick<Team, 'code' | 'enterpriseIds'> & { readonly days: readonly { readonly day: IsoDate }[] };

export const plannedForLines = (
  reference: Reference,
  team: PlannedFor,
  conflicts: readonly Conflict[],
): readonly Line[] => [
  [{ bold: team.code }, ': kế hoạch chờ ban hành quyết định.'],
  `Doanh nghiệp: ${team.enterpriseIds.map((id) => enterpriseName(reference, id)).join('; ')}`,
  `Bắt đầu: ${formatDate(team.days[0]?.day ?? '')}`,
  ...(conflicts.length === 0 ? [] : conflictLines(reference, conflicts)),
];

export const decideTexts = {
  decided: (code: string, number: string, date: IsoDate): readonly Line[] => [
    [{ bold: code }, `: đã có quyết định số ${number} ngày ${formatDate(date)}.`],
    'Trưởng đoàn hoặc thư ký gõ /doan trong nhóm trò chuyện của đoàn để gắn nhóm.',
  ],
  cancelled: (code: string, reason: string): readonly Line[] => [`Đoàn ${code} đã hủy. Lý do: ${reason}`],
  ended: (code: string): readonly Line[] => [`Đoàn ${code} đã kết thúc. Kiến nghị còn lại vẫn được theo dõi.`],
  joinedTeam: (code: string, role: string): Line => `Ông/bà tham gia đoàn ${code} với vai trò: ${role}.`,
} as const;
