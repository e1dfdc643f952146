/** The plan of a team: its questions, its summary, and what the yearly limit says. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Conflict } from '#domain/team/guard.ts';
import type { PlanDraft } from '#domain/team/plan.ts';
import { TEAM_ROLES, type TeamKind, type TeamRole } from '#domain/team/team.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatDateWithWeekday } from '#text/calendar/dates.ts';
import { personName, unitName } from '#text/request/card.ts';
import { upperFirst } from '#text/request/words.ts';
import { teamKinds, teamRoles } from './words.ts';

export const planQuestions = {
  kind: {
    label: 'Hình thức',
    ask: ['Lập kế hoạch đoàn. Hình thức là gì?'],
    name: (kind: TeamKind): string => upperFirst(teamKinds[kind]),
  },
  topics: {
    label: 'Nội dung',
    ask: (chosen: readonly string[]): readonly string[] => [
      'Nội dung nào? Chọn từng mục, xong thì bấm Xong.',
      ...(chosen.length === 0 ? [] : [`Đã chọn: ${chosen.join(', ')}.`]),
    ],
    done: 'Xong',
  },
  enterprises: {
    label: 'Doanh nghiệp',
    ask: ['Doanh nghiệp nào? Gõ tên hoặc mã số thuế; nhiều doanh nghiệp thì cách nhau bằng dấu chấm phẩy.'],
  },
  period: {
    label: 'Thời kỳ kiểm tra',
    ask: ['Xem xét thời kỳ nào? Ví dụ: 01/01/2025 đến 31/12/2025.'],
    year: (year: number): string => `Năm ${year}`,
    since: (from: IsoDate): string => `Từ ${formatDate(from)} đến nay`,
  },
  first: { label: 'Ngày bắt đầu', ask: ['Tiến hành từ ngày nào? Ví dụ: 15/12/2026.'] },
  last: {
    label: 'Ngày kết thúc',
    ask: ['Đến hết ngày nào?'],
    days: (count: number, date: IsoDate): string => `${count} ngày làm việc (đến ${formatDate(date)})`,
  },
  hour: { label: 'Giờ', ask: ['Bắt đầu lúc mấy giờ? Ví dụ: 08:30.'] },
  place: {
    label: 'Địa điểm',
    ask: ['Địa điểm tập trung ở đâu?'],
    atEnterprise: 'Tại trụ sở doanh nghiệp',
  },
  bring: {
    label: 'Hồ sơ mang theo',
    ask: ['Thành viên cần mang theo hồ sơ, phương tiện gì?'],
    none: 'Không có yêu cầu',
  },
  leader: { label: 'Trưởng đoàn', ask: ['Trưởng đoàn là ai? Gõ họ tên, có thể kèm tên đơn vị.'] },
  deputy: { label: 'Phó trưởng đoàn', ask: ['Phó trưởng đoàn là ai?'], none: 'Không có phó trưởng đoàn' },
  secretary: { label: 'Thư ký', ask: ['Thư ký là ai?'] },
  members: {
    label: 'Thành viên',
    ask: ['Các thành viên khác là ai? Mỗi người một dòng hoặc cách nhau bằng dấu chấm phẩy.'],
    none: 'Không còn ai',
  },
  ground: {
    label: 'Căn cứ ngoại lệ',
    ask: ['Dấu hiệu vi phạm rõ ràng là gì? Đề nghị nêu cụ thể bằng chữ.'],
  },
  groundNumber: {
    label: 'Số văn bản của căn cứ',
    ask: ['Số, ký hiệu văn bản nêu căn cứ là gì? Ví dụ: 45/BC-BQL.'],
  },
} as const;

export const planTexts = {
  save: 'Lưu kế hoạch',
  edit: 'Sửa',
  drop: 'Hủy',
  chooseEdit: 'Ông/bà muốn sửa mục nào?',
  dropped: 'Đã bỏ bản kế hoạch đang lập.',
  exception: 'Nêu căn cứ ngoại lệ',
  saved: (code: string): readonly Line[] => [
    [{ bold: code }, ' đã được đưa vào kế hoạch năm.'],
    'Lãnh đạo đơn vị ban hành quyết định; sau đó trưởng đoàn hoặc thư ký gắn nhóm trò chuyện của đoàn.',
  ],
} as const;

/** `08:30` */
export const formatMinute = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((value) => String(value).padStart(2, '0')).join(':');

