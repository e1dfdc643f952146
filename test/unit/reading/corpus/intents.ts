/** What is wanted. */
import { lines } from './lines.ts';

const of = (intent: string, sentences: string) =>
  lines(
    sentences
      .trim()
      .split('\n')
      .map((line) => `${line} => intent=${intent}`)
      .join('\n'),
  );

export const intents = [
  ...of(
    'file',
    `
/yeucau
yeucau
/yeucau kiểm tra PCCC tại KCN Thăng Long
Đề nghị UBND xã Thiên Lộc phối hợp kiểm tra PCCC tại KCN Thăng Long trước 17 giờ thứ Sáu, mức độ: khẩn
Kính đề nghị Sở Xây dựng cho ý kiến về giấy phép xây dựng
đề nghị phường Phúc Lợi cung cấp danh sách doanh nghiệp
yêu cầu xã Nội Bài báo cáo tình hình an ninh trật tự
xin ý kiến phòng Môi trường về nước thải KCN Phú Nghĩa
lấy ý kiến các xã, phường có KCN về dự thảo quy chế
lập yêu cầu mới
tạo đề nghị phối hợp
tôi muốn gửi yêu cầu
gửi đề nghị cho xã Quang Minh
mời Cảnh sát PCCC tham gia kiểm tra
nhờ phường Long Biên xác minh hiện trạng khu đất
phối hợp kiểm tra an toàn thực phẩm tại KCN Nội Bài
đề nghị khảo sát thực địa KCN Quang Minh vào sáng thứ Năm
UBND huyện Đông Anh cho ý kiến về quy hoạch
Đề nghị tháo gỡ vướng mắc giải phóng mặt bằng KCN Phú Nghĩa
cần xã Thiên Lộc phối hợp rà soát đất đai`,
  ),
  ...of(
    'mine',
    `
/viec
việc
việc của tôi
hôm nay tôi có việc gì
tôi còn việc gì
việc cần làm hôm nay
việc chờ tôi
việc quá hạn
danh sách việc
phòng tôi còn bao nhiêu việc
việc sắp đến hạn
yêu cầu chờ tôi duyệt
có việc nào quá hạn không
tôi phải làm gì`,
  ),
  ...of(
    'filed',
    `
/theodoi
theo dõi
yêu cầu tôi đã gửi
đề nghị của tôi
những đề nghị đã gửi
tôi đã gửi những yêu cầu gì
danh sách theo dõi
đơn vị nào chưa trả lời`,
  ),
  ...of(
    'show',
    `
/xem PH-2026-00042
xem PH-2026-00042
PH-2026-00042
PH-2026-00042 đến đâu rồi
tình trạng PH-2026-00042
mở PH-2026-00042
cho tôi xem PH-2026-00042
PH-2026-00042 ai đang xử lý
PH-2026-00042 xong chưa
chi tiết PH-2026-00042`,
  ),
  ...of(
    'search',
    `
/tim nước thải
tìm nước thải
tìm yêu cầu về nước thải
tra cứu đề nghị của xã Nội Bài
tìm kiếm Tovaki
tìm giúp tôi văn bản số 123/BQL-QHXD
cho tôi tìm các yêu cầu PCCC`,
  ),
  ...of(
    'figures',
    `
/thongke
thống kê
thống kê quý 3
thống kê yêu cầu tháng 10
tháng này có bao nhiêu yêu cầu
có bao nhiêu đề nghị quá hạn
tỷ lệ đúng hạn quý 3
tỉ lệ trả lời đúng hạn của xã Nội Bài
số lượng yêu cầu từ đầu năm đến nay
thống kê theo lĩnh vực từ 1/9 đến 15/11
số liệu tháng 10
đơn vị nào chậm nhất`,
  ),
  ...of(
    'indicator',
    `
/chitieu
chỉ tiêu
chỉ tiêu thu hút đầu tư 9 tháng
chỉ tiêu quý 3
xem chỉ tiêu nộp ngân sách
tỷ lệ lấp đầy các KCN
kim ngạch xuất khẩu 9 tháng
thu hút đầu tư quý 3 đạt bao nhiêu
doanh thu doanh nghiệp KCN 6 tháng đầu năm`,
  ),
  ...of(
    'report',
    `
/baocao
báo cáo
báo cáo quý III/2026
báo cáo tháng 10
xuất báo cáo 6 tháng
lập báo cáo 9 tháng
cho tôi báo cáo tháng trước
báo cáo năm 2025
làm báo cáo tháng 11`,
  ),
  ...of(
    'team',
    `
/doan
đoàn
đoàn kiểm tra
đoàn của tôi
lập đoàn kiểm tra
thành lập đoàn kiểm tra liên ngành
biên bản kiểm tra
thành viên đoàn
trưởng đoàn là ai`,
  ),
  ...of(
    'calendar',
    `
/lich
lịch
lịch làm việc
lịch nghỉ Tết
ngày nghỉ sắp tới
mai có đi làm không
Tết nghỉ mấy ngày
nghỉ lễ 30/4
24/11 có phải ngày làm việc không
giờ làm việc thế nào`,
  ),
  ...of(
    'remind',
    `
/nhac
nhắc tôi 8h sáng mai gọi xã Thiên Lộc
nhắc tôi nộp báo cáo vào thứ Sáu
nhắc em lúc 14h
đặt lịch nhắc ngày mai
tắt nhắc buổi tối
đổi giờ nhắc
nhắc lại sau 2 tiếng nữa
nhắc việc lúc 9h sáng thứ 2`,
  ),
  ...of(
    'delegate',
    `
/uyquyen
ủy quyền
ủy quyền cho anh Nam từ 1/12 đến 5/12
uỷ quyền cho chị Lan
tôi vắng mặt từ mai đến thứ 6
tôi đi công tác tuần sau
anh Nam duyệt thay
tôi nghỉ phép ngày mai`,
  ),
  ...of(
    'link',
    `
/ketnoi
kết nối
kết nối tài khoản
liên kết tài khoản Zalo
kết nối Zalo
tôi muốn dùng thêm Telegram`,
  ),
  ...of(
    'data',
    `
/dulieu
dữ liệu
dữ liệu của tôi
dữ liệu cá nhân
xóa dữ liệu của tôi
thông tin cá nhân của tôi
bot lưu những gì về tôi`,
  ),
  ...of(
    'menu',
    `
/menu
menu
chức năng
danh mục
về menu`,
  ),
  ...of(
    'admin',
    `
/quantri
quản trị
thêm cán bộ mới
tạo mã mời cho xã Nội Bài
cấp mã mời
phân quyền cho chị Lan`,
  ),
  ...of(
    'help',
    `
/trogiup
trợ giúp
hướng dẫn
hướng dẫn sử dụng
bot làm được gì
cách gửi yêu cầu
dùng thế nào
giúp tôi với
help`,
  ),
  ...of(
    'cancel',
    `
/huy
hủy
huỷ
hủy bỏ
thôi
thoát
bỏ qua`,
  ),
  ...of(
    'receive',
    `
tiếp nhận PH-2026-00042
tôi tiếp nhận PH-2026-00042
đã tiếp nhận PH-2026-00042
nhận việc PH-2026-00042
xác nhận tiếp nhận PH-2026-00042`,
  ),
  ...of(
    'answer',
    `
trả lời PH-2026-00042
trả lời PH-2026-00042: thống nhất
thống nhất PH-2026-00042
gửi trả lời PH-2026-00042
phản hồi PH-2026-00042 đã thực hiện`,
  ),
  ...of(
    'extend',
    `
gia hạn PH-2026-00042 thêm 3 ngày làm việc vì chờ số liệu
xin gia hạn PH-2026-00042
đề nghị gia hạn đến 15/12
lùi hạn PH-2026-00042 sang thứ 6
xin gia hạn thêm 5 ngày
gia hạn PH-2026-00042 đến ngày 10/12/2026`,
  ),
  ...of(
    'none',
    `
xin chào
cảm ơn
vâng
ok
thời tiết thế nào
asdf
123
chúc mừng năm mới
anh khỏe không
?`,
  ),
];
