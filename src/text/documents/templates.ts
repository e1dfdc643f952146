/** The templates that an office begins with, in the order of their list; what it changes becomes a version of its own. */
import type { TemplateCode } from '#domain/document/template.ts';

export const templateNames: Readonly<Record<TemplateCode, string>> = {
  'phieu-yeu-cau': 'Phiếu yêu cầu phối hợp',
  'cong-van-hoi-y-kien': 'Công văn đề nghị phối hợp',
  'cong-van-tra-loi': 'Công văn trả lời',
  'cong-van-don-doc': 'Công văn đôn đốc',
  'bao-cao': 'Báo cáo sơ kết, tổng kết',
};

export const firstTemplates: Readonly<Record<TemplateCode, string>> = {
  'phieu-yeu-cau': `# Nội dung đề nghị
{thong_tin}
# Các đơn vị phối hợp
{bang_don_vi}
# Kết quả
{ket_qua}
# Lịch sử
{bang_lich_su}`,
  'cong-van-hoi-y-kien': `Thực hiện {quy_che}, {don_vi_hoi} đề nghị quý cơ quan phối hợp ({loai}) về nội dung: {trich_yeu}.
- Khu: {khu}
- Doanh nghiệp: {doanh_nghiep}
- Lĩnh vực: {linh_vuc}
{noi_dung}
Đề nghị quý cơ quan trả lời bằng văn bản chậm nhất {han}, gửi {don_vi_hoi} để tổng hợp. Mã theo dõi: {ma}.
Trân trọng cảm ơn sự phối hợp của quý cơ quan./.`,
  'cong-van-tra-loi': `{don_vi_tra_loi} nhận được {van_ban} của {don_vi_hoi} về việc {trich_yeu} ({loai}). Sau khi nghiên cứu, {don_vi_tra_loi} có ý kiến như sau:
Ý kiến: {y_kien}.
{noi_dung}
Trên đây là ý kiến của {don_vi_tra_loi}, gửi {don_vi_hoi} tổng hợp theo quy định. Mã theo dõi: {ma}./.`,
  'cong-van-don-doc': `Thực hiện {quy_che}, {don_vi_hoi} đã có {van_ban} đề nghị {don_vi_nhan} phối hợp ({loai}) về việc {trich_yeu}. Hạn trả lời: {han}.
Đến nay {don_vi_hoi} chưa nhận được văn bản trả lời. Đề nghị {don_vi_nhan} khẩn trương trả lời; trường hợp có vướng mắc, đề nghị nêu rõ lý do và thời gian trả lời.
Mã theo dõi: {ma}.
Trân trọng cảm ơn sự phối hợp của quý cơ quan./.`,
  'bao-cao': `Thực hiện {quy_che}, kết quả phối hợp {ky} (số liệu từ {tu_ngay} đến hết {den_ngay}, {chot_luc}) như sau:
# Kết quả chung
{tong_quan}
# Kết quả theo lĩnh vực
{bang_linh_vuc}
# Kết quả theo đơn vị
{bang_don_vi}
# Phần việc quá hạn, không trả lời
{bang_qua_han}
# Khó khăn, vướng mắc
{kho_khan}
# Kiến nghị, đề xuất
{kien_nghi}
# Kiến nghị kiểm tra chưa khắc phục xong
{kien_nghi_kiem_tra}
Trên đây là báo cáo kết quả phối hợp {ky}./.`,
};

export const templateFoot = (code: string, version: number): string => `${code}, bản ${version}`;
