/** Urgency, type of request and code. */
import { lines } from './lines.ts';

export const slots = lines(`
mức độ: khẩn => urgency=khan
mức độ khẩn => urgency=khan
độ khẩn: thượng khẩn => urgency=thuong_khan
thượng khẩn => urgency=thuong_khan
hỏa tốc => urgency=hoa_toc
hoả tốc => urgency=hoa_toc
văn bản hỏa tốc => urgency=hoa_toc
mức độ: thường => urgency=thuong
mức độ bình thường => urgency=thuong
gửi khẩn => urgency=khan
khó khăn của doanh nghiệp => urgency=-
khẩn trương thực hiện => urgency=-
tình huống khẩn cấp => urgency=-
không khẩn => urgency=-
họp thường kỳ => urgency=-
đề nghị xã Nội Bài cho ý kiến => type=opinion
xin ý kiến về quy hoạch => type=opinion
lấy ý kiến các đơn vị => type=opinion
đề nghị góp ý dự thảo => type=opinion
đề nghị tham gia ý kiến => type=opinion
đề nghị cung cấp thông tin => type=information
đề nghị cung cấp danh sách doanh nghiệp => type=information
gửi số liệu lao động => type=information
đề nghị khảo sát thực địa => type=site_survey
kiểm tra hiện trường khu đất => type=site_survey
tháo gỡ vướng mắc cho doanh nghiệp => type=difficulty
giải quyết khó khăn, vướng mắc => type=difficulty
đề nghị phối hợp kiểm tra => type=joint_work
phối hợp thực hiện => type=joint_work
cử người tham gia đoàn => type=joint_work
cho ý kiến về việc tháo gỡ khó khăn => type=opinion
xin chào => type=-
PH-2026-00042 => code=PH-2026-00042
ph-2026-00042 => code=PH-2026-00042
PH 2026 42 => code=PH-2026-00042
PH2026-00042 => code=PH-2026-00042
xem PH-2026-7 => code=PH-2026-00007
mã PH-2026-00120 đến đâu => code=PH-2026-00120
PH-26 => code=-
số 2026-00042 => code=-
`);
