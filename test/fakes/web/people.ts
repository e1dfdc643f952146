/** The people who can be played in the tests of the web chat. */
const BOARD = 'Ban Quản lý các khu công nghệ cao và khu công nghiệp thành phố Hà Nội';

export const LAN = { externalId: 'lan', name: 'Nguyễn Thị Lan', title: 'Chuyên viên', unit: BOARD };
export const HUNG = { externalId: 'hung', name: 'Trần Quốc Hùng', title: 'Phó Trưởng ban', unit: BOARD };
export const DUNG = { externalId: 'dung', name: 'Đỗ Văn Dũng', title: 'Đầu mối phối hợp', unit: 'UBND xã Thiên Lộc' };
export const MAI = { externalId: 'mai', name: 'Phạm Thị Mai', title: 'Chủ tịch', unit: 'UBND xã Thiên Lộc' };

export const PEOPLE = [
  LAN,
  HUNG,
  DUNG,
  MAI,
  { externalId: 'son', name: 'Lê Hồng Sơn', title: 'Văn thư', unit: 'UBND phường Phúc Lợi' },
  { externalId: 'thao', name: 'Vũ Phương Thảo', title: 'Cán bộ thường trực Quy chế', unit: BOARD },
  { externalId: 'khanh', name: 'Hoàng Gia Khánh', title: 'Đội trưởng', unit: 'Phòng Cảnh sát PCCC và CNCH' },
];
