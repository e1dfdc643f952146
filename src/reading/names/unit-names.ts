/** What a unit is called: its own names, and the short ways in which officials write them. */
import type { Unit } from '#domain/directory/directory.ts';
import { plainKey } from './plain-key.ts';

/** A bare proper name (`Thiên Lộc`) could also be a person or a zone. */
export type UnitName = { readonly name: string; readonly isBare: boolean };

/** Words of units that no rule makes from their names; by code, so that a unit not there costs nothing. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'cong-an-pccc': [
    'Công an PCCC',
    'Cảnh sát PCCC',
    'Phòng Cảnh sát PCCC',
    'Phòng PC07',
    'PC07',
    'CA PCCC',
    'CS PCCC',
    'Cảnh sát phòng cháy chữa cháy',
    'Công an phòng cháy chữa cháy',
    'Phòng Cảnh sát phòng cháy chữa cháy',
    'Phòng Cảnh sát PCCC và CNCH',
    'Công an thành phố',
    'Công an TP',
    'Cảnh sát PCCC và CNCH',
    'Phòng Cảnh sát PCCC Công an thành phố',
    'Phòng Cảnh sát phòng cháy chữa cháy và cứu nạn cứu hộ',
  ],
  bql: [
    'Ban Quản lý',
    'BQL',
    'Ban Quản lý các KCN',
    'BQL các KCN',
    'Ban Quản lý KCN',
    'BQL KCN',
    'Ban Quản lý các KCNC và KCN',
    'BQL các KCNC và KCN',
    'Ban Quản lý các khu công nghiệp',
  ],
  hiza: ['HIZA'],
  'bql-vp': ['Văn phòng Ban', 'Văn phòng BQL', 'Văn phòng Ban Quản lý'],
  'bql-qhxd': [
    'phòng QHXD',
    'phòng Quy hoạch',
    'phòng Quy hoạch - Xây dựng',
    'phòng QH-XD',
    'phòng Quản lý quy hoạch',
    'QHXD',
  ],
  'bql-dt': ['phòng Đầu tư', 'phòng QLĐT'],
  'bql-mt': ['phòng Môi trường', 'phòng QLMT', 'phòng Tài nguyên môi trường', 'phòng TNMT'],
  'bql-dn': ['phòng Doanh nghiệp', 'phòng QLDN'],
  'bql-ld': ['phòng Lao động', 'phòng QLLĐ'],
  'bql-kt': ['phòng Thanh tra', 'phòng TTKT', 'phòng Thanh tra kiểm tra', 'thanh tra Ban'],
  'so-quy-hoach-kien-truc': ['Sở QHKT', 'Sở QH-KT', 'Sở Quy hoạch Kiến trúc', 'Sở Quy hoạch và Kiến trúc'],
  'so-xay-dung': ['Sở XD', 'SXD'],
  'so-tai-chinh': ['Sở TC', 'STC', 'Sở Kế hoạch và Đầu tư', 'Sở KHĐT', 'Sở KH&ĐT'],
  'so-nong-nghiep-moi-truong': [
    'Sở NNMT',
    'Sở NN&MT',
    'Sở NN và MT',
    'Sở Nông nghiệp Môi trường',
    'Sở TNMT',
    'Sở TN&MT',
    'Sở Tài nguyên và Môi trường',
    'Sở Tài nguyên môi trường',
  ],
  'so-noi-vu': ['Sở NV', 'SNV', 'Sở LĐTBXH', 'Sở Lao động Thương binh và Xã hội'],
  'so-y-te': ['Sở YT', 'SYT'],
  'ubnd-thanh-pho': [
    'UBND thành phố Hà Nội',
    'UBND thành phố',
    'UBND TP',
    'UBND TP Hà Nội',
    'UBND TPHN',
    'Ủy ban nhân dân thành phố',
  ],
};

/** Before the proper name, by kind; `UBND` and the like may stand before each. */
const KIND_WORDS: Readonly<Record<string, readonly string[]>> = {
  commune: ['xã', 'x'],
  ward: ['phường', 'p', 'ph'],
  district: ['huyện', 'quận', 'h', 'q'],
};
const OFFICES = ['UBND', 'Ủy ban nhân dân', 'Ủy ban', 'UB', 'Chủ tịch UBND', 'Công an', 'Đảng ủy', 'HĐND'] as const;
/** An office of its own beside the committee: not the unit's, unless no such unit is kept. */
const isCommittee = (office: string): boolean => /^(?:UB|Ủy ban|Chủ tịch)/.test(office);

export const unitNames = (unit: Unit): readonly UnitName[] => {
  const own = [unit.name, unit.shortName, ...(OTHER_NAMES[unit.code] ?? [])];
  const words = KIND_WORDS[unit.kind];
  if (words === undefined) return own.map((name) => ({ name, isBare: false }));
  const proper = properName(unit.shortName);
  const [kind = ''] = plainKey(unit.shortName).split(' ');
  const kinds = words.filter((word) =>
    plainKey(word).length < 3 ? kind.startsWith(plainKey(word)) : plainKey(word) === kind,
  );
  const full = kinds.map((word) => `${word} ${proper}`);
  const offices = OFFICES.filter(isCommittee).flatMap((office) => [
    ...full.map((name) => `${office} ${name}`),
    `${office} ${proper}`,
  ]);
  return [...own, ...full, ...offices].map((name) => ({ name, isBare: false })).concat({ name: proper, isBare: true });
};

/** `xã Thiên Lộc` → `Thiên Lộc` */
const properName = (shortName: string): string => shortName.replace(/^\S+ /u, '');
