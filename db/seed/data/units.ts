/**
 * Every unit of the sample data. Ended units stay: old requests show their names, and their successors are found in
 * succession.ts. Sections are child units; nothing else has a parent, since a commune is no part of the board, and a
 * leader is looked for along parents.
 *
 * Confidence: districts H for name and end, M for official codes (general knowledge). Merger of the board H, its day
 * not confirmed (believed 01/03/2025). Symbols, sections, departments and fire police M (general knowledge).
 */
import { outsideCommunes, successorCommunes } from './communes.ts';
import type { UnitSeed } from './types.ts';

/** The directory tells nothing older: from this day all nine districts exist under these names. */
export const DIRECTORY_START = '2014-04-01';
const DISTRICTS_END = '2025-06-30';
const COMMUNES_START = '2025-07-01';
const HIZA_END = '2025-02-28';
const MERGER = '2025-03-01';

const boards = [
  {
    code: 'hiza',
    kind: 'board',
    name: 'Ban Quản lý các Khu công nghiệp và chế xuất Hà Nội',
    shortName: 'Ban Quản lý các KCN và CX Hà Nội',
    parent: null,
    validFrom: DIRECTORY_START,
    validTo: HIZA_END,
    officialCode: null,
    symbol: 'BQL',
  },
  {
    code: 'bql',
    kind: 'board',
    name: 'Ban Quản lý các khu công nghệ cao và khu công nghiệp thành phố Hà Nội',
    shortName: 'Ban Quản lý',
    parent: null,
    validFrom: MERGER,
    validTo: null,
    officialCode: null,
    symbol: 'BQL',
  },
] as const satisfies readonly UnitSeed[];

const BOARD_SECTIONS = [
  ['bql-vp', 'Văn phòng Ban Quản lý', 'Văn phòng', 'VP'],
  ['bql-qhxd', 'Phòng Quản lý quy hoạch xây dựng', 'phòng Quy hoạch xây dựng', 'QHXD'],
  ['bql-dt', 'Phòng Quản lý đầu tư', 'phòng Đầu tư', 'ĐT'],
  ['bql-mt', 'Phòng Quản lý môi trường', 'phòng Môi trường', 'MT'],
  ['bql-dn', 'Phòng Quản lý doanh nghiệp', 'phòng Doanh nghiệp', 'DN'],
  ['bql-ld', 'Phòng Quản lý lao động', 'phòng Lao động', 'LĐ'],
  ['bql-kt', 'Phòng Thanh tra - Kiểm tra', 'phòng Thanh tra - Kiểm tra', 'TTKT'],
] as const;

const boardSections = BOARD_SECTIONS.map(
  ([code, name, shortName, symbol]): UnitSeed => ({
    code,
    kind: 'section',
    name,
    shortName,
    parent: 'bql',
    validFrom: MERGER,
    validTo: null,
    officialCode: null,
    symbol: `BQL-${symbol}`,
  }),
);

/** Two communes have sections, so that a leader is also found along a parent and a head may approve. */
const communeSections = [
  {
    code: 'xa-thien-loc-kt',
    kind: 'section',
    name: 'Phòng Kinh tế xã Thiên Lộc',
    shortName: 'phòng Kinh tế xã Thiên Lộc',
    parent: 'xa-thien-loc',
    validFrom: COMMUNES_START,
    validTo: null,
    officialCode: null,
    symbol: 'UBND-KT',
    headApproves: true,
  },
  {
    code: 'phuong-phuc-loi-kthtdt',
    kind: 'section',
    name: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Phúc Lợi',
    shortName: 'phòng KTHTĐT phường Phúc Lợi',
    parent: 'phuong-phuc-loi',
    validFrom: COMMUNES_START,
    validTo: null,
    officialCode: null,
    symbol: 'UBND-KTHTĐT',
  },
] as const satisfies readonly UnitSeed[];

/** Thường Tín did not sign in 2022; two planned zones lay in it. */
const DISTRICTS = [
  ['quan-long-bien', 'quận Long Biên', '004'],
  ['quan-bac-tu-liem', 'quận Bắc Từ Liêm', '021'],
  ['huyen-dong-anh', 'huyện Đông Anh', '017'],
  ['huyen-chuong-my', 'huyện Chương Mỹ', '277'],
  ['huyen-soc-son', 'huyện Sóc Sơn', '016'],
  ['huyen-me-linh', 'huyện Mê Linh', '250'],
  ['huyen-thach-that', 'huyện Thạch Thất', '276'],
  ['huyen-quoc-oai', 'huyện Quốc Oai', '275'],
  ['huyen-phu-xuyen', 'huyện Phú Xuyên', '280'],
  ['huyen-thuong-tin', 'huyện Thường Tín', '279'],
] as const;

const districts = DISTRICTS.map(
  ([code, shortName, officialCode]): UnitSeed => ({
    code,
    kind: 'district',
    name: `UBND ${shortName}`,
    shortName,
    parent: null,
    validFrom: DIRECTORY_START,
    validTo: DISTRICTS_END,
    officialCode,
    symbol: 'UBND',
  }),
);

/** Regrouped on 01/03/2025; only those whose work touches the zones. */
const DEPARTMENTS = [
  ['so-quy-hoach-kien-truc', 'Sở Quy hoạch - Kiến trúc', 'QHKT'],
  ['so-xay-dung', 'Sở Xây dựng', 'SXD'],
  ['so-tai-chinh', 'Sở Tài chính', 'STC'],
  ['so-nong-nghiep-moi-truong', 'Sở Nông nghiệp và Môi trường', 'SNNMT'],
  ['so-noi-vu', 'Sở Nội vụ', 'SNV'],
  ['so-y-te', 'Sở Y tế', 'SYT'],
] as const;

const departments = DEPARTMENTS.map(
  ([code, shortName, symbol]): UnitSeed => ({
    code,
    kind: 'department',
    name: `${shortName} thành phố Hà Nội`,
    shortName,
    parent: null,
    validFrom: MERGER,
    validTo: null,
    officialCode: null,
    symbol,
  }),
);

const cityBodies = [
  {
    code: 'ubnd-thanh-pho',
    kind: 'city',
    name: 'UBND thành phố Hà Nội',
    shortName: 'UBND thành phố',
    parent: null,
    validFrom: DIRECTORY_START,
    validTo: null,
    officialCode: '01',
    symbol: 'UBND',
  },
  {
    code: 'cong-an-pccc',
    kind: 'police',
    name: 'Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ - Công an thành phố Hà Nội',
    shortName: 'Cảnh sát PCCC và CNCH',
    parent: null,
    validFrom: DIRECTORY_START,
    validTo: null,
    officialCode: null,
    symbol: 'PC07',
  },
] as const satisfies readonly UnitSeed[];

export const units: readonly UnitSeed[] = [
  ...boards,
  ...boardSections,
  ...cityBodies,
  ...departments,
  ...districts,
  ...successorCommunes,
  ...outsideCommunes,
  ...communeSections,
];
