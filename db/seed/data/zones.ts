/**
 * Ten operating and five planned zones, with the units they lie in then and now. Names and counts: City Decision
 * 65/QĐ-UBND (01/2022), H. Areas M. Units: old location mapped by Resolution 1656/NQ-UBTVQH15; no boundary was at hand,
 * hence the confidence of each row, and hence editable rows with several units for a zone.
 *
 * The article of 2022 counts nine stable zones without naming them: HANSSIP and the IT park are `unclear`. A zone whose
 * units are not settled has candidates only, so that the product never presets a guess.
 */
import type { ZoneSeed, ZoneUnitSeed } from './types.ts';
import { DIRECTORY_START } from './units.ts';

const CHOOSE_UNIT = 'Chưa xác định xã, phường quản lý địa bàn; đề nghị chọn trong các đơn vị dự kiến.';
const NOT_SIGNED_2022 = 'UBND huyện Thường Tín không ký Quy chế năm 2022; các xã dự kiến chưa xác định.';

const before = (unit: string, role: 'main' | 'edge' = 'main'): ZoneUnitSeed => ({
  unit,
  role,
  validFrom: DIRECTORY_START,
  validTo: '2025-06-30',
});
const now = (role: ZoneUnitSeed['role'], unit: string): ZoneUnitSeed => ({
  unit,
  role,
  validFrom: '2025-07-01',
  validTo: null,
});
const candidates = (...units: string[]): ZoneUnitSeed[] => units.map((unit) => now('candidate', unit));

const operating = [
  {
    code: 'TL',
    name: 'KCN Thăng Long',
    aliases: ['Khu công nghiệp Thăng Long', 'KCN Bắc Thăng Long', 'Bắc Thăng Long', 'Thăng Long'],
    areaHa: 274,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'M',
    units: [before('huyen-dong-anh'), now('main', 'xa-thien-loc'), now('edge', 'xa-vinh-thanh')],
    note: null,
  },
  {
    code: 'NB',
    name: 'KCN Nội Bài',
    aliases: ['Khu công nghiệp Nội Bài'],
    areaHa: 114,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'L-M',
    units: [before('huyen-soc-son'), now('main', 'xa-noi-bai'), ...candidates('xa-soc-son')],
    note: 'Phần thuộc xã Mai Đình cũ nay chủ yếu thuộc xã Sóc Sơn; cần đối chiếu ranh giới khu.',
  },
  {
    code: 'QM1',
    name: 'KCN Quang Minh I',
    aliases: ['Khu công nghiệp Quang Minh I', 'KCN Quang Minh', 'Khu công nghiệp Quang Minh', 'KCN Quang Minh 1'],
    areaHa: 407,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'H',
    units: [before('huyen-me-linh'), now('main', 'xa-quang-minh')],
    note: null,
  },
  {
    code: 'NTL',
    name: 'KCN Nam Thăng Long',
    aliases: ['Khu công nghiệp Nam Thăng Long', 'Nam Thăng Long'],
    areaHa: 32,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'L-M',
    units: [before('quan-bac-tu-liem'), now('main', 'phuong-thuong-cat'), ...candidates('phuong-dong-ngac')],
    note: 'Có thể một phần thuộc phường Đông Ngạc; cần đối chiếu ranh giới khu.',
  },
  {
    code: 'SDB',
    name: 'KCN Sài Đồng B',
    aliases: ['Khu công nghiệp Sài Đồng B', 'KCN Sài Đồng', 'Sài Đồng B'],
    areaHa: null,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'L',
    units: [
      before('quan-long-bien'),
      ...candidates('phuong-phuc-loi', 'phuong-long-bien', 'phuong-viet-hung', 'phuong-bo-de'),
    ],
    note: CHOOSE_UNIT,
  },
  {
    code: 'HNDT',
    name: 'KCN Hà Nội - Đài Tư',
    aliases: ['Khu công nghiệp Hà Nội - Đài Tư', 'KCN Hà Nội Đài Tư', 'KCN Đài Tư'],
    areaHa: 40,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'L',
    units: [before('quan-long-bien'), ...candidates('phuong-phuc-loi', 'phuong-viet-hung', 'phuong-long-bien')],
    note: CHOOSE_UNIT,
  },
  {
    code: 'TTQO',
    name: 'KCN Thạch Thất - Quốc Oai',
    aliases: ['Khu công nghiệp Thạch Thất - Quốc Oai', 'KCN Thạch Thất Quốc Oai', 'Thạch Thất - Quốc Oai'],
    areaHa: 155,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'M',
    units: [
      before('huyen-thach-that'),
      before('huyen-quoc-oai', 'edge'),
      now('main', 'xa-tay-phuong'),
      now('edge', 'xa-quoc-oai'),
    ],
    note: null,
  },
  {
    code: 'PN',
    name: 'KCN Phú Nghĩa',
    aliases: ['Khu công nghiệp Phú Nghĩa'],
    areaHa: 170,
    status: 'operating',
    inListOf9: 'yes',
    locationConfidence: 'M-H',
    units: [before('huyen-chuong-my'), now('main', 'xa-phu-nghia'), now('edge', 'phuong-chuong-my')],
    note: null,
  },
  {
    code: 'HANSSIP',
    name: 'KCN hỗ trợ Nam Hà Nội (HANSSIP)',
    aliases: ['HANSSIP', 'KCN hỗ trợ Nam Hà Nội', 'KCN HANSSIP', 'Khu công nghiệp hỗ trợ Nam Hà Nội'],
    areaHa: 72,
    status: 'operating',
    inListOf9: 'unclear',
    locationConfidence: 'H',
    units: [before('huyen-phu-xuyen'), now('main', 'xa-dai-xuyen')],
    note: 'Diện tích của giai đoạn 1 (721.689 m²); toàn dự án 488 ha.',
  },
  {
    code: 'CVCNTT',
    name: 'Khu công viên công nghệ thông tin Hà Nội',
    aliases: [
      'Công viên công nghệ thông tin Hà Nội',
      'Khu công viên CNTT Hà Nội',
      'Khu công viên CNTT',
      'Công viên CNTT',
    ],
    areaHa: 36,
    status: 'operating',
    inListOf9: 'unclear',
    locationConfidence: 'L',
    units: [
      before('quan-long-bien'),
      ...candidates('phuong-phuc-loi', 'phuong-long-bien', 'phuong-viet-hung', 'phuong-bo-de'),
    ],
    note: CHOOSE_UNIT,
  },
] as const satisfies readonly ZoneSeed[];

