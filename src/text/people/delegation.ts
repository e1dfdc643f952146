/** Words of /uyquyen: who stands in for whom, and until when. */
import type { Delegation, Directory } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatDateWithWeekday } from '../calendar/dates.ts';
import { personName, unitName } from '../request/card.ts';
import { upperFirst } from '../request/words.ts';

export const delegationTexts = {
  add: 'Ủy quyền',
  end: (from: string, to: string): string => `Kết thúc: ${to} thay ${from}`,
  whoLabel: 'Người thay',
  fromLabel: 'Từ ngày',
  toLabel: 'Đến ngày',
  askWho: [
    'Ai thay ông/bà khi vắng mặt? Chọn, hoặc gõ họ tên người cùng đơn vị.',
    'Người thay được làm việc của ông/bà tại đơn vị, nhận nhắc việc và thông báo.',
  ],
  askFrom: ['Từ ngày nào? Chọn, hoặc gõ ngày, ví dụ: 30/11/2026.'],
  askTo: ['Đến hết ngày nào? Ví dụ: 04/12/2026, hoặc thứ Sáu.'],
  none: 'Hiện không có ủy quyền nào.',
} as const;

export const dayOption = (day: IsoDate): string => formatDateWithWeekday(day);

export const delegationsLines = (directory: Directory, all: readonly Delegation[]): readonly Line[] => [
  [{ bold: 'Ủy quyền khi vắng mặt' }],
  ...(all.length === 0 ? [delegationTexts.none] : all.map((one) => `• ${delegationWords(directory, one)}`)),
];

const delegationWords = (directory: Directory, one: Omit<Delegation, 'id'>): string =>
  `${upperFirst(personName(directory, one.toId))} thay ${personName(directory, one.fromId)} tại ${unitName(directory, one.unitId)}, từ ngày ${formatDate(one.validFrom)} đến hết ngày ${formatDate(one.validTo)}.`;

export const delegatedLines = (directory: Directory, one: Omit<Delegation, 'id'>): readonly Line[] => [
  'Ủy quyền khi vắng mặt:',
  delegationWords(directory, one),
  'Người thay không duyệt việc do một trong hai người soạn hoặc đề nghị. Gõ /uyquyen để xem, kết thúc.',
];

/** @param codes teams in which whoever is away has a place */
export const placesStayLines = (codes: readonly string[]): readonly Line[] =>
  codes.length === 0
    ? []
    : [
        `Vai trò của ông/bà trong đoàn ${codes.join(', ')} do quyết định giao đích danh nên không chuyển cho người thay. Nếu không tham gia được, đề nghị báo trưởng đoàn hoặc lãnh đạo đơn vị ra quyết định để thay đổi thành viên.`,
      ];

export const endedLines = (directory: Directory, one: Omit<Delegation, 'id'>): readonly Line[] => [
  'Ủy quyền đã kết thúc:',
  delegationWords(directory, one),
];
