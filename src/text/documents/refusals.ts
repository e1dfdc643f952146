/** Sentences for refusals around documents and their templates. */
import type { RefusalCode } from '#domain/refusals.ts';
import type { Refusal } from '#domain/result.ts';
import { formatDay, formatMoment } from '../calendar/dates.ts';
import { formatNumber } from '../numbers.ts';

type DocumentRefusalCode = Extract<RefusalCode, `letter.${string}` | `template.${string}` | `report.${string}`>;

export const documentRefusals: Readonly<Record<DocumentRefusalCode, (params: Refusal['params']) => string>> = {
  'letter.no_answer': () => 'Đơn vị chưa có dự thảo hoặc trả lời. Đề nghị bấm Trả lời trước khi tạo công văn.',
  'letter.not_late': () => 'Phần việc này chưa đến lúc đôn đốc: được đôn đốc từ một ngày làm việc trước hạn.',
  'template.unknown': (params) => `Không có mẫu ${String(params.code)}. Các mẫu: ${String(params.codes)}.`,
  'template.version': (params) => `Mẫu ${String(params.code)} không có bản ${String(params.version)}.`,
  'template.empty': () => 'Mẫu không có nội dung. Đề nghị nhập nội dung mẫu, mỗi dòng một đoạn.',
  'template.long': (params) => `Mẫu dài quá ${formatNumber(Number(params.most))} chữ cái. Đề nghị rút gọn.`,
  'template.brace': (params) =>
    `Dòng ${String(params.line)}: dấu { và } chỉ dùng quanh tên một mục, ví dụ {ma}. Đề nghị sửa lại.`,
  'template.name': (params) =>
    `Dòng ${String(params.line)}: không có mục {${String(params.name)}}. Các mục dùng được: ${String(params.allowed)}.`,
  'template.alone': (params) => `Dòng ${String(params.line)}: mục {${String(params.name)}} phải đứng riêng một dòng.`,
  'report.scope': () =>
    'Báo cáo do cán bộ thường trực Quy chế, lãnh đạo, trưởng phòng, đầu mối, văn thư lập. Gõ /thongke để xem số liệu của ông/bà.',
  'report.period': () =>
    'Kỳ báo cáo là tháng, quý, 6 tháng đầu năm, 9 tháng hoặc năm. Ví dụ: /baocao tháng 11, /baocao quý III.',
  'report.no_regulation': () => 'Trong kỳ này không có Quy chế nào có hiệu lực. Đề nghị chọn kỳ khác.',
  'report.future': (params) => `Kỳ này bắt đầu từ ${formatDay(String(params.from))}. Đề nghị chọn kỳ đã bắt đầu.`,
  'report.closed': (params) =>
    `Kỳ này đã chốt lúc ${formatMoment(Number(params.closed))} nên không nhập, sửa được nữa. Đề nghị gửi nội dung bằng văn bản cho cán bộ thường trực Quy chế.`,
  'template.same': (params) => `Nội dung này trùng với bản đang dùng của mẫu ${String(params.code)}.`,
};
