/**
 * Fictional people of communes and wards. Most have a focal and a leader; six have all roles. Two are thin on purpose:
 * nobody belongs to xã Yên Xuân (its parts are followed on paper), and xã Quảng Bị has a leader only (its desk).
 */
import type { Gender, PersonRow } from './types.ts';

const FULL_STAFF = [
  ['Nguyễn Văn Thái', 'nam', 'Chủ tịch UBND xã', 'xa-thien-loc', 'leader'],
  ['Ngô Thị Hường', 'nu', 'Phó Chủ tịch UBND xã', 'xa-thien-loc', 'leader'],
  ['Trần Thị Lan', 'nu', 'Công chức Văn phòng HĐND và UBND xã', 'xa-thien-loc', 'focal'],
  ['Đoàn Mạnh Hùng', 'nam', 'Chánh Văn phòng HĐND và UBND xã', 'xa-thien-loc', 'head'],
  ['Bạch Thị Yến', 'nu', 'Chuyên viên', 'xa-thien-loc', 'official'],
  ['Dương Thị Nga', 'nu', 'Văn thư', 'xa-thien-loc', 'clerk'],
  ['Phùng Đức Long', 'nam', 'Trưởng phòng Kinh tế', 'xa-thien-loc-kt', 'head'],
  ['Nguyễn Quang Huy', 'nam', 'Chuyên viên phòng Kinh tế', 'xa-thien-loc-kt', 'official'],

  ['Tạ Đình Phong', 'nam', 'Chủ tịch UBND xã', 'xa-noi-bai', 'leader'],
  ['Nguyễn Thị Thu Hiền', 'nu', 'Công chức Văn phòng HĐND và UBND xã', 'xa-noi-bai', 'focal'],
  ['Vũ Hoàng Nam', 'nam', 'Trưởng phòng Kinh tế', 'xa-noi-bai', 'head'],
  ['Lê Thị Thanh Tâm', 'nu', 'Chuyên viên', 'xa-noi-bai', 'official'],
  ['Hoàng Văn Lâm', 'nam', 'Văn thư', 'xa-noi-bai', 'clerk'],

  ['Lưu Quang Vinh', 'nam', 'Chủ tịch UBND xã', 'xa-quang-minh', 'leader'],
  ['Phạm Thị Thúy', 'nu', 'Công chức Văn phòng HĐND và UBND xã', 'xa-quang-minh', 'focal'],
  ['Đỗ Minh Tuấn', 'nam', 'Trưởng phòng Kinh tế', 'xa-quang-minh', 'head'],
  ['Nguyễn Thị Ánh Tuyết', 'nu', 'Chuyên viên', 'xa-quang-minh', 'official'],
  ['Trần Đức Mạnh', 'nam', 'Chuyên viên', 'xa-quang-minh', 'official'],
  ['Bùi Thị Loan', 'nu', 'Văn thư', 'xa-quang-minh', 'clerk'],
  ['Cù Xuân Trường', 'nam', 'Công chức công nghệ thông tin', 'xa-quang-minh', 'admin'],

  ['Kiều Văn Hậu', 'nam', 'Chủ tịch UBND xã', 'xa-tay-phuong', 'leader'],
  ['Phí Thị Minh', 'nu', 'Công chức Văn phòng HĐND và UBND xã', 'xa-tay-phuong', 'focal'],
  ['Chu Văn Hoan', 'nam', 'Trưởng phòng Kinh tế', 'xa-tay-phuong', 'head'],
  ['Khuất Thị Dung', 'nu', 'Chuyên viên', 'xa-tay-phuong', 'official'],
  ['Cấn Thị Hòa', 'nu', 'Văn thư', 'xa-tay-phuong', 'clerk'],

  ['Trịnh Văn Bắc', 'nam', 'Chủ tịch UBND xã', 'xa-phu-nghia', 'leader'],
  ['Nguyễn Thị Kim Liên', 'nu', 'Công chức Văn phòng HĐND và UBND xã', 'xa-phu-nghia', 'focal'],
  ['Hoàng Đình Thuận', 'nam', 'Trưởng phòng Kinh tế', 'xa-phu-nghia', 'head'],
  ['Lê Văn Toản', 'nam', 'Chuyên viên', 'xa-phu-nghia', 'official'],
  ['Tống Thị Xuân', 'nu', 'Văn thư', 'xa-phu-nghia', 'clerk'],

  ['Vũ Thị Phương Lan', 'nu', 'Chủ tịch UBND phường', 'phuong-phuc-loi', 'leader'],
  ['Nguyễn Đức Thiện', 'nam', 'Công chức Văn phòng HĐND và UBND phường', 'phuong-phuc-loi', 'focal'],
  ['Đào Thị Minh Nguyệt', 'nu', 'Văn thư', 'phuong-phuc-loi', 'clerk'],
  ['Trần Hữu Đoan', 'nam', 'Trưởng phòng Kinh tế, Hạ tầng và Đô thị', 'phuong-phuc-loi-kthtdt', 'head'],
  ['Hoàng Thị Thùy Dương', 'nu', 'Chuyên viên', 'phuong-phuc-loi-kthtdt', 'official'],

  ['Trần Quang Toại', 'nam', 'Chủ tịch UBND xã', 'xa-quang-bi', 'leader'],
] as const satisfies readonly PersonRow[];

type FocalAndLeader = readonly [unit: string, focal: string, gender: Gender, leader: string, gender: Gender];

