/** Searches and list filters kept under a name. */
import type { Line } from '#message/outbound.ts';

export const filterTexts = {
  save: 'Lưu bộ lọc',
  mine: 'Bộ lọc đã lưu',
  drop: (name: string): string => `Bỏ "${name}"`,
  label: 'Tên bộ lọc',
  ask: (words: string): readonly string[] => [
    `Đặt tên cho bộ lọc "${words}"? Ông/bà bấm để dùng chính các từ này, hoặc gõ tên khác.`,
    'Ví dụ: đất đai KCN Thăng Long.',
  ],
  saved: (name: string, command: string): readonly string[] => [
    `Đã lưu bộ lọc "${name}". Gọi lại: gõ ${command} ${name}, hoặc gõ /tim rồi chọn tên.`,
    'Mỗi lần mở, kết quả theo phạm vi ông/bà được xem lúc đó.',
  ],
  dropped: ['Đã bỏ bộ lọc.'],
} as const;

export const filterLines = (
  filters: readonly { readonly name: string; readonly words: string; readonly command: string }[],
): readonly Line[] => [
  [{ bold: `Bộ lọc đã lưu: ${filters.length}` }],
  ...filters.map(({ name, words, command }) => `• ${name}: ${command} ${words}`),
];
