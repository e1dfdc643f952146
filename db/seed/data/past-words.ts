/**
 * What past requests were about and how they were answered. `{kcn}` stands for the zone's name, `{dn}` for an
 * enterprise in it. Invented, in the manner of an official letter's subject line.
 */
import type { PartPosition, RequestType } from './types.ts';

/** Who asks: a section of the board, the commune of the zone, the fire police, or the board a whole group of communes. */
export type Asker = 'board' | 'commune' | 'police' | 'board_all_zones';
export type Matter = readonly [asker: Asker, field: string, type: RequestType, subject: string];

export const MATTERS = [
  ['board', 'F1a', 'opinion', 'Lấy ý kiến về đồ án điều chỉnh cục bộ quy hoạch chi tiết {kcn}'],
  ['board', 'F1a', 'opinion', 'Lấy ý kiến về vị trí đấu nối hạ tầng kỹ thuật ngoài hàng rào {kcn}'],
  ['board', 'F1a', 'information', 'Cung cấp hiện trạng hạ tầng giao thông, thoát nước khu vực giáp ranh {kcn}'],
  ['board', 'F1b', 'joint_work', 'Phối hợp kiểm đếm, lập phương án bồi thường phần diện tích còn lại của {kcn}'],
  ['board', 'F1b', 'difficulty', 'Tháo gỡ vướng mắc trong giải phóng mặt bằng tuyến đường gom {kcn}'],
  ['board', 'F1c', 'information', 'Cung cấp hồ sơ địa chính các thửa đất giáp ranh {kcn}'],
  ['board', 'F1c', 'opinion', 'Lấy ý kiến về quỹ đất bố trí nhà ở xã hội cho công nhân {kcn}'],
  ['board', 'F1c', 'site_survey', 'Khảo sát ranh giới, mốc giới khu đất {dn} thuê lại tại {kcn}'],
  ['board', 'F1d', 'joint_work', 'Phối hợp kiểm tra trật tự xây dựng đối với công trình của {dn}'],
  ['board', 'F1d', 'site_survey', 'Khảo sát hiện trạng công trình mở rộng nhà xưởng của {dn}'],
  ['board', 'F2', 'opinion', 'Lấy ý kiến về đề xuất điều chỉnh dự án đầu tư của {dn}'],
  ['board', 'F2', 'opinion', 'Lấy ý kiến về dự án mở rộng sản xuất của {dn} tại {kcn}'],
  ['board', 'F2', 'difficulty', 'Tháo gỡ khó khăn về đường vào và cấp điện cho dự án của {dn}'],
  ['board', 'F2', 'information', 'Cung cấp thông tin về tiến độ thực hiện dự án của {dn}'],
  ['board', 'F3', 'joint_work', 'Phối hợp kiểm tra việc xả nước thải của {dn}'],
  ['board', 'F3', 'site_survey', 'Khảo sát điểm tiếp nhận nước thải sau xử lý của {kcn}'],
  ['board', 'F3', 'information', 'Cung cấp phản ánh của người dân về mùi, khí thải quanh {kcn}'],
  ['board', 'F3', 'opinion', 'Lấy ý kiến về báo cáo đánh giá tác động môi trường dự án của {dn}'],
  ['board', 'F4a', 'information', 'Cung cấp thông tin về doanh nghiệp ngừng hoạt động tại {kcn}'],
  ['board', 'F4a', 'difficulty', 'Tháo gỡ khó khăn, vướng mắc của {dn} về thủ tục tại địa phương'],
  ['board', 'F4b', 'information', 'Cung cấp số liệu lao động tạm trú làm việc tại {kcn}'],
  ['board', 'F4b', 'joint_work', 'Phối hợp giải quyết kiến nghị của tập thể người lao động tại {dn}'],
  ['board', 'F4b', 'site_survey', 'Khảo sát nhu cầu nhà ở, nhà trẻ của công nhân {kcn}'],
  ['board', 'F5a', 'joint_work', 'Phối hợp kiểm tra an toàn thực phẩm bếp ăn tập thể của {dn}'],
  ['board', 'F5a', 'information', 'Cung cấp danh sách cơ sở cung cấp suất ăn cho doanh nghiệp tại {kcn}'],
  ['board', 'F5b', 'joint_work', 'Phối hợp vệ sinh môi trường, diệt bọ gậy phòng sốt xuất huyết tại {kcn}'],
  ['board', 'F6a', 'joint_work', 'Phối hợp bảo đảm an ninh trật tự, phân luồng giờ tan ca tại {kcn}'],
  ['board', 'F6a', 'information', 'Cung cấp tình hình an ninh trật tự khu nhà trọ công nhân quanh {kcn}'],
  ['board', 'F6b', 'joint_work', 'Phối hợp kiểm tra PCCC tại {dn}'],
  ['board', 'F6b', 'joint_work', 'Phối hợp thực tập phương án chữa cháy và cứu nạn, cứu hộ tại {kcn}'],
  ['board', 'F6b', 'opinion', 'Lấy ý kiến về nguồn nước, đường tiếp cận phục vụ chữa cháy tại {kcn}'],
  ['board', 'F7', 'joint_work', 'Cử người tham gia đoàn kiểm tra liên ngành tại {dn}'],
  ['board', 'F7', 'information', 'Cung cấp kết quả thanh tra, kiểm tra trong năm đối với {dn}'],

  [
    'commune',
    'F1a',
    'information',
    'Cung cấp hồ sơ quy hoạch chi tiết {kcn} phục vụ lập quy hoạch chung của xã, phường',
  ],
  ['commune', 'F1d', 'joint_work', 'Phối hợp xử lý công trình lấn chiếm hành lang giao thông cạnh {kcn}'],
  ['commune', 'F3', 'difficulty', 'Tháo gỡ vướng mắc về thoát nước khu dân cư giáp {kcn}'],
  ['commune', 'F4a', 'information', 'Cung cấp danh sách doanh nghiệp đang hoạt động tại {kcn}'],
  ['commune', 'F4b', 'information', 'Cung cấp số liệu lao động của {dn} phục vụ quản lý cư trú'],
  ['commune', 'F6a', 'joint_work', 'Phối hợp giải quyết tình trạng xe tải dừng, đỗ trước cổng {dn}'],

  ['police', 'F6b', 'joint_work', 'Phối hợp kiểm tra an toàn PCCC chuyên đề tại {dn}'],
  ['police', 'F6b', 'information', 'Cung cấp danh mục cơ sở thuộc diện quản lý về PCCC tại {kcn}'],

  ['board_all_zones', 'F4a', 'information', 'Cung cấp số liệu phục vụ sơ kết thực hiện Quy chế phối hợp'],
  ['board_all_zones', 'F3', 'information', 'Cung cấp tình hình thu gom chất thải rắn khu vực giáp ranh các KCN'],
  ['board_all_zones', 'F6a', 'joint_work', 'Phối hợp bảo đảm an ninh trật tự tại các KCN trong dịp nghỉ lễ'],
] as const satisfies readonly Matter[];

