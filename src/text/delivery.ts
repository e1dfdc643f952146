/** Sentences about sends that did not arrive, or may not. */
import type { Directory, Person } from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import { addressOf, namedWithOffice } from './people/address.ts';
import { channelName } from './people/roles.ts';

export const texts = {
  notMade: ['Chưa tạo được tài liệu đã yêu cầu do lỗi của hệ thống. Đề nghị thử lại sau ít phút.'],
  /** To whoever did what the notice tells of. */
  notDelivered: (directory: Directory, person: Person, day: IsoDate): readonly string[] => [
    `Chưa gửi được thông báo tới ${namedWithOffice(directory, person, day)} trên kênh nào.`,
    'Đề nghị ông/bà liên hệ trực tiếp với người nhận.',
  ],
  /** To the same: sent for money, and nobody says whether it arrived. */
  notConfirmed: (directory: Directory, person: Person, day: IsoDate): readonly string[] => [
    `Chưa rõ thông báo tới ${namedWithOffice(directory, person, day)} đã đến hay chưa: kênh gửi không xác nhận.`,
    'Hệ thống không gửi lại để tránh tính phí hai lần. Đề nghị ông/bà liên hệ trực tiếp với người nhận.',
  ],
  unreachable: (person: Person): readonly string[] => [
    `Không gửi được tin tới ${addressOf(person)} (${person.title}): người nhận đã chặn hoặc đã xóa cuộc trò chuyện.`,
    'Đề nghị báo để người đó mở lại cuộc trò chuyện và gửi /start.',
  ],
  eventParked: [
    'Cảnh báo: có tin đến không xử lý được do lỗi của hệ thống, đã để riêng sau nhiều lần thử. Các tin khác vẫn được xử lý.',
    'Đề nghị ông/bà xem /quantri, mục Hàng đợi, và báo bộ phận kỹ thuật đọc nhật ký máy chủ.',
  ],
  schedulerSilent: (minutes: number): readonly string[] => [
    `Cảnh báo: bộ lịch nhắc việc không hoạt động đã ${minutes} phút. Nhắc việc và tin báo đang chờ, chưa mất.`,
    'Đề nghị ông/bà kiểm tra tiến trình nền trên máy chủ và khởi động lại nếu cần.',
  ],
  credentialsRefused: (channel: string): readonly string[] => [
    `Kênh ${channelName(channel)} không gia hạn được quyền truy cập, sắp hoặc đã ngừng gửi tin.`,
    'Đề nghị người vận hành cấp lại quyền theo tài liệu cài đặt kênh, rồi khởi động lại chương trình.',
  ],
} as const;
