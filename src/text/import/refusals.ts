/** Sentences for what is refused about imported sheets. */
import type { Refusal } from '#domain/result.ts';
import { sheetTexts } from './limits.ts';

export type ImportParams = Refusal['params'];

export const importRefusals = {
  'import.one_file': () => 'Đề nghị gửi một tệp .xlsx. Gõ /huy để thoát.',
  'import.gone': () => 'Không còn tệp này. Đề nghị gửi lại tệp bằng Nhập từ Excel ở /quantri hoặc /chitieu.',
  'import.unreadable': () =>
    'Tệp không phải là bảng tính .xlsx đọc được. Đề nghị lưu lại ở định dạng .xlsx rồi gửi lại.',
  'import.unknown': () =>
    'Không nhận ra bảng này theo tiêu đề cột ở dòng 1. Đề nghị dùng bảng mẫu ở mục Nhập từ Excel.',
  'import.columns': (params: ImportParams) => sheetTexts.columns(String(params.missing), String(params.twice)),
  'import.empty': () => 'Bảng chưa có dòng nào dưới dòng tiêu đề. Đề nghị điền rồi gửi lại.',
  'import.too_many': (params: ImportParams) => sheetTexts.tooMany(Number(params.most)),
  'import.too_big': () =>
    'Bảng tính mở ra quá lớn. Đề nghị chép số liệu sang bảng mẫu, bỏ ảnh và định dạng thừa, rồi gửi lại bằng Nhập từ Excel ở /quantri hoặc /chitieu.',
  'import.enterprises': () =>
    'Nhập danh mục doanh nghiệp dành cho quản trị của Ban Quản lý. Đề nghị gửi tệp cho quản trị của Ban Quản lý.',
};
