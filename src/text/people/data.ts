/** Words about the personal data of the people who use the system. */
import type { DataRight } from '#domain/directory/data-rights.ts';
import type { Person } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatMoment } from '../calendar/dates.ts';
import { phoneStored } from './phone.ts';
import { channelName } from './roles.ts';

/** Raised when the notice's words change, so that it is shown again. */
export const DATA_NOTICE_VERSION = '2026-11';

export const dataNotice = (now: Millis): readonly string[] => [
  `Thông báo xử lý dữ liệu cá nhân (bản ${DATA_NOTICE_VERSION}, ${formatMoment(now)}):`,
  'Hệ thống lưu họ tên, chức vụ, đơn vị, tài khoản trò chuyện và nội dung công việc của ông/bà, trên căn cứ thực hiện nhiệm vụ công vụ (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).',
  'Muốn xem, sửa hoặc đề nghị xóa dữ liệu, ông/bà gõ /dulieu. Không gửi tài liệu mật qua kênh này.',
];

export const dataTexts = {
  correct: 'Yêu cầu sửa',
  delete: 'Yêu cầu xóa',
  handled: 'Đã xử lý',
  ask: {
    correct: ['Thông tin nào cần sửa, và sửa thành gì?', 'Ví dụ: Chức vụ đúng là Phó Trưởng phòng.'],
    delete: [
      'Thông tin nào ông/bà đề nghị xóa, và vì sao?',
      'Lịch sử xử lý công việc được giữ theo quy định về lưu trữ.',
    ],
  },
  askReply: ['Trả lời của ông/bà cho người yêu cầu: đã xử lý thế nào?'],
  wordsLabel: 'Nội dung yêu cầu',
  replyLabel: 'Trả lời',
  none: ['Hiện không có yêu cầu nào về dữ liệu cá nhân. Gõ /quantri để chọn việc khác.'],
} as const;

const kinds: Readonly<Record<DataRight, string>> = { correct: 'sửa dữ liệu cá nhân', delete: 'xóa dữ liệu cá nhân' };

export const myData = (one: {
  readonly person: Person;
  readonly places: readonly string[];
  readonly accounts: readonly { readonly channel: string; readonly seenAt: Millis }[];
  readonly stored: Stored;
  readonly phone: Parameters<typeof phoneStored>[0];
}): readonly Line[] => {
  const { person, places, accounts, stored, phone } = one;
  return [
    [{ bold: 'Dữ liệu cá nhân của ông/bà' }],
    `Họ tên: ${person.name}. Chức vụ: ${person.title}.`,
    ...places.map((place) => `• ${place}`),
    ...accounts.map(
      ({ channel, seenAt }) => `Tài khoản ${channelName(channel)}, dùng gần nhất ${formatMoment(seenAt)}.`,
    ),
    ...phoneStored(phone),
    `Công việc: ${stored.filed} đề nghị đã lập, ${stored.held} phần việc được giao, ${stored.answers} bản trả lời, ${stored.files} tệp đã gửi, ${stored.filters} bộ lọc đã lưu.`,
    'Căn cứ xử lý: thực hiện nhiệm vụ công vụ (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).',
    stored.noticeAt === null
      ? `Thông báo hiện hành: bản ${DATA_NOTICE_VERSION}.`
      : `Ông/bà đã nhận thông báo bản ${stored.noticeVersion ?? ''} lúc ${formatMoment(stored.noticeAt)}.`,
  ];
};

type Stored = {
  readonly noticeVersion: string | null;
  readonly noticeAt: Millis | null;
  readonly filed: number;
  readonly held: number;
  readonly answers: number;
  readonly files: number;
  readonly filters: number;
};

export const dataAsked = (kind: DataRight, due: string): readonly string[] => [
  `Đã tiếp nhận yêu cầu ${kinds[kind]}. Quản trị viên phải trả lời chậm nhất ${due}.`,
];

/** What stands in the request where a person asked by withdrawing his consent with the platform. */
export const withdrawnWords = (channel: string): string =>
  `Người dùng rút lại đồng ý xử lý dữ liệu trên ${channelName(channel)}; tài khoản này đã được ngừng gửi tin. Đề nghị xem dữ liệu nào phải xóa, dữ liệu nào giữ theo quy định về lưu trữ.`;

export const consentWithdrawn = (channel: string, due: string): readonly Line[] => [
  `Ông/bà đã rút lại đồng ý trên ${channelName(channel)}: từ nay không gửi tin tới tài khoản đó.`,
  `Yêu cầu xóa dữ liệu cá nhân đã được chuyển quản trị viên, trả lời chậm nhất ${due}. Lịch sử xử lý công việc được giữ theo quy định về lưu trữ.`,
];

export const dataToHandle = (
  request: { readonly kind: DataRight; readonly words: string | null },
  by: string,
  due: string,
): readonly Line[] => [
  [{ bold: `Yêu cầu ${kinds[request.kind]}` }],
  `Người yêu cầu: ${by}.`,
  `Nội dung: ${request.words ?? ''}`,
  `Hạn trả lời theo luật: ${due}. Xử lý xong, đề nghị ông/bà bấm Đã xử lý và ghi trả lời.`,
];

export const dataHandled: readonly string[] = ['Đã ghi trả lời và báo cho người yêu cầu.'];

export const dataReply = (kind: DataRight, reply: string): readonly string[] => [
  `Yêu cầu ${kinds[kind]} của ông/bà đã được xử lý. Trả lời của quản trị viên: ${reply}`,
];
