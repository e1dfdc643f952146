/**
 * What a field of coordination asks beside the common form. The regulation prescribes none of it: these are proposals (L),
 * so that the few facts every answer asks back for come with the request. None is required: filing asks as little as it can, and the board makes one required by data.
 */
import type { FieldQuestionSeed } from './types.ts';

const SINCE = { validFrom: '2022-05-26', validTo: null } as const;

export const fieldQuestions: readonly FieldQuestionSeed[] = [
  {
    ...{ field: 'F3', key: 'loai_chat_thai', label: 'Loại chất thải', kind: 'choice', required: false },
    choices: ['Nước thải', 'Khí thải', 'Chất thải rắn', 'Chất thải nguy hại', 'Không phát sinh'],
    ...SINCE,
  },
  {
    ...{ field: 'F4', key: 'so_lao_dong', label: 'Số lao động liên quan', kind: 'number', required: false },
    choices: [],
    ...SINCE,
  },
  {
    ...{ field: 'F5', key: 'ngay_phat_hien', label: 'Ngày phát hiện sự việc', kind: 'date', required: false },
    choices: [],
    ...SINCE,
  },
  {
    ...{ field: 'F6', key: 'loai_cong_trinh', label: 'Loại công trình', kind: 'choice', required: false },
    choices: ['Nhà xưởng', 'Kho hàng', 'Văn phòng', 'Nhà ở cho người lao động', 'Hạ tầng kỹ thuật'],
    ...SINCE,
  },
  {
    ...{ field: 'F6', key: 'dien_tich_san', label: 'Diện tích sàn (m²)', kind: 'number', required: false },
    choices: [],
    ...SINCE,
  },
];
