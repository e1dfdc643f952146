/** Who else follows a request, what both sides of a part write to each other, and the numbers of documents. */
import { personName } from '../card.ts';
import type { ActWords } from './act-words.ts';

export const sharing = {
  add_watcher: {
    label: 'Thêm người theo dõi',
    done: ({ directory, personId, code }) =>
      `Đã thêm ${personName(directory, personId ?? null)} theo dõi ${code}. Người theo dõi chỉ nhận thông báo.`,
    told: ({ who, code, what }) => [
      `${who} thêm ông/bà theo dõi ${code}.`,
      what,
      'Ông/bà được báo khi trạng thái thay đổi, không phải thực hiện việc gì.',
    ],
  },
  exchange: {
    label: 'Trao đổi',
    ask: (code) =>
      `Nội dung trao đổi về ${code}? Chỉ hai bên của phần việc này đọc được. Tệp gửi ngay hoặc ở bước sau.`,
    done: ({ code, own }) => `Đã gửi trao đổi về ${code} (phần việc của ${own}).`,
    told: ({ who, code, own, what, words = '' }) => [
      `${who} trao đổi về ${code} (phần việc của ${own}):`,
      ...words.split('\n'),
      what,
    ],
  },
  number_request: {
    label: 'Nhập số, ký hiệu',
    done: ({ code, request }) => `Đã ghi số, ký hiệu ${request.docNumber ?? ''} cho ${code}.`,
    told: () => [],
  },
  number_answer: {
    label: 'Nhập số, ký hiệu',
    done: ({ code, own, part }) =>
      `Đã ghi số, ký hiệu ${part?.answer?.document?.number ?? ''} cho trả lời của ${own} về ${code}.`,
    told: () => [],
  },
} satisfies Record<string, ActWords>;
