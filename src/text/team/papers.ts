/** Words of the papers of a team: minutes, minutes of announcement, list of findings, report. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Item } from '#domain/team/item.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import { type Member, TEAM_ROLES, type Team, type TeamKind, type TeamRole } from '#domain/team/team.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import { formatDate, formatLongDay, formatMoment, formatTime } from '#text/calendar/dates.ts';
import { addressOf } from '#text/people/address.ts';
import { personName, unitName } from '#text/request/card.ts';
import { upperFirst } from '#text/request/words.ts';
import { itemStates } from './items.ts';
import { enterpriseName } from './plan.ts';
import { teamKinds, teamRoles, teamSymbols } from './words.ts';

export const paperTexts = {
  issuer: (kind: TeamKind): string => `Đoàn ${teamKinds[kind]}`,
  minutes: 'Biên bản',
  /** @param kind of the team: each kind's clerk keeps a book of its own */
  symbol: (paper: 'BB' | 'BC' | 'DS', kind: TeamKind): string => `${paper}-${teamSymbols[kind]}`,
  minutesAbout: (kind: TeamKind, name: string): string => `${upperFirst(teamKinds[kind])} tại ${name}`,
  announcementAbout: (kind: TeamKind, name: string): string => `Công bố Quyết định ${teamKinds[kind]} tại ${name}`,
  report: 'Báo cáo',
  reportAbout: (kind: TeamKind): string => `Kết quả ${teamKinds[kind]}`,
  list: 'Danh sách',
  listAbout: (kind: TeamKind): string => `Kiến nghị sau ${teamKinds[kind]}`,
  basis: (number: string, date: IsoDate, unit: string): string =>
    `Căn cứ Quyết định số ${number} ${formatLongDay(date)} của ${unit}`,
  /** Inspection has its law, the checks of a sector their decree; the yearly limit holds for both. */
  law: {
    check: [
      'Căn cứ Nghị quyết số 198/2025/QH15 ngày 17 tháng 5 năm 2025 của Quốc hội',
      'Căn cứ Nghị định số 217/2025/NĐ-CP ngày 05 tháng 8 năm 2025 của Chính phủ',
    ],
    inspection: [
      'Căn cứ Luật Thanh tra số 84/2025/QH15 ngày 25 tháng 6 năm 2025',
      'Căn cứ Nghị quyết số 198/2025/QH15 ngày 17 tháng 5 năm 2025 của Quốc hội',
    ],
  } satisfies Readonly<Record<TeamKind, readonly string[]>>,
  people: 'I. Thành phần',
  team: (kind: TeamKind): string => `Đoàn ${teamKinds[kind]} gồm:`,
  absent: 'vắng mặt',
  enterprise: 'Đại diện doanh nghiệp:',
  content: 'II. Nội dung',
  result: 'III. Kết quả',
  findings: 'IV. Kiến nghị, yêu cầu',
  noFindings: 'Không có kiến nghị.',
  opinions: 'V. Ý kiến',
  enterpriseOpinion: (words: string): string => `Ý kiến của doanh nghiệp: ${words}`,
  refused: (reason: string, witness: string): string =>
    `Đại diện doanh nghiệp từ chối ký biên bản. Lý do: ${reason}. Người chứng kiến: ${witness}.`,
  allAgree: 'Các thành viên trong đoàn đồng ý với nội dung biên bản.',
  differs: (name: string, words: string): string => `${name} có ý kiến khác: ${words}`,
  closing: (ended: Millis, isSigned: boolean): string => {
    const read = `Biên bản kết thúc lúc ${formatMoment(ended)}, được lập thành 02 bản, mỗi bên giữ 01 bản; đã đọc lại cho những người có mặt nghe`;
    return isSigned ? `${read}, công nhận đúng và cùng ký tên.` : `${read}.`;
  },
  columns: {
    no: 'STT',
    words: 'Nội dung',
    result: 'Kết quả',
    remark: 'Nhận xét',
    due: 'Thời hạn',
    state: 'Tình trạng',
    enterprise: 'Doanh nghiệp',
  },
  photos: 'Ảnh hiện trường và tài liệu kèm theo',
  files: 'Danh mục tài liệu đã thu thập:',
  leader: 'Trưởng đoàn',
  drafter: 'Người lập biên bản',
  onBehalf: (kind: TeamKind): string => `TM. Đoàn ${teamKinds[kind]}`,
  representative: 'Đại diện doanh nghiệp',
  addenda: 'VI. Phụ lục sau khi khóa biên bản',
  recipients: (kind: TeamKind): readonly string[] => ['Người ra quyết định', `Doanh nghiệp được ${teamKinds[kind]}`],
  archive: 'VT',
  announcedAt: (at: Millis): string => `Quyết định được công bố lúc ${formatMoment(at)} tại doanh nghiệp.`,
  notAnnounced: 'Quyết định chưa được công bố.',
  rights: 'Trưởng đoàn đã đọc toàn văn Quyết định; phổ biến nội dung, thời gian, quyền và nghĩa vụ của doanh nghiệp.',
  reportResult: 'II. Kết quả',
  reportFindings: 'III. Kiến nghị, yêu cầu',
  summary: (kind: TeamKind, checked: number, failed: number, evidence: number): string =>
    `Đã ${teamKinds[kind]} ${checked} mục, ${failed === 0 ? 'không có mục nào không đạt' : `trong đó ${failed} mục không đạt`}; thu thập ${evidence} ảnh, tài liệu.`,
} as const;

