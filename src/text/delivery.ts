/** Sentences about sends that did not arrive. */
import type { Person } from '#domain/directory/directory.ts';

export const texts = {
  notMade: ['Chưa tạo được tài liệu đã yêu cầu do lỗi của hệ thống. Đề nghị thử lại sau ít phút.'],
  unreachable: (person: Person): readonly string[] => [
    `Không gửi được tin tới ${person.name} (${person.title}): người nhận đã chặn hoặc đã xóa cuộc trò chuyện.`,
    'Đề nghị báo để người đó mở lại cuộc trò chuyện và gửi /start.',
  ],
} as const;
