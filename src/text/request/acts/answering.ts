/** Trả lời, its approval, its replacement, and the answer that came on paper. */
import { draftLines } from '../card.ts';
import { positions } from '../words.ts';
import type { ActWords, Spoken } from './act-words.ts';

export const answering = {
  answer: {
    label: 'Trả lời',
    ask: () => 'Nội dung trả lời? Viết trong một tin nhắn; tệp kèm theo được gửi ở bước sau.',
    done: ({ code, part }) =>
      part?.draft === null
        ? `Đã trả lời ${code}. Bên đề nghị đã được báo.`
        : `Đã trình duyệt dự thảo trả lời ${code}. Lãnh đạo đơn vị đã được báo.`,
    told: (spoken) => (spoken.part?.draft === null ? answered(spoken) : submitted(spoken)),
  },
  replace_answer: {
    label: 'Trả lời thay thế',
    ask: () => 'Nội dung trả lời thay thế? Trả lời cũ có hiệu lực đến khi trả lời mới được duyệt.',
    done: ({ code, part }) =>
      part?.draft === null
        ? `Đã thay trả lời ${code}; trả lời cũ được lưu.`
        : `Đã trình duyệt trả lời thay thế ${code}. Trả lời cũ có hiệu lực đến khi duyệt.`,
    told: (spoken) => (spoken.part?.draft === null ? answered(spoken) : submitted(spoken)),
  },
  approve: {
    label: 'Duyệt',
    done: ({ own, code }) => `Đã duyệt. Trả lời của ${own} về ${code} đã gửi bên đề nghị.`,
    told: (spoken) => answered(spoken),
  },
  return_draft: {
    label: 'Trả lại dự thảo',
    ask: (code) => `Nêu điểm cần sửa trong dự thảo trả lời ${code}.`,
    done: ({ code }) => `Đã trả lại dự thảo trả lời ${code} cho người soạn.`,
    told: ({ who, code, what, words = '', dueLine }) => [
      `${who} trả lại dự thảo trả lời ${code}.`,
      what,
      `Cần sửa: ${words}`,
      ...dueLine,
    ],
  },
  record_answer: {
    label: 'Ghi nhận văn bản trả lời',
    done: ({ own, code, part }) => `Đã ghi nhận ${paper(part)} của ${own} trả lời ${code}. Các bên đã được báo.`,
    told: (spoken) => [...answered(spoken), `Trả lời bằng văn bản, do ${spoken.who} ghi nhận.`],
  },
  ask_again: {
    label: 'Đề nghị trả lời lại',
    done: ({ own, code, due }) => `Đã đề nghị ${own} trả lời lại ${code}. Hạn trả lời mới: ${due}.`,
    told: ({ who, own, code, what, reason, dueLine }) => [
      `${who} đề nghị ${own} trả lời lại ${code}.`,
      what,
      ...reason,
      ...dueLine,
    ],
  },
} satisfies Record<string, ActWords>;

const submitted = ({ who, code, what, part, dueLine }: Spoken): readonly string[] => [
  `${who} trình duyệt dự thảo trả lời ${code}.`,
  what,
  ...(part === null ? [] : draftLines(part)),
  ...dueLine,
  'Đề nghị xem xét, duyệt.',
];

const answered = ({ own, code, part }: Spoken): readonly string[] => [
  `${own} đã trả lời ${code}${part?.answer?.late === true ? ' (trả lời quá hạn)' : ''}.`,
  ...(part?.answer ? [`Ý kiến: ${positions[part.answer.position]}`, ...part.answer.words.split('\n')] : []),
];

const paper = (part: Spoken['part']): string =>
  part?.answer?.document ? `văn bản ${part.answer.document.number}` : 'văn bản';
