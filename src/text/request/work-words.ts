/** Words behind /viec, and what is said of them. */
import { key } from '../key.ts';

/** `quá hạn`, `đến hạn hôm nay` */
export const dueWordIn = (words: string): 'overdue' | 'today' | null => {
  const plain = key(words);
  if (plain.includes('qua han') || plain.includes('tre han')) return 'overdue';
  return plain.includes('hom nay') ? 'today' : null;
};

export const workTexts = {
  notUnderstood: (words: string): readonly string[] => [
    `Chưa rõ ông/bà muốn xem việc nào theo "${words}".`,
    'Có thể gõ: /viec quá hạn, /viec hôm nay, hoặc /viec kèm tên đơn vị, ví dụ: /viec xã Thiên Lộc.',
  ],
  none: (words: string): readonly string[] => [
    `Không có việc nào chờ ông/bà theo "${words}".`,
    'Gõ /viec để xem tất cả việc đang chờ.',
  ],
} as const;
