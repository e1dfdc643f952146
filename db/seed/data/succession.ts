/**
 * Who took over from whom. The 42 rows of the nine districts follow Resolution 1656/NQ-UBTVQH15 (M-H); small slices that
 * went to other neighbours are left out, so this is the main succession and no boundary. Thường Tín has rows of its own,
 * for the planned zones there (same resolution, items 54 and 56-59).
 *
 * `isDefault` is our proposal: the successor that kept the district's name, offered first where no zone decides. Bắc Từ
 * Liêm has none, since no successor kept its name.
 */
import type { SuccessionSeed } from './types.ts';

type Heirs = readonly [old: string, byDefault: string | null, others: readonly string[]];

const DISTRICT_HEIRS = [
  ['quan-long-bien', 'phuong-long-bien', ['phuong-bo-de', 'phuong-viet-hung', 'phuong-phuc-loi']],
  [
    'quan-bac-tu-liem',
    null,
    ['phuong-tay-tuu', 'phuong-phu-dien', 'phuong-xuan-dinh', 'phuong-dong-ngac', 'phuong-thuong-cat'],
  ],
  ['huyen-dong-anh', 'xa-dong-anh', ['xa-thu-lam', 'xa-phuc-thinh', 'xa-thien-loc', 'xa-vinh-thanh']],
  ['huyen-chuong-my', 'phuong-chuong-my', ['xa-phu-nghia', 'xa-xuan-mai', 'xa-tran-phu', 'xa-hoa-phu', 'xa-quang-bi']],
  ['huyen-soc-son', 'xa-soc-son', ['xa-da-phuc', 'xa-noi-bai', 'xa-trung-gia', 'xa-kim-anh']],
  ['huyen-me-linh', 'xa-me-linh', ['xa-yen-lang', 'xa-tien-thang', 'xa-quang-minh']],
  ['huyen-thach-that', 'xa-thach-that', ['xa-ha-bang', 'xa-tay-phuong', 'xa-hoa-lac', 'xa-yen-xuan']],
  ['huyen-quoc-oai', 'xa-quoc-oai', ['xa-hung-dao', 'xa-kieu-phu', 'xa-phu-cat']],
  ['huyen-phu-xuyen', 'xa-phu-xuyen', ['xa-phuong-duc', 'xa-chuyen-my', 'xa-dai-xuyen']],
] as const satisfies readonly Heirs[];

const THUONG_TIN_HEIRS = [
  ['huyen-thuong-tin', 'xa-thuong-tin', ['xa-hong-van', 'xa-thuong-phuc', 'xa-chuong-duong', 'xa-nam-phu']],
] as const satisfies readonly Heirs[];

const BOARD_HEIRS = [['hiza', 'bql', []]] as const satisfies readonly Heirs[];

const toRows = ([old, byDefault, others]: Heirs): SuccessionSeed[] => [
  ...(byDefault ? [{ old, new: byDefault, isDefault: true }] : []),
  ...others.map((heir) => ({ old, new: heir, isDefault: false })),
];

/** The 42 rows of the nine districts. */
export const districtSuccession: readonly SuccessionSeed[] = DISTRICT_HEIRS.flatMap(toRows);

export const succession: readonly SuccessionSeed[] = [
  ...districtSuccession,
  ...THUONG_TIN_HEIRS.flatMap(toRows),
  ...BOARD_HEIRS.flatMap(toRows),
];
