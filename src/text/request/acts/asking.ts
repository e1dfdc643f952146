/** What the asking side does with its request: units, synthesis, closing, taking back, going on. */
import type { ActWords } from './act-words.ts';

export const asking = {
  undo: {
    label: 'Hoàn tác',
    done: ({ code }) => `Đã hoàn tác ${code}; các đơn vị không nhận được đề nghị này.`,
    told: () => [],
  },
  add_unit: {
    label: 'Thêm đơn vị phối hợp',
    done: ({ to, code }) => `Đã thêm ${to} vào ${code}.`,
    told: () => [],
  },
  drop_unit: {
    label: 'Thôi đề nghị đơn vị này',
    done: ({ own, code }) => `Đã thôi đề nghị ${own} trong ${code}.`,
    told: ({ who, own, code, what, reason }) => [
      `${who} thôi đề nghị ${own} trong ${code}; đơn vị không phải trả lời nữa.`,
      what,
      ...reason,
    ],
  },
  withdraw: {
    label: 'Rút đề nghị',
    ask: (code) => `Lý do rút ${code}? Các đơn vị được báo và không phải trả lời nữa.`,
    done: ({ code }) => `Đã rút ${code}. Các bên đã được báo.`,
    told: ({ who, code, what, reason }) => [
      `${who} đã rút ${code}; các đơn vị không phải trả lời nữa.`,
      what,
      ...reason,
    ],
  },
  synthesise: {
    label: 'Tổng hợp',
    ask: (code) => `Nhận xét, tổng hợp của đơn vị chủ trì về ${code}?`,
    done: ({ code }) => `Đã tổng hợp ${code}. Có thể bấm Kết thúc khi đủ căn cứ.`,
    told: ({ code, who, what }) => [`${code} đã được tổng hợp ý kiến (${who}).`, what, 'Đề nghị xem xét, kết thúc.'],
  },
  close: {
    label: 'Kết thúc',
    ask: (code) => `Kết quả cuối cùng của ${code}?`,
    done: ({ code }) => `Đã kết thúc ${code}. Các bên đã được báo.`,
    told: ({ code, who, what, request }) => [`${code} đã kết thúc (${who}).`, what, `Kết quả: ${request.result ?? ''}`],
  },
  reopen: {
    label: 'Mở lại',
    done: ({ code }) => `Đã mở lại ${code}. Các bên đã được báo; kết quả cũ xem ở Lịch sử.`,
    told: ({ who, code, what, reason, dueLine }) => [`${who} đã mở lại ${code}.`, what, ...reason, ...dueLine],
  },
} satisfies Record<string, ActWords>;