const FOCAL_AND_LEADER = [
  ['phuong-long-bien', 'Ngô Thị Thanh Nga', 'nu', 'Nguyễn Trọng Hải', 'nam'],
  ['phuong-bo-de', 'Đặng Quốc Bảo', 'nam', 'Lê Thị Hoài Thu', 'nu'],
  ['phuong-viet-hung', 'Phạm Thu Hương', 'nu', 'Đinh Văn Chiến', 'nam'],
  ['phuong-tay-tuu', 'Chu Thị Hoa', 'nu', 'Nguyễn Hữu Tuyên', 'nam'],
  ['phuong-phu-dien', 'Lê Hoàng Phúc', 'nam', 'Trần Thị Mai Anh', 'nu'],
  ['phuong-xuan-dinh', 'Đỗ Thị Hương Giang', 'nu', 'Vũ Đình Quân', 'nam'],
  ['phuong-dong-ngac', 'Hoàng Minh Đức', 'nam', 'Phạm Văn Sáng', 'nam'],
  ['phuong-thuong-cat', 'Bùi Thị Ngọc Ánh', 'nu', 'Nguyễn Thế Vinh', 'nam'],
  ['xa-thu-lam', 'Nguyễn Thị Hồng', 'nu', 'Lê Trung Hải', 'nam'],
  ['xa-dong-anh', 'Tô Thị Lệ', 'nu', 'Ngô Văn Tiến', 'nam'],
  ['xa-phuc-thinh', 'Hoàng Tuấn Anh', 'nam', 'Nguyễn Thị Tám', 'nu'],
  ['xa-vinh-thanh', 'Phan Thị Huệ', 'nu', 'Đỗ Văn Luyện', 'nam'],
  ['phuong-chuong-my', 'Nguyễn Duy Hưng', 'nam', 'Trịnh Thị Hợp', 'nu'],
  ['xa-xuan-mai', 'Bùi Thị Thơm', 'nu', 'Nguyễn Anh Dũng', 'nam'],
  ['xa-tran-phu', 'Đinh Thị Sen', 'nu', 'Vương Đắc Tài', 'nam'],
  ['xa-hoa-phu', 'Lê Minh Hoàng', 'nam', 'Nguyễn Bá Thông', 'nam'],
  ['xa-soc-son', 'Nguyễn Thị Thủy', 'nu', 'Dương Văn Giang', 'nam'],
  ['xa-da-phuc', 'Ngô Xuân Tình', 'nam', 'Đồng Thị Bích', 'nu'],
  ['xa-trung-gia', 'Trần Thị Phượng', 'nu', 'Nguyễn Đình Khoa', 'nam'],
  ['xa-kim-anh', 'Lương Văn Đoàn', 'nam', 'Hoàng Chí Dũng', 'nam'],
  ['xa-me-linh', 'Nguyễn Thị Hằng', 'nu', 'Lưu Văn Hiến', 'nam'],
  ['xa-yen-lang', 'Đỗ Thị Thanh Xuân', 'nu', 'Phan Văn Đại', 'nam'],
  ['xa-tien-thang', 'Trần Văn Hoạt', 'nam', 'Nguyễn Thị Quế', 'nu'],
  ['xa-thach-that', 'Cấn Thị Việt Hà', 'nu', 'Nguyễn Mạnh Hồng', 'nam'],
  ['xa-ha-bang', 'Kiều Hồng Quân', 'nam', 'Phùng Thị Liễu', 'nu'],
  ['xa-hoa-lac', 'Nguyễn Thị Minh Huệ', 'nu', 'Đỗ Xuân Trung', 'nam'],
  ['xa-quoc-oai', 'Phùng Văn Nhất', 'nam', 'Nguyễn Thị Lý', 'nu'],
  ['xa-hung-dao', 'Đỗ Thị Thúy Vinh', 'nu', 'Hoàng Nguyên Ưng', 'nam'],
  ['xa-kieu-phu', 'Vương Trí Kiên', 'nam', 'Dương Đình Toàn', 'nam'],
  ['xa-phu-cat', 'Bùi Thị Hiên', 'nu', 'Nguyễn Văn Thuấn', 'nam'],
  ['xa-phu-xuyen', 'Lê Thị Tươi', 'nu', 'Nguyễn Trọng Thể', 'nam'],
  ['xa-phuong-duc', 'Đào Văn Hiệp', 'nam', 'Trần Thị Thanh Bình', 'nu'],
  ['xa-chuyen-my', 'Nguyễn Thị Khảm', 'nu', 'Vũ Văn Đồng', 'nam'],
  ['xa-dai-xuyen', 'Phạm Hải Âu', 'nu', 'Lê Văn Bính', 'nam'],
  ['xa-thuong-tin', 'Từ Thị Hương', 'nu', 'Nguyễn Tiến Sinh', 'nam'],
  ['xa-hong-van', 'Lý Văn Thảo', 'nam', 'Nguyễn Thị Phương Dung', 'nu'],
  ['xa-thuong-phuc', 'Nguyễn Như Ý', 'nu', 'Đặng Văn Hoằng', 'nam'],
  ['xa-chuong-duong', 'Bùi Công Thản', 'nam', 'Uông Thị Thanh', 'nu'],
  ['xa-nam-phu', 'Đặng Thị Kim Thoa', 'nu', 'Nguyễn Tiến Cường', 'nam'],
] as const satisfies readonly FocalAndLeader[];

const toRows = ([unit, focal, focalGender, leader, leaderGender]: FocalAndLeader): PersonRow[] => {
  const body = unit.startsWith('phuong-') ? 'UBND phường' : 'UBND xã';
  return [
    [focal, focalGender, `Công chức Văn phòng HĐND và ${body}`, unit, 'focal'],
    [leader, leaderGender, `Chủ tịch ${body}`, unit, 'leader'],
  ];
};

export const communePeople: readonly PersonRow[] = [...FULL_STAFF, ...FOCAL_AND_LEADER.flatMap(toRows)];
