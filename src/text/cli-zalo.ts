/** Words of `cli zalo`. */
import type { QuotaUse } from '#domain/quota.ts';
import { useWords } from './quota.ts';

export type Check = {
  readonly name:
    | 'bot.token'
    | 'bot.webhook'
    | 'bot.quota'
    | 'oa.token'
    | 'oa.webhook'
    | 'oa.quota'
    | 'oa.template'
    | 'oa.signature';
  readonly ok: boolean;
  readonly detail: string;
};

type Signed = { readonly secret: string; readonly stamp: string; readonly first: string } | null;
type Amount = { readonly remain?: number | undefined; readonly total?: number | undefined };

const names: Readonly<Record<Check['name'], string>> = {
  'bot.token': 'Zalo Bot, token',
  'bot.webhook': 'Zalo Bot, webhook',
  'bot.quota': 'Zalo Bot, hạn mức',
  'oa.token': 'Zalo OA, quyền truy cập',
  'oa.webhook': 'Zalo OA, webhook',
  'oa.quota': 'Zalo OA, hạn mức',
  'oa.template': 'Zalo OA, mẫu tin',
  'oa.signature': 'Zalo OA, chữ ký sự kiện',
};

const faults: Readonly<Record<string, string>> = {
  Credentials: 'bị từ chối: kiểm tra token, khóa hoặc quyền của tài khoản',
  Retry: 'chưa gọi được máy chủ Zalo',
  Ambiguous: 'máy chủ Zalo trả lời không đọc được',
  Elsewhere: 'không dùng được: kiểm tra mã mẫu, quyền dùng mẫu và tài khoản Zalo Cloud',
  RetryAt: 'máy chủ Zalo yêu cầu chờ',
};

export const texts = {
  off: 'Kênh Zalo chưa bật. Đặt ZALO_BOT_TOKEN, hoặc ZALO_OA_APP_ID và các khóa đi kèm.',
  noAccount: 'Chưa cấu hình Zalo OA nên không kiểm tra được chữ ký.',
  unhooked: 'Đã gỡ webhook của Zalo Bot; từ giờ bot lấy tin bằng polling.',
  line: ({ name, detail }: Check): string => `Đạt · ${names[name]}: ${detail}`,
  notWell: (checks: readonly Check[]): string =>
    `Chưa đạt: ${checks.map(({ name, detail }) => `${names[name]}: ${detail}`).join('; ')}. Cách xử lý: docs/zalo-setup.md.`,
  bot: (name: string, groups: boolean): string => `${name}, ${groups ? 'vào được nhóm' : 'không vào được nhóm'}`,
  webhook: (inForce: string | null, wanted: string): string => {
    if (inForce === null) return 'Zalo không cho biết webhook đang đặt';
    if (inForce === wanted) return wanted === '' ? 'không đặt, đúng với polling' : 'đúng địa chỉ này';
    if (wanted === '') return 'đang có webhook nên polling không nhận được tin; chạy: npm run cli -- zalo unhook';
    return 'khác địa chỉ của chương trình; khởi động lại chương trình để đăng ký';
  },
  used: (uses: readonly QuotaUse[]): string => `trong tháng này ${useWords(uses)}`,
  account: (name: string, plan: string, until: string): string =>
    [name, plan === '' ? null : `gói ${plan}`, until === '' ? null : `đến ${until}`]
      .filter((part) => part !== null)
      .join(', '),
  noPublicUrl: 'chưa đặt PUBLIC_URL nên Zalo không gọi tới được',
  probe: (url: string, status: number): string =>
    status === 200 ? `${url} trả lời đúng` : `${url} trả lời mã ${status}, phải là 200`,
  accountQuota: (amounts: readonly Amount[]): string =>
    amounts.length === 0
      ? 'Zalo không cho biết'
      : amounts.map(({ remain, total }) => `còn ${remain ?? 'chưa rõ'}/${total ?? 'chưa rõ'} tin`).join('; '),
  template: (status: string, isFit: boolean): string => {
    if (status !== 'ENABLE') return `chưa gửi được, trạng thái ${status === '' ? 'chưa rõ' : status}, phải là ENABLE`;
    return isFit ? 'đã duyệt, đúng một tham số noi_dung' : 'đã duyệt, nhưng phải có đúng một tham số tên là noi_dung';
  },
  signature: (signed: Signed): string => {
    if (signed === null) return 'không khớp khóa nào; kiểm tra ZALO_OA_APP_ID và ZALO_OA_SECRET_KEY';
    const secret = signed.secret === 'secretKey' ? 'ZALO_OA_SECRET_KEY' : 'ZALO_OA_APP_SECRET';
    const stamp = signed.stamp === 'body' ? 'dấu thời gian trong nội dung' : 'dấu thời gian ở tiêu đề';
    return signed.first === 'app_id'
      ? `khớp ${secret}, ${stamp}`
      : `khớp ${secret}, ${stamp}, tính theo mã OA: cần đặt ZALO_OA_FORMS=oa-id-signature`;
  },
  fault: (kind: string, message: string): string => `${faults[kind] ?? 'lỗi'} (${message})`,
} as const;