const planned = [
  {
    code: 'P-SS',
    name: 'KCN sạch Sóc Sơn',
    aliases: ['Khu công nghiệp sạch Sóc Sơn', 'KCN Sóc Sơn'],
    areaHa: 302.8,
    status: 'planned',
    inListOf9: 'no',
    locationConfidence: 'M',
    units: [before('huyen-soc-son'), ...candidates('xa-kim-anh')],
    note: CHOOSE_UNIT,
  },
  {
    code: 'P-DA',
    name: 'KCN Đông Anh',
    aliases: ['Khu công nghiệp Đông Anh'],
    areaHa: 300,
    status: 'planned',
    inListOf9: 'no',
    locationConfidence: 'M',
    units: [before('huyen-dong-anh'), ...candidates('xa-thu-lam', 'xa-phuc-thinh', 'xa-dong-anh')],
    note: CHOOSE_UNIT,
  },
  {
    code: 'P-BTT',
    name: 'KCN Bắc Thường Tín',
    aliases: ['Khu công nghiệp Bắc Thường Tín', 'Bắc Thường Tín'],
    areaHa: 112,
    status: 'planned',
    inListOf9: 'no',
    locationConfidence: 'M',
    units: [before('huyen-thuong-tin'), ...candidates('xa-thuong-tin', 'xa-hong-van', 'xa-nam-phu')],
    note: NOT_SIGNED_2022,
  },
  {
    code: 'P-PH',
    name: 'KCN Phụng Hiệp',
    aliases: ['Khu công nghiệp Phụng Hiệp', 'Phụng Hiệp'],
    areaHa: 174.88,
    status: 'planned',
    inListOf9: 'no',
    locationConfidence: 'M',
    units: [before('huyen-thuong-tin'), ...candidates('xa-thuong-phuc', 'xa-chuong-duong', 'xa-phu-xuyen')],
    note: NOT_SIGNED_2022,
  },
  {
    code: 'P-PNM',
    name: 'KCN Phú Nghĩa mở rộng',
    aliases: ['Khu công nghiệp Phú Nghĩa mở rộng', 'Phú Nghĩa mở rộng'],
    areaHa: 389,
    status: 'planned',
    inListOf9: 'no',
    locationConfidence: 'M',
    units: [before('huyen-chuong-my'), ...candidates('xa-phu-nghia', 'phuong-chuong-my')],
    note: CHOOSE_UNIT,
  },
] as const satisfies readonly ZoneSeed[];

export const zones: readonly ZoneSeed[] = [...operating, ...planned];
