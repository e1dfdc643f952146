/** Written after the rules, by looking at what went wrong in sentences that they had not been made with. */
import { lines } from './lines.ts';

export const field = lines(`
Kính gửi UBND phường Long Biên. Ban Quản lý đề nghị quý đơn vị phối hợp giải phóng mặt bằng dự án của Cty Orivan, KCN Sài Đồng B, hạn thứ Tư tuần sau, mức độ thượng khẩn => 2026-12-02 intent=file zone=SDB field=F1b enterprise=0199213262 urgency=thuong_khan type=joint_work
nhờ anh em xã Thiên Lộc cho số liệu ANTT trc 17h t6 => 2026-11-27 17:00 intent=file units=xa-thien-loc field=F6a
e gửi đề nghị xã Nội Bài khảo sát nước thải, gấp, trong chiều nay => 2026-11-24 17:30 intent=file units=xa-noi-bai field=F3 type=site_survey
đề nghị báo cáo tình hình ANTT tại KCN Nội Bài trước 10/12 => 2026-12-10 intent=file zone=NB field=F6a
Ban Quản lý xin ý kiến các xã, phường có KCN về dự thảo Quy chế trước 30/11 => 2026-11-30 intent=file type=opinion units=xa-thien-loc+xa-noi-bai+xa-quang-minh+phuong-thuong-cat+xa-tay-phuong+xa-phu-nghia+xa-dai-xuyen
UBND xã Phú Nghĩa đề nghị Ban Quản lý tháo gỡ vướng mắc cho Công ty Sữa Bình Minh => intent=file units=bql enterprise=0199334348 type=difficulty
lập đoàn kiểm tra liên ngành KCN Thăng Long ngày 10/12 => 2026-12-10 intent=team zone=TL
bao nhiêu yêu cầu về PCCC của KCN Thăng Long quý 3 => 2026-07-01..2026-09-30 intent=figures zone=TL field=F6b
so sánh tỷ lệ đúng hạn quý 2 và quý 3 => 2026-04-01..2026-06-30; 2026-07-01..2026-09-30 intent=figures period=-
xuất excel báo cáo tháng 10 => 2026-10-01..2026-10-31 intent=report
tình hình thu hút đầu tư 10 tháng đầu năm => 2026-01-01..2026-10-31 intent=indicator
chỉ số nộp ngân sách năm 2025 => 2025-01-01..2025-12-31 intent=indicator
những yêu cầu tôi đang theo dõi => intent=filed
việc nào sắp hết hạn => intent=mine
yêu cầu nào quá hạn => intent=mine
đề nghị nào của xã Nội Bài chưa trả lời => intent=filed
cho em xin gia hạn PH-2026-00015 tới thứ 6 => 2026-11-27 intent=extend code=PH-2026-00015
PH-2026-00015 xin gia hạn 3 ngày làm việc => - intent=extend
PH-2026-00015 đồng ý => intent=answer
tôi nhận PH-2026-00015 => intent=receive
ngày 24/11 nghỉ không => 2026-11-24 intent=calendar
nhắc trước hạn 2 ngày => - intent=remind
không nhận nhắc việc sau 18h => intent=remind
tắt thông báo => intent=remind
tôi nghỉ từ thứ 2 đến thứ 4 tuần sau, chị Hoa làm thay => 2026-11-30..2026-12-02 intent=delegate
ủy quyền cho chị Mai đến hết tuần => 2026-11-29 intent=delegate
mời chị Lan vào phòng Môi trường => intent=admin units=bql-mt
bạn là ai => intent=help
làm sao để gửi yêu cầu => intent=help
kiểm tra PCCC KCN Thăng Long => intent=file zone=TL field=F6b
tháng 9, tháng 10 => 2026-09-01..2026-09-30; 2026-10-01..2026-10-31 period=-
tháng 9-10/2026 => 2026-09-01..2026-10-31
thứ 6 cuối tuần này => 2026-11-27
ngày cuối cùng của tháng 11 => 2026-11-30
nửa đầu tháng 12 => 2026-12-01..2026-12-15
nửa đầu năm => 2026-01-01..2026-06-30
nửa cuối năm 2025 => 2025-07-01..2025-12-31
quý cuối năm => 2026-10-01..2026-12-31
3 quý đầu năm 2025 => 2025-01-01..2025-09-30
hôm 20/11 => 2026-11-20 deadline=-
ngày 20/11 vừa qua => 2026-11-20 deadline=-
đã gửi ngày 20/11 => 2026-11-20 deadline=-
nhận ngày 20/11/2026, trả lời trong 3 ngày làm việc => 2026-11-20; 2026-11-27 deadline=2026-11-27
trong 3 ngày làm việc kể từ 20/11 => 2026-11-26
trước Tết 10 ngày => -
thứ 6 13/11 => 2026-11-13
từ thứ 2 tới thứ 4 => 2026-11-30..2026-12-02
Thứ Sáu này 17h => 2026-11-27 17:00
trong giờ hành chính => -
vài ngày nữa => -
giữa tháng 12 => -
thứ 2, 30/11, 9h => 2026-11-30 09:00
từ 8 giờ đến 11 giờ 30 sáng mai => 2026-11-25
trong vòng 1 tuần => 2026-12-01
5 ngày làm việc kể từ ngày mai => 2026-12-02
10 ngày kể từ ngày ký => -
trước Noel => 2026-12-25
theo tháng năm 2026 => -
KCN rộng 114ha, 12 dự án, vốn 300tr USD, 1/3 diện tích => -
trong 6 tháng tới => 2027-05-24
5 tháng sau => -
tuần thứ 3 của tháng 11 => -
ngày làm việc thứ 5 => -
trước 17 giờ thứ Sáu => 2026-11-27 17:00
trước th​ứ 6 tuần sau => 2026-12-04
hạn từ nay đến 15/12 => 2026-12-15 deadline=2026-12-15
từ nay đến hết tháng 12 => 2026-12-31 deadline=2026-12-31
năm 2026 so với năm 2025 => 2026-01-01..2026-12-31; 2025-01-01..2025-12-31
giấy phép số 15/GP-UBND ngày 5/3/2024 => 2024-03-05 deadline=-
từ 1/1/2026 tới 30/6 => 2026-01-01..2026-06-30
mai nhắc tôi gọi điện cho anh Kiệt => 2026-11-25 intent=remind
thứ 6 nhắc mình gửi số liệu cho xã Thiên Lộc => 2026-11-27 intent=remind
chiều mai 3h nhắc em họp => 2026-11-25 15:00 intent=remind
cho em hỏi yêu cầu gửi xã Thiên Lộc hôm qua có ai trả lời chưa => 2026-11-23 intent=filed
hỏi ý kiến Sở Xây dựng về giấy phép => - units=so-xay-dung
đn UBND P. Long Biên kiểm tra PCCC trước 17h T6 => 2026-11-27 17:00 intent=file units=phuong-long-bien field=F6b
dn xã Thiên Lộc cc số liệu lao động trc 5/12 => 2026-12-05 intent=file units=xa-thien-loc field=F4b type=information
UBND xã Thiên Lộc báo cáo kết quả trước ngày 5/12 => 2026-12-05 intent=file units=xa-thien-loc
đề nghị xã Thiên Lộc rà soát danh sách hộ dân, báo cáo về Ban Quản lý trước 30/11 => 2026-11-30 intent=file units=xa-thien-loc
`);
