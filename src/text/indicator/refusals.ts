/** Sentences for what is refused about indicators. */
import type { IndicatorRefusalCode } from '#domain/indicator/refusals.ts';

export const indicatorRefusals = {
  'indicator.value': () => 'Chưa đọc được giá trị. Đề nghị ghi như: 1.234,5 hoặc 2–3 hoặc khoảng 400.',
  'indicator.period': () =>
    'Chưa đọc được kỳ. Đề nghị ghi như: 6 tháng đầu năm 2026, quý III/2026, năm 2026, hoặc từ 01/01/2026 đến 31/05/2026.',
  'indicator.stated': () =>
    'Chưa đọc được tỷ lệ. Đề nghị ghi như: đạt 25% kế hoạch, bằng 45% so với cùng kỳ; hoặc: tăng 28,8% so với cùng kỳ. Chỉ ghi một trong hai: bằng, hoặc tăng (giảm).',
  'indicator.exists': () =>
    'Chỉ tiêu này đã có số liệu của kỳ đó. Đề nghị gõ /chitieu, chọn chỉ tiêu rồi bấm Đính chính.',
  'indicator.enter': () =>
    'Nhập và đính chính chỉ tiêu dành cho cán bộ thường trực, đầu mối, trưởng phòng và lãnh đạo của Ban Quản lý. Gõ /chitieu để xem chỉ tiêu.',
  'indicator.same': () =>
    'Số liệu hiện nay đã ghi như vậy. Đề nghị nhập nội dung đúng, hoặc gõ /huy để thôi đính chính.',
  'indicator.gone': () => 'Số liệu này đã được đính chính hoặc rút. Đề nghị gõ /chitieu để xem số liệu hiện nay.',
  'indicator.trend': () => 'Chưa đủ hai kỳ cùng loại để vẽ xu hướng. Gõ /chitieu để chọn chỉ tiêu khác.',
} satisfies Readonly<Record<IndicatorRefusalCode, () => string>>;
