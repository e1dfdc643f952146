/** Tiếp nhận, Phân công, Chuyển đơn vị khác and its decision. */
import { personName } from '../card.ts';
import type { ActWords } from './act-words.ts';

export const receiving = {
  receive: {
    label: 'Tiếp nhận',
    done: ({ code, due }) =>
      `Đã tiếp nhận ${code}. Hạn trả lời: ${due}. Bấm Trả lời để soạn trả lời, hoặc Phân công để giao người xử lý.`,
    told: ({ own, code, who, due }) => [`${own} đã tiếp nhận ${code} (${who}).`, `Hạn trả lời: ${due}.`],
  },
  assign: {
    label: 'Phân công',
    done: ({ code, directory, part }) => `Đã phân công ${code} cho ${personName(directory, part?.holderId ?? null)}.`,
    told: ({ code, who, what, directory, part, dueLine }) => [
      `${who} đã phân công ${code} cho ${personName(directory, part?.holderId ?? null)}.`,
      what,
      ...dueLine,
    ],
  },
  hand_on: {
    label: 'Chuyển đơn vị khác',
    done: ({ code, to, part }) =>
      part?.state === 'handed_on'
        ? `Đã chuyển ${code} tới ${to}.`
        : `Việc này đã chuyển hai lần nên cần lãnh đạo đơn vị chủ trì quyết định. Đã trình đề nghị chuyển ${code} tới ${to}.`,
    told: ({ own, code, to, who, what, reason, part }) =>
      part?.state === 'handed_on'
        ? [`${own} đã chuyển ${code} tới ${to} (${who}).`, what, ...reason]
        : [`${own} đề nghị chuyển ${code} tới ${to} (${who}).`, what, ...reason, 'Lãnh đạo đơn vị chủ trì quyết định.'],
  },
  agree_handover: {
    label: 'Đồng ý chuyển',
    done: ({ code, to }) => `Đã đồng ý chuyển ${code} tới ${to}.`,
    told: ({ who, code, own, to, what }) => [`${who} đồng ý chuyển ${code} từ ${own} tới ${to}.`, what],
  },
  refuse_handover: {
    label: 'Không đồng ý chuyển',
    done: ({ code, own }) => `Đã không đồng ý chuyển ${code}; ${own} tiếp tục thực hiện.`,
    told: ({ who, code, own, what }) => [`${who} không đồng ý chuyển ${code}; ${own} tiếp tục thực hiện.`, what],
  },
} satisfies Record<string, ActWords>;
