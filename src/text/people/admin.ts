/** Screens of the administration of people. */
import { isCalendarStep } from '#domain/calendar/change.ts';
import { isAliasStep } from '#domain/directory/alias.ts';
import type { Directory, Membership, Person, UnitId } from '#domain/directory/directory.ts';
import type { Step } from '#domain/directory/step.ts';
import { answerEnd } from '#domain/request/clock.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { calendarStepWords } from '../calendar/change.ts';
import { formatDate, formatDay, formatDue, formatMoment } from '../calendar/dates.ts';
import { upperFirst } from '../request/words.ts';
import { addressOf, namedWithOffice, unitNameOf } from './address.ts';
import { aliasStepWords } from './alias.ts';
import { channelName, roleNames } from './roles.ts';

export const texts = {
  head: [[{ bold: 'Quản trị cán bộ' }], 'Ông/bà chọn việc, hoặc gõ: /quantri Họ tên.'] satisfies readonly Line[],
  people: 'Cán bộ',
  find: 'Tìm theo tên',
  invite: 'Mời cán bộ',
  failed: 'Tin chưa gửi được',
  queue: 'Hàng đợi',
  proposals: (count: number): string => `Đề xuất chờ xác nhận (${count})`,
  accounts: (count: number): string => `Tài khoản chờ xác nhận (${count})`,
  calendar: 'Lịch làm việc',
  aliases: 'Tên gọi khác',
  dataRequests: (count: number): string => `Yêu cầu về dữ liệu (${count})`,
  nothingWaits: ['Hiện không có mục nào chờ. Gõ /quantri để chọn việc khác.'],
  listHead: (total: number, from: number, words: string): Line => {
    const found = words === '' ? '' : ` có tên chứa "${words}"`;
    return [{ bold: `Cán bộ${found}: ${total} người` }, from === 0 ? '' : `, từ người thứ ${from + 1}`];
  },
  nobody: (words: string): readonly string[] => [
    words === ''
      ? 'Đơn vị ông/bà quản trị chưa có cán bộ nào. Bấm Mời cán bộ để bắt đầu.'
      : `Không có cán bộ nào có tên chứa "${words}". Đề nghị gõ lại: /quantri Họ tên.`,
  ],
  earlier: '← Trước',
  later: 'Sau →',
  again: 'Cấp mã mới',
  addRole: 'Thêm vai trò',
  correct: 'Sửa thông tin',
  endRole: 'Kết thúc vai trò',
  move: 'Chuyển đơn vị',
  ban: 'Khóa tài khoản',
  unban: 'Mở khóa tài khoản',
  confirm: 'Xác nhận',
  reject: 'Từ chối',
  agree: 'Đồng ý',
  refuse: 'Không đồng ý',
  back: 'Xem cán bộ',
  askFind: ['Ông/bà tìm cán bộ nào? Đề nghị gõ họ tên, hoặc một phần của tên, có dấu hay không dấu đều được.'],
  findLabel: 'Tên cần tìm',
} as const;

export const listedPerson = (directory: Directory, person: Person, day: IsoDate): string =>
  `• ${person.name}, ${person.title}, ${unitNameOf(directory, person, day) ?? 'không còn thuộc đơn vị nào'}`;

export type ShownAccount = {
  readonly channel: string;
  readonly seenAt: Millis;
  readonly banned: boolean;
  readonly waits: boolean;
  /** As its owner calls himself there. */
  readonly displayName: string;
};

export const personPage = (
  directory: Directory,
  person: Person,
  shown: { readonly rows: readonly Membership[]; readonly accounts: readonly ShownAccount[] },
): readonly Line[] => [
  [{ bold: upperFirst(addressOf(person)) }],
  person.title,
  ...(shown.rows.length === 0
    ? ['Hiện không giữ vai trò nào.']
    : shown.rows.map((row) => `• ${membershipWords(directory, row)}`)),
  ...(shown.accounts.length === 0 ? ['Chưa liên kết tài khoản nào.'] : shown.accounts.map(accountLine)),
];

const accountLine = ({ channel, seenAt, banned, waits, displayName }: ShownAccount): string => {
  const called = displayName === '' ? '' : `, tên hiển thị “${displayName}”`;
  if (waits) return `Tài khoản ${channelName(channel)}${called}: chờ quản trị viên xác nhận.`;
  return `Tài khoản ${channelName(channel)}: ${banned ? 'đang khóa' : 'đã liên kết'}, dùng gần nhất ${formatMoment(seenAt)}.`;
};

export const accountLabel = (label: string, channel: string, several: boolean): string =>
  several ? `${label} · ${channelName(channel)}` : label;

export const membershipWords = (directory: Directory, row: Membership): string =>
  `${placeWords(directory, row)}, từ ${formatDay(row.validFrom)}${row.validTo === null ? '' : ` đến hết ${formatDay(row.validTo)}`}`;

