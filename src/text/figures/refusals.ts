/** Sentences for what is refused about figures. */
import type { FiguresRefusalCode } from '#domain/figures/refusals.ts';

export const figuresRefusals = {
  'figures.compare': () =>
    'So sánh giữa các đơn vị dành cho cán bộ thường trực, lãnh đạo đơn vị đề nghị và người phụ trách nhiều đơn vị. Đề nghị xem số liệu chung trong phạm vi được xem, hoặc phân tích theo lĩnh vực, khu.',
  'figures.unit': () =>
    'Số liệu của đơn vị này không thuộc phạm vi ông/bà được xem. Gõ /thongke để xem số liệu trong phạm vi được xem.',
} satisfies Readonly<Record<FiguresRefusalCode, () => string>>;
