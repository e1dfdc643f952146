/** Sentences about sends that did not arrive. */
import type { Person } from '#domain/directory/directory.ts';

export const texts = {
  unreachable: (person: Person): readonly string[] => [
    `Không gửi được tin tới ${person.name} (${person.title}): người nhận đã chặn hoặc đã xóa cuộc trò chuyện.`,
    'Đề nghị báo để người đó mở lại cuộc trò chuyện và gửi /start.',
  ],
} as const;
