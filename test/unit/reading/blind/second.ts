/** Written after the rules had been mended by the others of this folder: what new sentences score. */
import { lines } from '../corpus/lines.ts';

export const second = lines(`
phong minh can xa phu nghia gui danh sach cong nhan o tro truoc 12/12 nhe => 2026-12-12 intent=file units=xa-phu-nghia type=information
Trân trọng đề nghị UBND phường Phúc Lợi có văn bản tham gia ý kiến gửi về Ban Quản lý trước ngày 08/12/2026 để tổng hợp => 2026-12-08 intent=file units=phuong-phuc-loi type=opinion
bên em xin phép mời công an pccc cùng đi kiểm tra kho hóa chất kcn nội bài lúc 9h thứ năm => 2026-11-26 09:00 intent=file units=cong-an-pccc zone=NB type=joint_work
đề nghị xã Quang Minh và xã Mê Linh rà soát trật tự xây dựng quanh KCN Quang Minh, báo cáo trước 16h ngày 27/11 => 2026-11-27 16:00 intent=file units=xa-quang-minh+xa-me-linh zone=QM1 field=F1d
vướng mắc giải phóng mặt bằng kcn phú nghĩa đề nghị xã phú nghĩa tháo gỡ trong tháng 12 => 2026-12-01..2026-12-31 intent=file units=xa-phu-nghia zone=PN field=F1b type=difficulty deadline=2026-12-31
xa thien loc oi cho xin so lieu lao dong quy 3 truoc thu 4 tuan sau => 2026-07-01..2026-09-30; 2026-12-02 intent=file units=xa-thien-loc field=F4b deadline=2026-12-02
yêu cầu các đơn vị gửi báo cáo trước 15 hàng tháng => intent=file deadline=-
ĐỀ NGHỊ SỞ TÀI CHÍNH CHO Ý KIẾN VỀ DỰ ÁN ĐẦU TƯ CỦA CÔNG TY TNHH TOVAKI VIỆT NAM TRONG 07 NGÀY LÀM VIỆC => 2026-12-03 intent=file units=so-tai-chinh field=F2 enterprise=0199001370 type=opinion
hoả tốc cháy tại cty nakoda kcn thăng long đề nghị cảnh sát pccc và xã thiên lộc phối hợp xử lý ngay => intent=file units=cong-an-pccc+xa-thien-loc zone=TL enterprise=0199011467 urgency=hoa_toc type=joint_work
Tiếp theo Văn bản số 88/BQL-MT ngày 02/11/2026, đề nghị UBND xã Nội Bài khẩn trương trả lời trước 26/11 => 2026-11-02; 2026-11-26 intent=file units=xa-noi-bai urgency=- deadline=2026-11-26
tối thứ bảy này => 2026-11-28
trước 8 giờ sáng ngày mốt => 2026-11-26 08:00
10h kém 15 sáng mai => 2026-11-25 09:45
ngày đầu tiên của tháng 12 => 2026-12-01
hết quý này => 2026-12-31
trong quý 1 năm sau => 2027-01-01..2027-03-31
tuần tới => 2026-11-30..2026-12-06
3 tháng đầu năm 2026 => 2026-01-01..2026-03-31
tháng giêng năm sau => -
từ thứ hai đến thứ sáu tuần sau => 2026-11-30..2026-12-04
từ 15/10 đến nay => 2026-10-15..2026-11-24
giữa tuần sau => -
một ngày không xa => -
đường 23B => -
bến xe số 3 => -
mã hàng 12-05-99 => -
đạt 12/15 chỉ tiêu => -
nhà thầu số 2/9 => -
lần thứ 3 trong năm => -
5/7 thành viên dự họp => -
mức phạt 10-15 triệu => -
tháng mấy thì xong => -
thống kê pccc năm nay theo đơn vị => 2026-01-01..2026-12-31 intent=figures field=F6b
bao nhieu viec tre han quy nay => 2026-10-01..2026-12-31 intent=figures
so sánh số yêu cầu tháng 9 với tháng 10 => 2026-09-01..2026-09-30; 2026-10-01..2026-10-31 intent=figures
xem tình trạng PH-2026-00031 => intent=show code=PH-2026-00031
PH-2026-00031 xin thêm 2 ngày làm việc => intent=extend code=PH-2026-00031
PH-2026-00031 nhất trí với đề xuất => intent=answer code=PH-2026-00031
đã nhận PH-2026-00031, sẽ xử lý => intent=receive code=PH-2026-00031
phản hồi PH-2026-00031 không đồng ý => intent=answer code=PH-2026-00031
mấy việc sắp trễ của tôi => intent=mine
hôm nay phải trả lời những gì => intent=mine
các đề nghị tôi gửi chưa ai trả lời => intent=filed
tìm văn bản của xã Thiên Lộc về cháy nổ => intent=search units=xa-thien-loc
kiếm giúp hồ sơ về nước thải => intent=search field=F3
kim ngạch xuất khẩu tháng 10 => 2026-10-01..2026-10-31 intent=indicator
in báo cáo năm 2025 => 2025-01-01..2025-12-31 intent=report
đoàn mình hôm nay đi những đâu => intent=team
thứ bảy này có đi làm bù không => 2026-11-28 intent=calendar
nhắc mình 5 giờ chiều thứ 6 nộp hồ sơ => 2026-11-27 17:00 intent=remind
tuần sau tôi nghỉ, ủy quyền cho anh Hùng => 2026-11-30..2026-12-06 intent=delegate
cho tôi liên kết tài khoản zalo => intent=link
tôi muốn rút lại đồng ý dùng số điện thoại => intent=data
mở menu chính => intent=menu
tạo mã mời cho cán bộ xã Nội Bài => intent=admin
tôi không biết dùng thế nào => intent=help
bỏ đi không làm nữa => intent=cancel
tốt quá => intent=none
alo => intent=none
`);
