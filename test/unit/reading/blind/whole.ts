/** What officials send: hasty, copied, dictated, long. Written with what they say before the reader met them. */
import { lines } from '../corpus/lines.ts';

export const whole = lines(`
de nghi xa thien loc cung cap danh sach dn thue lai nha xuong o kcn thang long truoc 4/12 => 2026-12-04 intent=file units=xa-thien-loc zone=TL type=information
a ơi nhờ bên xã quang minh kiểm tra giúp vụ xả thải ở KCN Quang Minh I trong hôm nay, hỏa tốc nhé => 2026-11-24 intent=file units=xa-quang-minh zone=QM1 field=F3 urgency=hoa_toc
KÍNH ĐỀ NGHỊ UBND PHƯỜNG LONG BIÊN CHO Ý KIẾN VỀ GIẢI PHÓNG MẶT BẰNG KCN SÀI ĐỒNG B TRƯỚC NGÀY 10/12/2026 => 2026-12-10 intent=file units=phuong-long-bien zone=SDB field=F1b type=opinion
đề nghị xã Nội Bài xác minh hiện trạng đất tại KCN Nội Bài, trả lời chậm nhất 16h thứ Sáu => 2026-11-27 16:00 intent=file units=xa-noi-bai zone=NB field=F1c type=site_survey
xin y kien cac xa phuong co kcn ve quy che phoi hop, han 15/12 => 2026-12-15 intent=file type=opinion
Thực hiện Công văn số 1234/UBND-KT ngày 12/11/2026 của UBND Thành phố, Ban Quản lý đề nghị UBND xã Phú Nghĩa rà soát, cung cấp số liệu lao động tại KCN Phú Nghĩa trước ngày 05/12/2026 => 2026-11-12; 2026-12-05 intent=file units=xa-phu-nghia zone=PN field=F4b type=information deadline=2026-12-05
Căn cứ Quyết định số 15/2022/QĐ-UBND ngày 23/3/2022; xét đề nghị của Công ty TNHH Keraso Việt Nam, đề nghị UBND xã Nội Bài có ý kiến về trật tự xây dựng trong 05 ngày làm việc => 2022-03-23; 2026-12-01 intent=file units=xa-noi-bai field=F1d enterprise=0199082098 type=opinion deadline=2026-12-01
Kính gửi: UBND xã Thiên Lộc. Ngày 20/11/2026, Ban Quản lý nhận được đơn của Công ty TNHH Tovaki Việt Nam về vướng mắc đường gom. Đề nghị quý Ủy ban phối hợp tháo gỡ, trả lời trước ngày 01/12/2026 => 2026-11-20; 2026-12-01 intent=file units=xa-thien-loc enterprise=0199001370 type=difficulty deadline=2026-12-01
nho canh sat pccc cu nguoi di cung doan kiem tra kcn quang minh sang thu 5 => 2026-11-26 12:00 intent=file units=cong-an-pccc zone=QM1 field=- type=joint_work
đề nghị công an pccc kiểm tra cháy nổ cty Hirosen trước 12h trưa ngày 4/12 => 2026-12-04 12:00 intent=file units=cong-an-pccc field=F6b enterprise=0199041736
đề nghị phường phúc lợi khảo sát bếp ăn tập thể attp cty trong kcn trước t6 tuần sau khẩn => 2026-12-04 intent=file units=phuong-phuc-loi field=F5a urgency=khan type=site_survey
xa dai xuyen cho y kien ve quy hoach kcn ho tro nam ha noi trong 7 nlv => 2026-12-03 intent=file units=xa-dai-xuyen field=F1a type=opinion
phòng môi trường phối hợp xã quang minh lấy mẫu nước thải sáng mai => 2026-11-25 12:00 intent=file units=bql-mt+xa-quang-minh field=F3 type=joint_work
ngày 3/12 lúc 8 giờ 30 mời xã Thiên Lộc cử người tham gia kiểm tra tại KCN Thăng Long => 2026-12-03 08:30 intent=file units=xa-thien-loc zone=TL type=joint_work
Đề nghị UBND xã Thên Lộc cung cấp hồ sơ đất KCN Thăng Lonng trước thứ Tư => 2026-11-25 intent=file units=xa-thien-loc zone=TL type=information
đề nghi xã Quang Minhh góp ý dự thảo kế hoạch, hạn cuối tháng => 2026-11-30 intent=file units=xa-quang-minh type=opinion
ubnd xa noi bai de nghi ban quan ly cung cap quy hoach 1/500 kcn noi bai truoc 30/11 => 2026-11-30 intent=file units=bql zone=NB field=F1a type=information
đề nghị sở xây dựng trả lời về giấy phép xây dựng của cty Nakoda, thượng khẩn, trong ngày mai => 2026-11-25 intent=file units=so-xay-dung field=F1d enterprise=0199011467 urgency=thuong_khan
e nhờ c Lan xã Thiên Lộc gửi số liệu an ninh trật tự tháng 10 trước thứ 6 => 2026-10-01..2026-10-31; 2026-11-27 intent=file units=xa-thien-loc field=F6a type=information deadline=2026-11-27
đề nghị huyện mê linh cũ cung cấp hồ sơ gpmb kcn quang minh => - intent=file units=xa-quang-minh zone=QM1 field=F1b type=information
yêu cầu phường Việt Hưng và phường Phúc Lợi báo cáo tình hình dịch bệnh trong tuần này => 2026-11-23..2026-11-29 intent=file units=phuong-viet-hung+phuong-phuc-loi field=F5b deadline=2026-11-29
mức độ thượng khẩn đề nghị xã thiên lộc phối hợp giải quyết đình công tại công ty tovaki ngay trong sáng nay => 2026-11-24 12:00 intent=file units=xa-thien-loc enterprise=0199001370 urgency=thuong_khan type=joint_work
đề nghị các sở cho ý kiến => intent=file type=opinion units=-
thống kê quý 3 của xã Thiên Lộc theo lĩnh vực => 2026-07-01..2026-09-30 intent=figures units=xa-thien-loc period=2026-07-01..2026-09-30
tk yêu cầu tháng 10 kcn thăng long => 2026-10-01..2026-10-31 intent=figures zone=TL
tháng trước phường long biên trả lời trễ mấy việc => 2026-10-01..2026-10-31 intent=figures units=phuong-long-bien
cho xem so lieu phoi hop 6 thang dau nam => 2026-01-01..2026-06-30 intent=figures
tỉ lệ đúng hạn của các xã trong quý III => 2026-07-01..2026-09-30 intent=figures
có bao nhiêu việc về đất đai năm 2026 => 2026-01-01..2026-12-31 intent=figures field=F1c
don vi nao tre nhieu nhat thang nay => 2026-11-01..2026-11-30 intent=figures
gia hạn PH-2026-00042 thêm 3 ngày làm việc vì chờ số liệu => intent=extend code=PH-2026-00042
xin lùi hạn ph 2026 42 sang thứ 2 tuần sau do lãnh đạo đi công tác => 2026-11-30 intent=extend code=PH-2026-00042 deadline=2026-11-30
ph-2026-17 gia han den 5/12 => 2026-12-05 intent=extend code=PH-2026-00017
trả lời PH-2026-00042: thống nhất => intent=answer code=PH-2026-00042
PH-2026-00042 thống nhất với dự thảo, không có ý kiến thêm => intent=answer code=PH-2026-00042
tra loi ph-2026-42 khong thong nhat vi chua du ho so => intent=answer code=PH-2026-00042
tiếp nhận PH-2026-00042 => intent=receive code=PH-2026-00042
em nhận ph 2026-00042 rồi ạ => intent=receive code=PH-2026-00042
ph-2026-00042 toi dau roi => intent=show code=PH-2026-00042
xem giúp PH-2026-00042 => intent=show code=PH-2026-00042
PH-2026-00042? => intent=show code=PH-2026-00042
ai đang giữ PH-2026-00042 vậy => intent=show code=PH-2026-00042
`);

