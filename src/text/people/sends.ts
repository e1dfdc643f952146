/** Words about messages that did not arrive and about what waits in the system; what a message says is not shown. */
import type { Directory } from '#domain/directory/directory.ts';
import type { QuotaUse } from '#domain/quota.ts';
import { DAY, HOUR, type IsoDate, MINUTE, type Millis } from '#domain/time.ts';
import type { UnsentReason } from '#domain/unsent.ts';
import type { Line } from '#message/outbound.ts';
import { formatMoment } from '../calendar/dates.ts';
import { useLines } from '../quota.ts';
import { namedWithOffice } from './address.ts';
import { channelName } from './roles.ts';

type Failed = {
  readonly channel: string;
  readonly personId: number | null;
  readonly at: Millis;
  readonly reason: UnsentReason;
};

export const failedLines = (
  { directory, day }: { readonly directory: Directory; readonly day: IsoDate },
  shown: readonly Failed[],
  total: number,
): readonly Line[] => [
  [{ bold: `Tin chưa gửi được: ${total}` }],
  ...shown.map(({ channel, personId, at, reason }) => {
    const person = personId === null ? undefined : directory.people.get(personId);
    const to = person === undefined ? 'người nhận không còn trong danh bạ' : namedWithOffice(directory, person, day);
    const by = channel === '' ? 'chưa có tài khoản' : channelName(channel);
    return `• ${formatMoment(at)}, gửi ${to} (${by}): ${reasons[reason]}.`;
  }),
  ...(total > shown.length ? [`… và ${total - shown.length} tin trước đó.`] : []),
  total === 0
    ? 'Mọi thông báo đều đã gửi được. Gõ /quantri để chọn việc khác.'
    : 'Đề nghị báo để người nhận mở lại cuộc trò chuyện, hoặc mời lại người chưa có tài khoản.',
];

const reasons: Readonly<Record<UnsentReason, string>> = {
  no_account: 'người nhận không có tài khoản nào nhận được tin',
  shut: 'kênh đang ngừng, đã chuyển sang kênh khác',
  banned: 'tài khoản bị khóa',
  blocked: 'người nhận đã chặn hoặc đã xóa cuộc trò chuyện',
  unanswered: 'chưa rõ, kênh không trả lời, có thể đã tới hoặc chưa',
  refused: 'kênh từ chối hoặc không hoạt động',
};

type Depth = { readonly channel: string; readonly state: string; readonly count: number; readonly oldest: Millis };

export const queueLines = (state: {
  readonly now: Millis;
  readonly inbox: { readonly waiting: number; readonly oldest: Millis | null; readonly parked: number };
  readonly outbox: readonly Depth[];
  readonly overdue: number;
  readonly use: readonly QuotaUse[];
  readonly next: readonly { readonly kind: string; readonly subject: number; readonly at: Millis }[];
}): readonly Line[] => {
  const { now, inbox, outbox, overdue, next, use } = state;
  const waiting = outbox.filter((row) => row.state !== 'failed');
  const count = waiting.reduce((sum, row) => sum + row.count, 0);
  const oldest = waiting.length === 0 ? null : Math.min(...waiting.map((row) => row.oldest));
  const failed = outbox.filter((row) => row.state === 'failed').reduce((sum, row) => sum + row.count, 0);
  return [
    [{ bold: 'Hàng đợi của hệ thống' }],
    `Tin đến chờ xử lý: ${inbox.waiting}${agoOf(now, inbox.oldest)}.`,
    `Tin đến để riêng vì lỗi: ${inbox.parked}.`,
    `Tin đi chờ gửi: ${count}${agoOf(now, oldest)}.`,
    ...[...Map.groupBy(waiting, (row) => row.channel)].map(
      ([channel, rows]) => `• ${channelName(channel)}: ${rows.reduce((sum, row) => sum + row.count, 0)}`,
    ),
    `Tin chưa gửi được: ${failed}.`,
    ...(use.length === 0 ? [] : ['Đã dùng trong tháng:', ...useLines(use)]),
    `Việc đến giờ chưa chạy: ${overdue}.`,
    next.length === 0 ? 'Không có việc nào đã hẹn giờ.' : `${next.length} việc chạy tiếp theo:`,
    ...next.map(({ kind, subject, at }) => `• ${formatMoment(at)}: ${kinds[kind] ?? 'việc hẹn giờ'} (số ${subject})`),
  ];
};

const agoOf = (now: Millis, oldest: Millis | null): string => {
  if (oldest === null) return '';
  const age = Math.max(0, now - oldest);
  if (age < MINUTE) return ', cũ nhất dưới một phút';
  if (age < HOUR) return `, cũ nhất ${Math.floor(age / MINUTE)} phút`;
  return age < DAY ? `, cũ nhất ${Math.floor(age / HOUR)} giờ` : `, cũ nhất ${Math.floor(age / DAY)} ngày`;
};

const kinds: Readonly<Record<string, string>> = {
  publish: 'gửi đề nghị tới đơn vị',
  repeat: 'nhắc lại thông báo quan trọng',
  remind: 'nhắc việc',
  pause: 'hết thời gian chờ bổ sung',
  silence: 'đến hạn trả lời',
  digest: 'danh sách việc buổi sáng',
  duty: 'nhắc nhiệm vụ',
  stage: 'mốc của đoàn kiểm tra',
  personal: 'nhắc việc cá nhân',
  report: 'báo cáo tự động',
};
