/**
 * Groups that a person can name instead of many units. Members are written out, as administrators edit them; a test holds
 * the first group against the zones. Where a zone's unit is not settled its candidates are offered, none preset.
 */
import { successorCommunes } from './communes.ts';
import type { UnitGroupSeed } from './types.ts';

export const groups = [
  {
    code: 'xa-phuong-co-kcn',
    name: 'các xã, phường có KCN',
    aliases: ['các xã phường có khu công nghiệp', 'UBND các xã, phường có KCN', 'xã phường có KCN'],
    members: [
      'xa-thien-loc',
      'xa-noi-bai',
      'xa-quang-minh',
      'phuong-thuong-cat',
      'xa-tay-phuong',
      'xa-phu-nghia',
      'xa-dai-xuyen',
    ],
    candidates: [
      'xa-soc-son',
      'phuong-dong-ngac',
      'phuong-phuc-loi',
      'phuong-long-bien',
      'phuong-viet-hung',
      'phuong-bo-de',
    ],
  },
  {
    code: 'xa-phuong-quy-che',
    name: 'các xã, phường tham gia Quy chế',
    aliases: ['42 xã, phường', 'tất cả các xã, phường', 'các xã, phường thuộc 9 quận, huyện cũ'],
    members: successorCommunes.map((unit) => unit.code),
    candidates: [],
  },
  {
    code: 'phong-ban-quan-ly',
    name: 'các phòng của Ban Quản lý',
    aliases: ['các phòng thuộc Ban', 'các phòng chuyên môn của Ban Quản lý'],
    members: ['bql-vp', 'bql-qhxd', 'bql-dt', 'bql-mt', 'bql-dn', 'bql-ld', 'bql-kt'],
    candidates: [],
  },
] as const satisfies readonly UnitGroupSeed[];
