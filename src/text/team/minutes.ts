/** Minutes in chat: read out, agreed or not, locked. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Item } from '#domain/team/item.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import type { Team, TeamKind } from '#domain/team/team.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatTime } from '#text/calendar/dates.ts';
import { personName } from '#text/request/card.ts';
import { itemStates } from './items.ts';
import { enterpriseName } from './plan.ts';
import { teamKinds } from './words.ts';

export const minutesTexts = {
  agree: 'Đồng ý',
  differ: 'Có ý kiến khác',
  paper: 'Tải biên bản',
  announcement: 'Biên bản công bố',
  findings: 'Danh sách kiến nghị',
  report: 'Báo cáo kết quả',
  making: 'Đang tạo văn bản, sẽ gửi sau ít giây.',
  drafted: (kind: TeamKind, name: string): readonly Line[] => [
    `Đã lập biên bản ${teamKinds[kind]} đối với ${name}.`,
    'Trưởng đoàn hoặc thư ký bấm Đọc biên bản để các thành viên cho ý kiến.',
  ],
  reworked: ['Biên bản trở lại bước soạn; ý kiến đã cho không còn tính.', 'Sửa xong, đề nghị lập và đọc lại biên bản.'],
  agreed: (name: string): string => `${name}: đồng ý với biên bản.`,
  differed: (name: string, words: string): string => `${name}: có ý kiến khác: ${words}`,
  askedOf: ['Đề nghị ông/bà cho ý kiến về biên bản sau đây.', ''] satisfies readonly Line[],
  waitsFor: (names: string): string => `Chờ ý kiến: ${names}.`,
  allGiven: 'Các thành viên đã cho ý kiến.',
  enterpriseGiven: 'Đã ghi ý kiến của doanh nghiệp.',
  locked: (kind: TeamKind, name: string): readonly Line[] => [
    `Biên bản ${teamKinds[kind]} đối với ${name} đã khóa. Từ nay chỉ lập phụ lục.`,
    'Số và ngày do văn thư ghi; đề nghị nhập lại số và gắn bản đã ký.',
  ],
  numbered: (number: string): string => `Đã ghi số biên bản: ${number}.`,
  scanned: 'Đã gắn bản biên bản đã ký.',
  added: 'Đã lập phụ lục của biên bản.',
} as const;

type Shown = {
  readonly team: Team;
  readonly minutes: Minutes;
  readonly items: readonly Item[];
  readonly findings: readonly { readonly words: string; readonly due: string }[];
};

/** As it is read out: whoever agrees has this before him. */
export const readLines = (reference: Reference, { team, minutes, items, findings }: Shown): readonly Line[] => [
  [{ bold: `Biên bản ${teamKinds[team.kind]}` }, ` · ${team.code}`],
  `Doanh nghiệp: ${enterpriseName(reference, minutes.enterpriseId)}; đại diện: ${minutes.representative}`,
  `Thời gian: ${formatTime(minutes.beganAt)} đến ${formatTime(minutes.endedAt)}; địa điểm: ${minutes.place}`,
  '',
  ...items.map(
    ({ no, words, state, remark }) =>
      `${no}. ${words}: ${itemStates[state].toLowerCase()}${remark === null ? '' : `. ${remark}`}`,
  ),
  ...(findings.length === 0 ? [] : ['', 'Kiến nghị:']),
  ...findings.map(({ words, due }) => `- ${words} (hạn ${formatDate(due)})`),
  '',
  'Biên bản đã được đọc lại. Đề nghị từng thành viên bấm Đồng ý hoặc Có ý kiến khác.',
];

export const waitingLine = (directory: Directory, missing: readonly PersonId[]): string =>
  missing.length === 0
    ? minutesTexts.allGiven
    : minutesTexts.waitsFor(missing.map((id) => personName(directory, id)).join(', '));

type Reading = { readonly several: boolean; readonly missing: readonly PersonId[] };

/** On the team's card, while minutes are being read. */
export const readingLine = (reference: Reference, minutes: Minutes, { several, missing }: Reading): string => {
  const of = several ? ` (${enterpriseName(reference, minutes.enterpriseId)})` : '';
  const enterprise = minutes.enterprise === null ? ' Chưa ghi ý kiến của doanh nghiệp.' : '';
  return `Biên bản đang lấy ý kiến${of}. ${waitingLine(reference.directory, missing)}${enterprise}`;
};
