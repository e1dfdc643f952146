/** Words about what channels have used of a month's allowance. */
import type { QuotaKind, QuotaUse } from '#domain/quota.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { formatNumber } from './numbers.ts';
import { channelName } from './people/roles.ts';

const counted: Readonly<Record<QuotaKind, string>> = {
  messages: 'tin gửi',
  billed: 'tin tính phí',
  templates: 'tin theo mẫu đã duyệt',
  people: 'người dùng',
};

/** What happens by itself when it is used up. */
const afterwards: Readonly<Record<QuotaKind, string>> = {
  messages:
    'Khi hết, thông báo chuyển sang kênh khác của người nhận; ai chỉ có kênh này thì thông báo vào danh sách tin chưa gửi được.',
  billed: 'Khi hết, thông báo chuyển sang kênh khác hoặc tin mẫu; nếu không có thì vào danh sách tin chưa gửi được.',
  templates: 'Khi hết, thông báo không gửi được qua kênh khác thì vào danh sách tin chưa gửi được.',
  people: 'Khi đủ, người mới có thể không dùng được kênh này.',
};

const advice: Readonly<Record<QuotaKind, string>> = {
  messages: 'Đề nghị ông/bà nâng gói dịch vụ, hoặc mời cán bộ liên kết thêm kênh khác bằng /ketnoi.',
  billed: 'Đề nghị ông/bà xem lại mức chi, hoặc mời cán bộ liên kết thêm kênh khác bằng /ketnoi.',
  templates: 'Đề nghị ông/bà xem lại mức chi, hoặc mời cán bộ liên kết thêm kênh khác bằng /ketnoi.',
  people: 'Đề nghị ông/bà nâng gói dịch vụ, hoặc mời người mới dùng kênh khác.',
};

export const quotaWarning = (use: QuotaUse & { readonly threshold: number }, now: Millis): readonly string[] => [
  `Cảnh báo hạn mức: kênh ${channelName(use.channel)} ${use.threshold >= 100 ? 'đã hết' : `đã dùng từ ${use.threshold}%`} hạn mức ${counted[use.kind]}${of(use.kind, now)}: ${amount(use)}.`,
  afterwards[use.kind],
  advice[use.kind],
];

const of = (kind: QuotaKind, now: Millis): string => {
  const [year, month] = dateOf(now).split('-');
  return kind === 'people' ? '' : ` tháng ${month}/${year}`;
};

const amount = ({ used, limit }: QuotaUse): string =>
  limit === null ? formatNumber(used) : `${formatNumber(used)}/${formatNumber(limit)}`;

/** Of one channel, in one sentence. */
export const useWords = (uses: readonly QuotaUse[]): string =>
  uses.map((use) => `${amount(use)} ${counted[use.kind]}`).join(', ');

/** One line a channel and kind. */
export const useLines = (uses: readonly QuotaUse[]): readonly string[] =>
  uses.map((use) => `• ${channelName(use.channel)}, ${counted[use.kind]}: ${amount(use)}`);