export const ANSWERS = {
  agree: [
    'Thống nhất với nội dung đề nghị phối hợp.',
    'Thống nhất; không có ý kiến bổ sung.',
    'Qua rà soát hồ sơ, đơn vị thống nhất với phương án đề xuất.',
  ],
  agree_with_remarks: [
    'Thống nhất; đề nghị bổ sung phương án thoát nước cho khu dân cư liền kề.',
    'Thống nhất; đề nghị làm rõ thời gian thi công và phương án bảo đảm giao thông.',
    'Thống nhất về chủ trương; đề nghị cập nhật theo quy hoạch đã được phê duyệt.',
  ],
  disagree: [
    'Không thống nhất do vị trí đề xuất chồng lấn đất giao thông của địa phương.',
    'Không thống nhất do hồ sơ chưa có ý kiến của cộng đồng dân cư liên quan.',
  ],
  done: [
    'Đã thực hiện theo đề nghị; kết quả ghi tại biên bản làm việc.',
    'Đã phối hợp thực hiện xong, không phát sinh vướng mắc.',
    'Đã xử lý trong thẩm quyền; nội dung còn lại đã báo cáo cấp trên.',
  ],
  people_sent: [
    'Cử một lãnh đạo và một chuyên viên tham gia theo kế hoạch.',
    'Cử công chức phụ trách lĩnh vực tham gia, có mặt đúng thời gian đề nghị.',
  ],
  information_given: [
    'Cung cấp số liệu theo biểu mẫu đề nghị, tính đến ngày trả lời.',
    'Cung cấp thông tin theo hồ sơ đang lưu; phần còn thiếu đang tiếp tục rà soát.',
    'Cung cấp danh sách kèm theo; đề nghị đối chiếu khi sử dụng.',
  ],
} as const satisfies Record<PartPosition, readonly string[]>;

export const CLOSINGS = [
  'Đã tổng hợp ý kiến và báo cáo lãnh đạo Ban.',
  'Đã hoàn thành, chuyển theo dõi thường xuyên.',
  'Đã tiếp thu ý kiến các đơn vị, hoàn thiện hồ sơ.',
  'Đã có kết quả, lưu hồ sơ theo quy định.',
] as const;

/** The remarks of every synthesis: they fit whatever the units answered. */
export const SYNTHESIS = 'Đã nhận đủ ý kiến, kết quả của các đơn vị phối hợp.';

export const WITHDRAWALS = [
  'Doanh nghiệp rút hồ sơ.',
  'Nội dung đã được giải quyết tại cuộc họp giao ban.',
  'Gửi trùng với đề nghị trước.',
] as const;
