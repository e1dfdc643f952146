/** Sentences about sends that did not arrive, or may not. */
import type { Person } from '#domain/directory/directory.ts';

export const texts = {
  unreachable: (person: Person): readonly string[] => [
    `Không gửi được tin tới ${person.name} (${person.title}): người nhận đã chặn hoặc đã xóa cuộc trò chuyện.`,
    'Đề nghị báo để người đó mở lại cuộc trò chuyện và gửi /start.',
  ],
  schedulerSilent: (minutes: number): readonly string[] => [
    `Cảnh báo: bộ lịch nhắc việc không hoạt động đã ${minutes} phút. Nhắc việc và tin báo đang chờ, chưa mất.`,
    'Đề nghị ông/bà kiểm tra tiến trình nền trên máy chủ và khởi động lại nếu cần.',
  ],
} as const;
