/** Sentences for what is refused about imported sheets. */
import type { Refusal } from '#domain/result.ts';

export type ImportParams = Refusal['params'];

export const importRefusals = {
  'import.one_file': () => 'Đề nghị gửi một tệp .xlsx. Gõ /huy để thoát.',
  'import.gone': () => 'Không còn tệp này. Đề nghị gửi lại tệp từ /quantri, Nhập từ Excel.',
  'import.unreadable': () =>
    'Tệp không phải là bảng tính .xlsx đọc được. Đề nghị lưu lại ở định dạng .xlsx rồi gửi lại.',
  'import.unknown': () =>
    'Không nhận ra bảng này theo tiêu đề cột ở dòng 1. Đề nghị dùng bảng mẫu ở /quantri, Nhập từ Excel.',
  'import.empty': () => 'Bảng chưa có dòng nào dưới dòng tiêu đề. Đề nghị điền rồi gửi lại.',
  'import.too_many': (params: ImportParams) =>
    `Bảng tính có quá ${String(params.most)} dòng. Đề nghị chia thành nhiều tệp.`,
  'import.enterprises': () =>
    'Nhập danh mục doanh nghiệp dành cho quản trị của Ban Quản lý. Đề nghị gửi tệp cho quản trị của Ban Quản lý.',
};