export const intents = lines(`
yeu cau => intent=file
lập phiếu phối hợp => intent=file
em muốn gửi đề nghị cho xã Nội Bài => intent=file units=xa-noi-bai
việc => intent=mine
hom nay em co viec gi khong => intent=mine
còn việc nào chưa xử lý không => intent=mine
liệt kê việc sắp đến hạn của phòng tôi => intent=mine
có gì cần duyệt không => intent=mine
tôi đang nợ những việc nào => intent=mine
theo doi => intent=filed
những đề nghị mình đã gửi tới đâu rồi => intent=filed
xã nào chưa trả lời mình => intent=filed
đơn vị nào chưa trả lời => intent=filed
tìm công văn về nước thải KCN Quang Minh => intent=search zone=QM1 field=F3
tim ho so keraso => intent=search enterprise=0199082098
tra cứu yêu cầu về đất đai => intent=search field=F1c
tìm giúp em văn bản 05/BQL-QHXD => intent=search
/thongke => intent=figures
thongke q3 => 2026-07-01..2026-09-30 intent=figures
thống kê theo khu công nghiệp => intent=figures
biểu đồ yêu cầu quá hạn năm nay => 2026-01-01..2026-12-31 intent=figures
chitieu => intent=indicator
chỉ tiêu thu hút đầu tư quý 3 => 2026-07-01..2026-09-30 intent=indicator
thu hút FDI 9 tháng được bao nhiêu => 2026-01-01..2026-09-30 intent=indicator
so lao dong trong cac kcn => intent=indicator
baocao => intent=report
xuất báo cáo quý 3 => 2026-07-01..2026-09-30 intent=report
cho em báo cáo tháng 11 => 2026-11-01..2026-11-30 intent=report
lam bao cao 6 thang => intent=report
đoàn => intent=team
lập đoàn kiểm tra cty Tovaki ngày 8/12 => 2026-12-08 intent=team enterprise=0199001370
thành viên đoàn gồm những ai => intent=team
đoàn kiểm tra tuần sau có những ai => intent=team
lịch => intent=calendar
mai có phải đi làm không => 2026-11-25 intent=calendar
tết này nghỉ mấy ngày => intent=calendar
30/4 là thứ mấy => intent=calendar
khi nào nghỉ tết dương lịch => intent=calendar
nhac => intent=remind
nhắc tôi 15h chiều mai gọi cho xã Thiên Lộc => 2026-11-25 15:00 intent=remind units=xa-thien-loc
nhac em 8h sang thu 2 nop bao cao => 2026-11-30 08:00 intent=remind
đặt nhắc trước hạn 1 ngày => intent=remind
đừng nhắc tôi ngoài giờ => intent=remind
uyquyen => intent=delegate
từ mai đến thứ 6 tôi đi công tác, anh Nam thay => 2026-11-25..2026-11-27 intent=delegate
em nghỉ phép 2 ngày, nhờ chị Hoa xử lý thay => intent=delegate
ủy quyền cho chị Lan tuần sau => 2026-11-30..2026-12-06 intent=delegate
ketnoi => intent=link
kết nối zalo => intent=link
tôi muốn dùng thêm telegram => intent=link
dulieu => intent=data
bot lưu thông tin gì về tôi => intent=data
xóa dữ liệu cá nhân của tôi => intent=data
menu => intent=menu
cho xem menu => intent=menu
chức năng => intent=menu
quantri => intent=admin
thêm cán bộ mới => intent=admin
cấp mã mời cho chị Hoa => intent=admin
help => intent=help
hướng dẫn sử dụng => intent=help
cách gửi yêu cầu thế nào => intent=help
bot làm được gì => intent=help
huy => intent=cancel
hủy => intent=cancel
thôi không gửi nữa => intent=cancel
cảm ơn bạn => intent=none
chào buổi sáng => intent=none
ok => intent=none
đã rõ => intent=none
hôm nay trời đẹp => intent=none
vâng ạ => intent=none
`);

