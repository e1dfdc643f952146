/** What moves a date, or reminds of it: extension, completion, urging, urgency, the arrival of a letter. */
import { urgencies } from '../words.ts';
import type { ActWords } from './act-words.ts';

export const timing = {
  ask_extension: {
    label: 'Đề nghị gia hạn',
    done: ({ code, until, due }) =>
      `Đã đề nghị gia hạn ${code}${until}. Hạn hiện nay vẫn là ${due} đến khi bên đề nghị đồng ý.`,
    told: ({ own, code, until, who, what, reason, due }) => [
      `${own} đề nghị gia hạn ${code}${until} (${who}).`,
      what,
      ...reason,
      `Hạn hiện nay: ${due}. Bên đề nghị xem xét, quyết định.`,
    ],
  },
  agree_extension: {
    label: 'Đồng ý gia hạn',
    done: ({ code, own, due }) => `Đã đồng ý gia hạn ${code} cho ${own}. Hạn trả lời mới: ${due}.`,
    told: ({ who, code, what, due }) => [`${who} đồng ý gia hạn ${code}.`, what, `Hạn trả lời mới: ${due}.`],
  },
  refuse_extension: {
    label: 'Không đồng ý gia hạn',
    done: ({ code, own, due }) => `Đã không đồng ý gia hạn ${code}. Hạn trả lời của ${own} vẫn là ${due}.`,
    told: ({ who, code, what, due }) => [`${who} không đồng ý gia hạn ${code}.`, what, `Hạn trả lời vẫn là ${due}.`],
  },
  ask_completion: {
    label: 'Đề nghị bổ sung',
    ask: (code) => `Hồ sơ ${code} còn thiếu gì? Việc này chỉ đề nghị một lần, đề nghị nêu đủ.`,
    done: ({ code }) => `Đã đề nghị bổ sung ${code}. Thời hạn tạm dừng đến khi bên đề nghị bổ sung.`,
    told: ({ own, code, who, what, words = '' }) => [
      `${own} đề nghị bổ sung ${code} (${who}).`,
      what,
      `Cần bổ sung: ${words}`,
      'Thời hạn tạm dừng. Đề nghị bấm Bổ sung.',
    ],
  },
  complete: {
    label: 'Bổ sung',
    ask: (code) => `Nội dung bổ sung cho ${code}? Tệp có thể gửi ngay hoặc ở bước sau.`,
    done: ({ code, own, due }) => `Đã bổ sung ${code}. Thời hạn của ${own} chạy tiếp, hạn trả lời: ${due}.`,
    told: ({ who, code, what, words = '', dueLine }) => [
      `${who} đã bổ sung ${code}.`,
      what,
      `Nội dung: ${words}`,
      ...dueLine,
    ],
  },
  urge: {
    label: 'Đôn đốc',
    done: ({ own, code }) => `Đã đôn đốc ${own} về ${code}. Thông báo được nhắc lại đến khi bên nhận bấm Đã nhận.`,
    told: ({ who, own, code, what, dueLine }) => [
      `${who} đôn đốc ${own} về ${code}.`,
      what,
      ...dueLine,
      'Đề nghị xử lý, và bấm Đã nhận để xác nhận đã biết.',
    ],
  },
  change_urgency: {
    label: 'Đổi mức độ khẩn',
    done: ({ code, request }) => `Đã đổi mức độ của ${code} thành ${urgencies[request.urgency]}; thời hạn đã tính lại.`,
    told: ({ who, code, request, what, reason, dueLine }) => [
      `${who} đổi mức độ của ${code} thành ${urgencies[request.urgency]}.`,
      what,
      ...reason,
      ...dueLine,
    ],
  },
  record_arrival: {
    label: 'Ghi ngày văn bản đến',
    done: ({ code, own, due }) => `Đã ghi ngày văn bản về ${code} đến ${own}. Hạn trả lời: ${due}.`,
    told: ({ who, code, own, what, dueLine }) => [
      `${who} đã ghi ngày văn bản về ${code} đến ${own}.`,
      what,
      ...dueLine,
      'Việc này được theo dõi bằng văn bản giấy.',
    ],
  },
} satisfies Record<string, ActWords>;