/** Under a signature stands the name alone (Decree 30): no address before it. */
export const signedName = (directory: Directory, id: PersonId | null): string | null =>
  (id === null ? undefined : directory.people.get(id))?.name ?? null;

/** As typed for the enterprise: "Ông Lê Văn Tám, Giám đốc". */
export const representativeName = (words: string): string | null => {
  const name = (words.split(/[,;]/)[0] ?? '').trim().replace(/^(ông|bà|anh|chị)\s+/iu, '');
  return name === '' ? null : name;
};

/** Whoever drafted the minutes closes them beside the leader. */
export const drafterTitle = (role: TeamRole | undefined): string =>
  role === 'secretary' ? teamRoles.secretary : paperTexts.drafter;

/** In the order of their roles; who was on site on no day is said to have been absent. */
export const memberItems = (
  { directory }: Reference,
  members: readonly Member[],
  absent: ReadonlySet<PersonId>,
): readonly string[] =>
  TEAM_ROLES.flatMap((role) =>
    members
      .filter((member) => member.role === role)
      .map(({ personId, unitId }) => {
        const person = directory.people.get(personId);
        const name = person === undefined ? personName(directory, personId) : upperFirst(addressOf(person));
        const parts = [name, person?.title ?? '', unitName(directory, unitId), teamRoles[role]];
        return `${parts.filter((part) => part !== '').join(', ')}${absent.has(personId) ? ` (${paperTexts.absent})` : ''}.`;
      }),
  );

export const enterpriseWords = (reference: Reference, id: number): string =>
  `${enterpriseName(reference, id)}, mã số thuế ${reference.enterprises.get(id)?.taxCode ?? ''}`;

export const contentWords = (team: Team, topics: readonly string[], minutes: Minutes): readonly string[] => [
  `Nội dung: ${topics.join(', ')}; thời kỳ từ ${formatDate(team.periodFrom)} đến ${formatDate(team.periodTo)}.`,
  `Thời gian: từ ${formatTime(minutes.beganAt)} đến ${formatMoment(minutes.endedAt)}. Địa điểm: ${minutes.place}.`,
];

export const resultRow = ({ no, words, state, remark }: Item): readonly string[] => [
  String(no),
  words,
  itemStates[state],
  remark ?? '',
];

export const findingWords = ({ words, due }: { readonly words: string; readonly due: IsoDate }): string =>
  `${words} (chậm nhất ngày ${formatDate(due)}).`;

export const photoCaption = (no: number, sender: string, at: Millis, words: string): string =>
  `Mục ${no}, ${sender} gửi lúc ${formatMoment(at)}${words === '' ? '' : `: ${words}`}`;

export const dutyStates: Readonly<Record<'open' | 'proved' | 'done' | 'cancelled', string>> = {
  open: 'Chưa thực hiện',
  proved: 'Đã báo thực hiện, chờ xác nhận',
  done: 'Đã thực hiện',
  cancelled: 'Đã thôi yêu cầu',
};

const slugs: Readonly<Record<TeamKind, string>> = { check: 'kiem-tra', inspection: 'thanh-tra' };

/** What the file is called. */
export const paperNames = {
  minutes: (kind: TeamKind): string => `bien-ban-${slugs[kind]}`,
  announcement: (): string => 'bien-ban-cong-bo',
  findings: (): string => 'danh-sach-kien-nghi',
  report: (): string => 'bao-cao-ket-qua',
} as const;

export const paperSays = {
  minutes: (): string => 'Dự thảo biên bản; số và ngày để văn thư ghi.',
  announcement: (): string => 'Biên bản công bố quyết định; số và ngày để văn thư ghi.',
  findings: (kind: TeamKind): string => `Danh sách kiến nghị sau ${teamKinds[kind]}.`,
  report: (): string => 'Dự thảo báo cáo kết quả; số và ngày để văn thư ghi.',
} as const;
