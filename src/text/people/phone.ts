/** Words about the private number that a person may give for notices. */
import { maskedPhone } from '#domain/directory/phone.ts';
import type { Millis } from '#domain/time.ts';
import { formatMoment } from '../calendar/dates.ts';

/** Raised when the purpose's words change: which ones a person agreed to is a fact. */
export const PHONE_PURPOSE_VERSION = '2026-11';

export const phoneTexts = {
  phone: 'Số điện thoại nhận tin',
  withdraw: 'Thôi dùng số này',
  agree: 'Đồng ý',
  agreeLabel: 'Đồng ý dùng số',
  ask: [
    'Đề nghị ông/bà nhập số điện thoại di động có dùng Zalo, ví dụ: 0912 345 678.',
    'Không bắt buộc; gõ /huy nếu không muốn dùng số điện thoại.',
  ],
  purpose: (phone: string | null): readonly string[] => [
    `Số ${phone === null ? 'ông/bà vừa nhập' : maskedPhone(phone)} chỉ được dùng để gửi tin Zalo theo mẫu khi thông báo công việc không đến được ông/bà qua kênh nào khác. Căn cứ xử lý: sự đồng ý của ông/bà.`,
    'Số được lưu dưới dạng mã hóa, không hiện cho người khác. Ông/bà đổi hoặc thôi dùng lúc nào cũng được bằng /dulieu.',
    'Bấm Đồng ý để lưu số này, hoặc gõ /huy.',
  ],
  kept: (phone: string): readonly string[] => [
    `Đã lưu số ${maskedPhone(phone)} để nhận tin. Muốn đổi hoặc thôi dùng, ông/bà gõ /dulieu.`,
  ],
  withdrawn: ['Đã xóa số điện thoại. Hệ thống không gửi tin tới số này nữa.'],
  none: ['Hệ thống không lưu số điện thoại nào của ông/bà. Gõ /dulieu để xem dữ liệu cá nhân.'],
} as const;

type Kept = { readonly phone: string | null; readonly agreedAt: Millis };

/** One line of what is stored about a person. */
export const phoneStored = (kept: Kept | null): readonly string[] => {
  if (kept === null) return [];
  const { phone, agreedAt } = kept;
  return phone === null
    ? ['Số điện thoại nhận tin: không đọc được, đề nghị ông/bà nhập lại.']
    : [`Số điện thoại nhận tin: ${maskedPhone(phone)}, ông/bà đồng ý lúc ${formatMoment(agreedAt)}.`];
};
