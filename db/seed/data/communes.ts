/**
 * Communes and wards of 01/07/2025 that belong to this work: the 42 that took over from the nine districts, and five in
 * which a planned zone may lie. Names and official codes: Resolution 1656/NQ-UBTVQH15 through the table of LacGO/VietNamTDP
 * (CC BY 4.0), confidence M-H. Codes are text, zeros in front count.
 */
import type { UnitSeed } from './types.ts';

type Row = readonly [code: string, properName: string, officialCode: string];

const NINE_DISTRICTS_AREA = [
  ['phuong-long-bien', 'Long Biên', '00145'],
  ['phuong-bo-de', 'Bồ Đề', '00118'],
  ['phuong-viet-hung', 'Việt Hưng', '00127'],
  ['phuong-phuc-loi', 'Phúc Lợi', '00136'],
  ['phuong-tay-tuu', 'Tây Tựu', '00613'],
  ['phuong-phu-dien', 'Phú Diễn', '00619'],
  ['phuong-xuan-dinh', 'Xuân Đỉnh', '00611'],
  ['phuong-dong-ngac', 'Đông Ngạc', '00602'],
  ['phuong-thuong-cat', 'Thượng Cát', '00598'],
  ['xa-thu-lam', 'Thư Lâm', '00475'],
  ['xa-dong-anh', 'Đông Anh', '00454'],
  ['xa-phuc-thinh', 'Phúc Thịnh', '00466'],
  ['xa-thien-loc', 'Thiên Lộc', '00493'],
  ['xa-vinh-thanh', 'Vĩnh Thanh', '00508'],
  ['phuong-chuong-my', 'Chương Mỹ', '10015'],
  ['xa-phu-nghia', 'Phú Nghĩa', '10030'],
  ['xa-xuan-mai', 'Xuân Mai', '10045'],
  ['xa-tran-phu', 'Trần Phú', '10081'],
  ['xa-hoa-phu', 'Hòa Phú', '10096'],
  ['xa-quang-bi', 'Quảng Bị', '10072'],
  ['xa-soc-son', 'Sóc Sơn', '00376'],
  ['xa-da-phuc', 'Đa Phúc', '00430'],
  ['xa-noi-bai', 'Nội Bài', '00433'],
  ['xa-trung-gia', 'Trung Giã', '00385'],
  ['xa-kim-anh', 'Kim Anh', '00382'],
  ['xa-me-linh', 'Mê Linh', '09022'],
  ['xa-yen-lang', 'Yên Lãng', '08980'],
  ['xa-tien-thang', 'Tiến Thắng', '08995'],
  ['xa-quang-minh', 'Quang Minh', '08974'],
  ['xa-thach-that', 'Thạch Thất', '09955'],
  ['xa-ha-bang', 'Hạ Bằng', '09982'],
  ['xa-tay-phuong', 'Tây Phương', '10003'],
  ['xa-hoa-lac', 'Hòa Lạc', '09988'],
  ['xa-yen-xuan', 'Yên Xuân', '04930'],
  ['xa-quoc-oai', 'Quốc Oai', '09895'],
  ['xa-hung-dao', 'Hưng Đạo', '09931'],
  ['xa-kieu-phu', 'Kiều Phú', '09910'],
  ['xa-phu-cat', 'Phú Cát', '09952'],
  ['xa-phu-xuyen', 'Phú Xuyên', '10273'],
  ['xa-phuong-duc', 'Phượng Dực', '10279'],
  ['xa-chuyen-my', 'Chuyên Mỹ', '10330'],
  ['xa-dai-xuyen', 'Đại Xuyên', '10342'],
] as const satisfies readonly Row[];

const OUTSIDE = [
  ['xa-thuong-tin', 'Thường Tín', '10183'],
  ['xa-hong-van', 'Hồng Vân', '10210'],
  ['xa-thuong-phuc', 'Thượng Phúc', '10231'],
  ['xa-chuong-duong', 'Chương Dương', '10237'],
  ['xa-nam-phu', 'Nam Phù', '00685'],
] as const satisfies readonly Row[];

const toUnit = ([code, properName, officialCode]: Row): UnitSeed => {
  const isWard = code.startsWith('phuong-');
  const shortName = `${isWard ? 'phường' : 'xã'} ${properName}`;
  return {
    code,
    kind: isWard ? 'ward' : 'commune',
    name: `UBND ${shortName}`,
    shortName,
    parent: null,
    validFrom: '2025-07-01',
    validTo: null,
    officialCode,
    symbol: 'UBND',
  };
};

/** The 42 that took over from the nine districts which signed in 2022. */
export const successorCommunes: readonly UnitSeed[] = NINE_DISTRICTS_AREA.map(toUnit);
/** Where the two zones planned in the former district of Thường Tín may lie. */
export const outsideCommunes: readonly UnitSeed[] = OUTSIDE.map(toUnit);