export const names = lines(`
ubnd xa thien loc => units=xa-thien-loc
UBND P. Long Biên => units=phuong-long-bien
uỷ ban nhân dân phường Phúc Lợi => units=phuong-phuc-loi
xã Phú Nghĩa, xã Đại Xuyên và phường Thượng Cát => units=xa-phu-nghia+xa-dai-xuyen+phuong-thuong-cat
BQL KCN => units=bql
P.QHXD => units=bql-qhxd
PC07 => units=cong-an-pccc
Sở NNMT => units=so-nong-nghiep-moi-truong
huyện Đông Anh cũ => units=xa-dong-anh+xa-thu-lam+xa-phuc-thinh+xa-thien-loc+xa-vinh-thanh
KCN Bắc Thăng Long => zone=TL
khu công nghiệp Nội Bài => zone=NB
kcn quang minh => zone=QM1
KCN Quang Minh 1 => zone=QM1
KCN Phú Nghĩa => zone=PN
KCN Nam Thăng Long => zone=NTL
cty tovaki => enterprise=0199001370
Công ty Sữa Bình Minh => enterprise=0199334348
MST 0199011467 => enterprise=0199011467
phòng cháy => field=F6b
đền bù giải toả => field=F1b
xây dựng trái phép => field=F1d
ô nhiễm môi trường => field=F3
ngộ độc thực phẩm => field=F5a
người lao động => field=F4b
chị Lan nói thế => units=- zone=-
anh Quang Minh ở phòng tôi => zone=- units=-
đường Thăng Long => zone=- units=-
sân bay Nội Bài => zone=- units=-
thượng khẩn => urgency=thuong_khan
khẩn trương => urgency=-
không có gì khẩn cả => urgency=-
hoa toc => urgency=hoa_toc
MỨC ĐỘ: THƯỜNG => urgency=thuong
`);
