/**
 * The three known versions of the coordination regulation. Titles and dates: QC-2017 M, QC-2022 H for the signing,
 * QC-2026 H. Nobody of ours has read the articles, so **all terms, limits and silence outcomes are proposals**, and no
 * clause is entered: without one, silence is never taken for consent.
 *
 * The sources give no last day for 2017 and 2022; it is set to the day before QC-2026 (probable), so that at most one
 * version of each line is in force. Between 01/07/2025 and then, communes stand in for the districts they succeeded.
 * QC-2017 and QC-2022 overlap: the later one in force governs a request.
 */
import { successorCommunes } from './communes.ts';
import type { RegulationSeed, Term, UrgencyTerms } from './types.ts';

const NINE_DISTRICTS = [
  'quan-long-bien',
  'quan-bac-tu-liem',
  'huyen-dong-anh',
  'huyen-chuong-my',
  'huyen-soc-son',
  'huyen-me-linh',
  'huyen-thach-that',
  'huyen-quoc-oai',
  'huyen-phu-xuyen',
] as const;

const minutes = (amount: number): Term => ({ amount, unit: 'working_minute' });
const hours = (amount: number): Term => ({ amount, unit: 'working_hour' });
const days = (amount: number): Term => ({ amount, unit: 'working_day' });

/** The versions differ on purpose, so that a request shows which one it was filed under. */
const termsWith = (ordinary: Term, urgent: Term): readonly UrgencyTerms[] => [
  { urgency: 'thuong', receipt: hours(8), answer: ordinary },
  { urgency: 'khan', receipt: hours(4), answer: urgent },
  { urgency: 'thuong_khan', receipt: hours(2), answer: days(1) },
  { urgency: 'hoa_toc', receipt: minutes(30), answer: hours(4) },
];

const PROPOSED_LIMITS = {
  maxExtensions: 1,
  extensionShare: 0.5,
  maxPause: days(10),
  silence: 'escalate',
  clause: null,
  termsAreProposal: true,
} as const;

export const regulations = [
  {
    code: 'QC-2017',
    number: '32/2017/QĐ-UBND',
    title: 'Quy chế phối hợp giữa Ban Quản lý và sở ngành/UBND quận huyện',
    issued: '2017-09-28',
    validFrom: '2017-10-08',
    validTo: '2026-02-15',
    replacedBy: 'QC-2026',
    parties: ['hiza', ...NINE_DISTRICTS, 'huyen-thuong-tin'],
    terms: termsWith(days(10), days(5)),
    ...PROPOSED_LIMITS,
    note: 'Ngày hết hiệu lực là dự kiến; các bên chỉ nhập phần có KCN.',
  },
  {
    code: 'QC-2022',
    number: null,
    title: 'Quy chế phối hợp công tác HIZA - 9 quận huyện (3 chương 15 điều)',
    issued: '2022-05-26',
    validFrom: '2022-05-26',
    validTo: '2026-02-15',
    replacedBy: 'QC-2026',
    parties: ['hiza', ...NINE_DISTRICTS],
    terms: termsWith(days(5), days(3)),
    ...PROPOSED_LIMITS,
    note: 'Ngày hết hiệu lực là dự kiến; UBND huyện Thường Tín không tham gia.',
  },
  {
    code: 'QC-2026',
    number: '21/2026/QĐ-UBND',
    title:
      'Quy chế phối hợp giữa Ban Quản lý các KCNC và KCN TP Hà Nội với các sở ngành cơ quan đơn vị của TP và UBND các xã phường có KCNC và KCN',
    issued: '2026-02-06',
    validFrom: '2026-02-16',
    validTo: null,
    replacedBy: null,
    parties: [
      'bql',
      ...successorCommunes.map((unit) => unit.code),
      'cong-an-pccc',
      'so-quy-hoach-kien-truc',
      'so-xay-dung',
      'so-tai-chinh',
      'so-nong-nghiep-moi-truong',
      'so-noi-vu',
      'so-y-te',
    ],
    terms: termsWith(days(7), days(3)),
    ...PROPOSED_LIMITS,
    note: 'Danh sách các bên do hệ thống suy ra từ tên Quy chế; cần đối chiếu văn bản.',
  },
] as const satisfies readonly RegulationSeed[];
