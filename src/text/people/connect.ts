/** Words about a person's own chat accounts. */
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatMoment } from '../calendar/dates.ts';
import { channelName } from './roles.ts';

export const connectTexts = {
  head: [[{ bold: 'Tài khoản trò chuyện của ông/bà' }]] satisfies readonly Line[],
  what: 'Đề nghị, bản nháp và nhắc việc là một, dù ông/bà dùng kênh nào. Bấm Lấy mã liên kết để dùng thêm một kênh.',
  getCode: 'Lấy mã liên kết',
  prefer: (channel: string): string => `Nhận thông báo qua ${channelName(channel)}`,
} as const;

type Shown = {
  readonly channel: string;
  readonly seenAt: Millis;
  readonly preferred: boolean;
  readonly bannedAt: Millis | null;
  readonly isBlocked: boolean;
};

export const listedAccount = ({ channel, seenAt, preferred, bannedAt, isBlocked }: Shown): string => {
  const states = [
    `dùng gần nhất ${formatMoment(seenAt)}`,
    ...(preferred ? ['nhận thông báo trước'] : []),
    ...(bannedAt === null ? [] : ['đang bị khóa']),
    ...(isBlocked ? ['đang chặn hệ thống, không nhận được tin'] : []),
  ];
  return `• ${channelName(channel)}: ${states.join('; ')}.`;
};

export const linkCodeLines = (code: string, expiresAt: Millis, links: readonly string[]): readonly Line[] => [
  ['Mã liên kết của ông/bà: ', { code }, '.'],
  `Trên kênh muốn dùng thêm, đề nghị mở cuộc trò chuyện với hệ thống và gửi: /start ${code}`,
  ...links,
  `Mã dùng một lần, đến ${formatMoment(expiresAt)}. Không gửi mã này cho người khác.`,
];

export const nowPreferred = (channel: string): readonly string[] => [
  `Từ nay thông báo được gửi qua ${channelName(channel)} trước; khi kênh này không nhận được, hệ thống chuyển sang kênh khác của ông/bà.`,
];
