/** Written with what they say before their writer had seen a rule: how officials type between two meetings. */
import { lines } from '../corpus/lines.ts';

export const third = lines(`
de nghi xa thien loc ktra pccc cty tovaki trc t6 tuan sau => 2026-12-04 intent=file units=xa-thien-loc enterprise=0199001370 field=F6b
nho p long bien cc so lieu ld kcn sai dong b, han 2/12 nhe => 2026-12-02 intent=file zone=SDB units=phuong-long-bien
xin ý kiến xã Quang Minh vv điều chỉnh quy hoạch KCN Quang Minh, gửi lại trước 5h chiều mai => 2026-11-25 17:00 intent=file units=xa-quang-minh zone=QM1 field=F1a type=opinion
mn ơi xã Nội Bài cho xin danh sách cty nợ bhxh trước ngày 30 nhé => 2026-11-30 intent=file units=xa-noi-bai type=information
Đề nghị CA PCCC cử cán bộ tham gia đoàn ktra KCN Phú Nghĩa 8h30 ngày 3/12/26 => 2026-12-03 08:30 intent=file units=cong-an-pccc zone=PN type=joint_work
khảo sát hiện trạng đất kcn nội bài cùng xã nội bài, chiều thứ năm tuần này => 2026-11-26 17:30 intent=file units=xa-noi-bai zone=NB type=site_survey
đề nghị ubnd xã tây phương phối hợp tháo gỡ vướng mắc gpmb cho cty meikaru, hạn 10 nlv => 2026-12-08 intent=file units=xa-tay-phuong field=F1b enterprise=0199273800 deadline=2026-12-08
hoa toc: de nghi phuong viet hung bao cao su co ro ri hoa chat tai cty chenfuwa trong hom nay => 2026-11-24 intent=file units=phuong-viet-hung enterprise=0199233445 urgency=hoa_toc
phòng LĐ cần xã Đại Xuyên báo số liệu công nhân kcn hanssip, chậm nhất là cuối giờ chiều 27/11 => 2026-11-27 17:30 intent=file zone=HANSSIP deadline=2026-11-27 17:30
yêu cầu xã phú nghĩa trả lời dứt điểm vụ nước thải cty thép núi đôi, khẩn, 02 ngày lv => 2026-11-26 intent=file units=xa-phu-nghia field=F3 enterprise=0199132542 urgency=khan
gửi sở xây dựng xin ý kiến cấp gpxd nhà xưởng 3.500m2 lô CN5 kcn thăng long trước 11h ngày 1/12 => 2026-12-01 11:00 intent=file units=so-xay-dung zone=TL type=opinion
đ/c Hà lập giúp yêu cầu phường thượng cát cung cấp hồ sơ thuê đất, không gấp, trong tháng 12 => 2026-12-01..2026-12-31 intent=file units=phuong-thuong-cat field=F1c type=information deadline=2026-12-31
tạo yêu cầu khẩn gửi công an pccc và xã thiên lộc ktra kho hóa chất nakoda => - intent=file units=cong-an-pccc+xa-thien-loc enterprise=0199011467 urgency=khan
lap yc gui xa quang minh ve xa thai cty lavira => - intent=file units=xa-quang-minh enterprise=0199122456 field=F3
Đề nghị các xã, phường có KCN rà soát nhà ở công nhân, báo cáo trước 15/12 => 2026-12-15 intent=file
de nghi huyen soc son (cu) cung cap ho so gpmb kcn noi bai truoc thu 2 => 2026-11-30 intent=file zone=NB field=F1b type=information
đề nghị phường Phúc Lợi k.tra bếp ăn cty daesoru ngày mai lúc 9 rưỡi => 2026-11-25 09:30 intent=file units=phuong-phuc-loi enterprise=0199203176
nhờ Sở Y tế phối hợp điều tra vụ ngộ độc tại cty Hạt Ngọc, thượng khẩn => - intent=file units=so-y-te urgency=thuong_khan field=F5a enterprise=0199152725
kính đề nghị Sở NN&MT có ý kiến về ĐTM dự án cty Sao Hôm trước 20/12 => 2026-12-20 intent=file units=so-nong-nghiep-moi-truong type=opinion
xã nội bài ơi gửi mình xin bản đồ quy hoạch trước trưa mai nha => 2026-11-25 12:00 intent=file units=xa-noi-bai field=F1a
đề nghị xã Thiên Lộc có ý kiến trong vòng 24h => 2026-11-25 09:00 intent=file units=xa-thien-loc type=opinion
Sở Nội vụ cho ý kiến về lao động nước ngoài cty Optira, trả lời trước ngày mùng 5 tháng 12 => 2026-12-05 intent=file units=so-noi-vu enterprise=0199182991 type=opinion
trc 16h30 t5 => 2026-11-26 16:30
trước 5h chiều thứ 6 tuần này => 2026-11-27 17:00
chậm nhất 9g sáng 30/11 => 2026-11-30 09:00
đến hết ngày 15 tháng sau => 2026-12-15
hạn: 04-12-2026 => 2026-12-04
sang t3 tuan toi => 2026-12-01 12:00
chiều t4 => 2026-11-25 17:30
3 ngay lam viec nua => 2026-11-27
trong 15 ngày làm việc kể từ ngày nhận => 2026-12-15
sau 2 tuần nữa => 2026-12-08
8 giờ làm việc => 2026-11-25 17:30
cuoi thang 12 => 2026-12-31
trước Tết dương lịch => 2027-01-01
mùng 1 tết => 2027-02-06
ngày 29/2 => 2028-02-29
31/11 => -
thứ 3 => ?2026-11-24,2026-12-01
cuối tuần sau => 2026-12-06
đầu tuần sau => 2026-11-30
trong 2 ngày tới => 2026-11-26
ngày này tuần sau => 2026-12-01
14h chiều 26/11 => 2026-11-26 14:00
lúc 0h ngày 1/12 => 2026-12-01 00:00
12 giờ đêm nay => 2026-11-24
từ 24/11 đến hết 4/12 => 2026-11-24..2026-12-04
tuần thứ 2 của tháng 12 => -
2 tuần trước => 2026-11-10
quý trước => 2026-07-01..2026-09-30
tháng 12 năm ngoái => 2025-12-01..2025-12-31
9T/2026 => 2026-01-01..2026-09-30
6T đầu 2025 => 2025-01-01..2025-06-30
QIV/2025 => 2025-10-01..2025-12-31
T11/2026 => 2026-11-01..2026-11-30
tu thang 7 den thang 9 => 2026-07-01..2026-09-30
ba tháng gần đây => 2026-08-25..2026-11-24
năm 2025 => 2025-01-01..2025-12-31
CV 1502/BQL-ĐT ngày 05/10/2026 => 2026-10-05
điểm b khoản 3 Điều 12 Luật Đất đai 2024 => -
tổng mức 12,5 tỷ, diện tích 3,2 ha => -
ĐT 0912.345.678 gặp a Tuấn => -
lô B5-2, đường số 6 => -
5/7 xã đã trả lời => -
QĐ 21/2026/QĐ-UBND => -
tỷ lệ 1/2000 => -
MST 0199001370-001 => -
gia hạn ph42 thêm 5 ngày vì chờ số liệu của cty => intent=extend
xin gh PH-2026-42 đến 4/12, lý do đ/c phụ trách đi học => 2026-12-04 intent=extend code=PH-2026-00042 deadline=2026-12-04
ph-2026-00042 xin lui den thu 6 tuan sau => 2026-12-04 intent=extend code=PH-2026-00042
đã nhận PH-2026-00017 => intent=receive code=PH-2026-00017
tiep nhan ph 2026 17 => intent=receive code=PH-2026-00017
bên mình nhận xử lý PH-2026-00017 nhé => intent=receive code=PH-2026-00017
trl PH-2026-42: đồng ý chủ trương => intent=answer code=PH-2026-00042
PH-2026-00042: UBND xã thống nhất nội dung dự thảo, đề nghị bổ sung phương án thoát nước => intent=answer code=PH-2026-00042
trả lời ph-2026-00042 không thống nhất do chưa có quy hoạch phân khu => intent=answer code=PH-2026-00042
xem ph 2026 00042 đến đâu rồi => intent=show code=PH-2026-00042
ph-2026-42 sao rồi => intent=show code=PH-2026-00042
hồ sơ PH-2026-00042 ai đang giữ => intent=show code=PH-2026-00042
cho hỏi PH-2026-00042 còn mấy ngày nữa hết hạn => intent=show code=PH-2026-00042
hôm nay có việc gì phải làm ko => intent=mine
việc của mình còn tồn bao nhiêu => intent=mine
có gì quá hạn k => intent=mine
viec dang cho toi duyet => intent=mine
mấy cái mình gửi đi đã ai trả lời chưa => intent=filed
ds yêu cầu đã gửi => intent=filed
theo doi cac yc cua phong => intent=filed
tìm giúp công văn 05/UBND-KT => intent=search
tim ho so pccc kcn thang long thang 10 => 2026-10-01..2026-10-31 intent=search
có yêu cầu nào về cty tovaki ko => intent=search enterprise=0199001370
tra cứu các yêu cầu nước thải quang minh => intent=search
kiếm lại cái vụ lấn chiếm đất ở phú nghĩa => intent=search
tk quý 4 xã nội bài => 2026-10-01..2026-12-31 intent=figures units=xa-noi-bai
số liệu tháng 10 theo đơn vị => 2026-10-01..2026-10-31 intent=figures
xã nào chậm nhất quý này => 2026-10-01..2026-12-31 intent=figures
bao nhiêu yêu cầu pccc từ đầu năm tới giờ => 2026-01-01..2026-11-24 intent=figures field=F6b
tkê tình hình xử lý của phường long biên tuần trước => 2026-11-16..2026-11-22 intent=figures units=phuong-long-bien
ty le dung han 9 thang cua cac don vi => 2026-01-01..2026-09-30 intent=figures
so sánh quý 3 với cùng kỳ năm ngoái => intent=figures
bao cao thang 11 => 2026-11-01..2026-11-30 intent=report
xuất bc quý III giúp mình => 2026-07-01..2026-09-30 intent=report
làm báo cáo 6 tháng cuối năm => 2026-07-01..2026-12-31 intent=report
chỉ tiêu nộp ngân sách 6T => 2026-01-01..2026-06-30 intent=indicator
thu hút đầu tư đến nay đạt bao nhiêu % kế hoạch => intent=indicator
doanh thu dn kcn quý 2 => 2026-04-01..2026-06-30 intent=indicator
nhắc mình 15h mai gọi chị Lan xã Thiên Lộc => 2026-11-25 15:00 intent=remind
nhac toi sang t2 nop bao cao => 2026-11-30 12:00 intent=remind
2 tiếng nữa nhắc tôi họp => 2026-11-24 11:00 intent=remind
đặt nhắc 8h hàng ngày xem việc => intent=remind
đổi giờ nhắc sang 7h30 => intent=remind
lịch nghỉ tết năm nay => intent=calendar
thứ 6 này có phải ngày nghỉ ko => intent=calendar
uỷ quyền cho đ/c Sơn từ 30/11 đến 4/12 => 2026-11-30..2026-12-04 intent=delegate
mình nghỉ phép tuần sau, ủy quyền a Dũng xử lý => 2026-11-30..2026-12-06 intent=delegate
đoàn kiểm tra kcn quang minh hôm nào đi => intent=team
kết nối thêm zalo => intent=link
xem dữ liệu cá nhân của mình => intent=data
hdsd với => intent=help
thôi bỏ đi => intent=cancel
ok cảm ơn nhé => intent=none
em đang họp, chiều em gửi => intent=none
`);
