/** Words of the papers of a team: minutes, minutes of announcement, list of findings, report. */
import { chainOf, type Directory, type PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Item } from '#domain/team/item.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import { type Member, TEAM_ROLES, type Team, type TeamKind } from '#domain/team/team.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import { formatDate, formatMoment, formatTime } from '#text/calendar/dates.ts';
import { addressOf } from '#text/people/address.ts';
import { personName, unitName } from '#text/request/card.ts';
import { upperFirst } from '#text/request/words.ts';
import { itemStates } from './items.ts';
import { enterpriseName } from './plan.ts';
import { teamKinds, teamRoles } from './words.ts';

export const paperTexts = {
  issuer: (kind: TeamKind): string => `Đoàn ${teamKinds[kind]}`,
  minutes: 'Biên bản',
  minutesSymbol: 'BB-ĐKT',
  reportSymbol: 'BC-ĐKT',
  listSymbol: 'DS-ĐKT',
  minutesAbout: (kind: TeamKind, name: string): string => `${upperFirst(teamKinds[kind])} tại ${name}`,
  announcementAbout: (kind: TeamKind, name: string): string => `Công bố Quyết định ${teamKinds[kind]} tại ${name}`,
  report: 'Báo cáo',
  reportAbout: (kind: TeamKind): string => `Kết quả ${teamKinds[kind]}`,
  list: 'Danh sách',
  listAbout: (kind: TeamKind): string => `Kiến nghị sau ${teamKinds[kind]}`,
  basis: (number: string, date: IsoDate, unit: string): string =>
    `Căn cứ Quyết định số ${number} ngày ${formatDate(date)} của ${unit}`,
  law: 'Căn cứ Nghị quyết số 198/2025/QH15 và Nghị định số 217/2025/NĐ-CP',
  people: 'I. Thành phần',
  team: 'Đoàn kiểm tra gồm:',
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
    words: 'Nội dung kiểm tra',
    result: 'Kết quả',
    remark: 'Nhận xét',
    due: 'Thời hạn',
    state: 'Tình trạng',
    enterprise: 'Doanh nghiệp',
  },
  photos: 'Ảnh hiện trường và tài liệu kèm theo',
  files: 'Danh mục tài liệu đã thu thập:',
  leader: 'Trưởng đoàn',
  secretary: 'Thư ký',
  onBehalf: (kind: TeamKind): string => `TM. Đoàn ${teamKinds[kind]}`,
  representative: 'Đại diện doanh nghiệp',
  member: 'Thành viên',
  addenda: 'VI. Phụ lục sau khi khóa biên bản',
  recipients: ['Người ra quyết định', 'Doanh nghiệp được kiểm tra'],
  archive: 'VT',
  announcedAt: (at: Millis): string => `Quyết định được công bố lúc ${formatMoment(at)} tại doanh nghiệp.`,
  notAnnounced: 'Quyết định chưa được công bố.',
  rights: 'Trưởng đoàn đã đọc toàn văn Quyết định; phổ biến nội dung, thời gian, quyền và nghĩa vụ của doanh nghiệp.',
  reportResult: 'II. Kết quả',
  reportFindings: 'III. Kiến nghị, yêu cầu',
  summary: (checked: number, failed: number, evidence: number): string =>
    `Đã kiểm tra ${checked} mục, trong đó ${failed} mục không đạt; thu thập ${evidence} ảnh, tài liệu.`,
} as const;

/** A commune's or ward's papers carry its own name. */
export const placeOf = (directory: Directory, unitId: number): string => {
  const top = chainOf(directory, unitId).at(-1);
  if (top === undefined || (top.kind !== 'commune' && top.kind !== 'ward')) return 'Hà Nội';
  return top.shortName.replace(/^(xã|phường) /, '');
};

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

export const paperNames = {
  minutes: 'bien-ban-kiem-tra',
  announcement: 'bien-ban-cong-bo',
  findings: 'danh-sach-kien-nghi',
  report: 'bao-cao-ket-qua',
} as const;

export const paperSays = {
  minutes: 'Dự thảo biên bản; số và ngày để văn thư ghi.',
  announcement: 'Biên bản công bố quyết định; số và ngày để văn thư ghi.',
  findings: 'Danh sách kiến nghị sau kiểm tra.',
  report: 'Dự thảo báo cáo kết quả; số và ngày để văn thư ghi.',
} as const;