export const placeWords = (
  directory: Directory,
  { unitId, role }: { readonly unitId: UnitId; readonly role: Membership['role'] },
): string => `${roleNames[role]}, ${unitName(directory, unitId)}`;

const unitName = (directory: Directory, id: UnitId): string => directory.units.get(id)?.name ?? 'đơn vị';

/** What a change does, as it stands in proposals and confirmations. */
export const stepWords = (directory: Directory, step: Step, day: IsoDate): string => {
  if (isCalendarStep(step)) return calendarStepWords(step);
  if (isAliasStep(step)) return aliasStepWords(step);
  if (step.kind === 'invite_new') return `mời ${step.name}, ${step.title}: ${placeWords(directory, step)}`;
  const found = directory.people.get(step.personId);
  const who = found === undefined ? 'cán bộ' : namedWithOffice(directory, found, day);
  switch (step.kind) {
    case 'invite_again':
      return `cấp mã mới cho ${who}`;
    case 'correct':
      return `sửa thông tin của ${who}: ${addressOf(step)}, ${step.title}`;
    case 'add_role':
      return `giao thêm vai trò cho ${who}: ${placeWords(directory, step)}, từ ${formatDay(step.from)}`;
    case 'end_role':
      return `kết thúc vai trò của ${who}: ${placeWords(directory, step)}, ngày cuối ${formatDate(step.lastDay)}`;
    case 'move':
      return `chuyển ${who} từ ${unitName(directory, step.fromUnitId)} sang ${unitName(directory, step.unitId)}, vai trò ${roleNames[step.role]}, từ ${formatDay(step.from)}`;
    case 'ban':
      return `khóa tài khoản của ${who}`;
    case 'unban':
      return `mở khóa tài khoản của ${who}`;
    case 'confirm_account':
      return `xác nhận tài khoản mới của ${who}`;
    default:
      return step satisfies never;
  }
};

export const done = (words: string): readonly string[] => [`Đã ${words}.`];

export const proposed = (words: string): readonly string[] => [
  `Đã ghi đề xuất: ${words}.`,
  'Việc này chờ quản trị viên thứ hai của đơn vị thường trực Quy chế xác nhận; ông/bà sẽ được báo kết quả.',
];

export const proposalLines = (words: string, by: string): readonly Line[] => [
  [{ bold: 'Đề xuất chờ xác nhận' }],
  `${upperFirst(by)} đề xuất ${words}.`,
  'Đề nghị ông/bà kiểm tra rồi chọn Đồng ý hoặc Không đồng ý.',
];

export const decided = (words: string, agreed: boolean): readonly string[] => [
  agreed
    ? `Đề xuất của ông/bà đã được đồng ý và thực hiện: ${words}.`
    : `Đề xuất của ông/bà không được đồng ý: ${words}.`,
];
export const decidedByMe = (agreed: boolean, words: string): readonly string[] => [
  agreed ? `Đã đồng ý và thực hiện: ${words}.` : `Đã ghi ý kiến không đồng ý: ${words}.`,
];

export const invitedLines = (one: {
  readonly name: string;
  readonly code: string;
  readonly expiresAt: Millis;
  readonly links: readonly string[];
}): readonly string[] => [
  `Mã mời của ${one.name}: ${one.code}`,
  `Mã dùng một lần, đến ${formatMoment(one.expiresAt)}. Đề nghị chuyển trực tiếp cho người được mời; người đó gửi cho Trợ lý: /start ${one.code}`,
  ...one.links,
];

/** To the person whose place has changed. */
export const changedForYou = (directory: Directory, step: Step): readonly string[] => {
  switch (step.kind) {
    case 'add_role':
      return [`Ông/bà được giao vai trò: ${placeWords(directory, step)}, từ ${formatDay(step.from)}.`];
    case 'end_role':
      return [`Vai trò của ông/bà kết thúc sau ${formatDay(step.lastDay)}: ${placeWords(directory, step)}.`];
    case 'move':
      return [
        `Từ ${formatDay(step.from)} ông/bà chuyển sang ${unitName(directory, step.unitId)}, vai trò ${roleNames[step.role]}.`,
        'Việc đang giữ ở đơn vị cũ sẽ được phân công lại.',
      ];
    default:
      return [];
  }
};

/** To whoever gives the work of a unit out, when one of its people goes. */
export const openWork = (
  who: string,
  lastDay: IsoDate,
  work: readonly {
    readonly code: string;
    readonly subject: string;
    readonly due: Millis;
    readonly provisional: boolean;
  }[],
): readonly Line[] => [
  [{ bold: 'Việc cần phân công lại' }],
  `${upperFirst(who)} thôi nhiệm vụ tại đơn vị sau ${formatDay(lastDay)}, đang giữ ${work.length} việc:`,
  ...work.map((one) => `• ${one.code}: ${one.subject} (hạn ${formatDue(answerEnd(one))})`),
  'Đề nghị ông/bà mở từng đề nghị và phân công người khác.',
];