type Summary = {
  readonly draft: PlanDraft;
  readonly topicNames: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly unitId: number;
  readonly follows: Line | null;
};

export const planSummary = (reference: Reference, summary: Summary): readonly Line[] => {
  const { draft, topicNames, conflicts, unitId, follows } = summary;
  const { directory } = reference;
  return [
    [{ bold: `Kế hoạch ${teamKinds[draft.kind]}` }],
    `Đơn vị ra quyết định: ${unitName(directory, unitId)}`,
    ...(follows === null ? [] : [follows]),
    `Nội dung: ${topicNames.join(', ')}`,
    `Doanh nghiệp: ${draft.enterpriseIds.map((id) => enterpriseName(reference, id)).join('; ')}`,
    `Thời kỳ ${teamKinds[draft.kind]}: ${formatDate(draft.periodFrom)} đến ${formatDate(draft.periodTo)}`,
    `Tiến hành: ${formatMinute(draft.minute)}, ${formatDateWithWeekday(draft.firstDay)}${draft.lastDay === draft.firstDay ? '' : ` đến ${formatDateWithWeekday(draft.lastDay)}`}`,
    `Địa điểm: ${draft.place}`,
    ...(draft.bring === '' ? [] : [`Mang theo: ${draft.bring}`]),
    ...memberLines(reference, draft.members),
    ...(conflicts.length === 0 ? [] : ['', ...conflictLines(reference, conflicts)]),
    ...(draft.exception === null
      ? []
      : [
          `Căn cứ ngoại lệ: ${draft.exception.ground} (văn bản số ${draft.exception.number}), chờ lãnh đạo đơn vị cho phép.`,
        ]),
  ];
};

export const memberLines = (
  { directory }: Reference,
  members: readonly { readonly personId: PersonId; readonly unitId: number; readonly role: TeamRole }[],
): readonly Line[] =>
  TEAM_ROLES.flatMap((role) =>
    members
      .filter((member) => member.role === role)
      .map(
        ({ personId, unitId }) =>
          `${teamRoles[role]}: ${personName(directory, personId)}, ${unitName(directory, unitId)}`,
      ),
  );

export const enterpriseName = ({ enterprises }: Reference, id: number): string =>
  enterprises.get(id)?.name ?? 'doanh nghiệp';

/** The earlier number, date and unit, as the law wants them named. */
export const conflictLines = (reference: Reference, conflicts: readonly Conflict[]): readonly Line[] => [
  [{ bold: 'Trùng trong năm (Nghị quyết 198/2025/QH15, Điều 4)' }],
  ...conflicts.map(({ enterpriseId, earlier, why }) =>
    [
      `${enterpriseName(reference, enterpriseId)}: đã có cuộc ${teamKinds[earlier.kind]} ${why === 'same_kind' ? 'trong năm' : 'cùng nội dung'}`,
      earlier.number === null || earlier.date === null
        ? `${earlier.code}, mới có kế hoạch, bắt đầu ngày ${formatDate(earlier.firstDay)}`
        : `Quyết định số ${earlier.number} ngày ${formatDate(earlier.date)}`,
      unitName(reference.directory, earlier.unitId),
    ].join('; '),
  ),
];

export const stopLines = (reference: Reference, conflicts: readonly Conflict[]): readonly Line[] => [
  ...conflictLines(reference, conflicts),
  '',
  'Kế hoạch dừng ở đây. Chỉ đi tiếp khi có dấu hiệu vi phạm rõ ràng: nêu căn cứ bằng chữ, số văn bản, và lãnh đạo đơn vị (không phải người lập) cho phép.',
];

/** A time of the day: `08:30`, `8h30`, `8 giờ`. */
export const minuteOf = (text: string): number | null => {
  const found = /^\s*(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?\s*(?:phút)?\s*$/iu.exec(text.normalize('NFC'));
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
};

/** Two dates in one answer. */
export const datesIn = (text: string): readonly string[] => text.match(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g) ?? [];
