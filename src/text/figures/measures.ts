/** What each figure is called, and what it means: one table for screens, pictures, sheets, reports and Cách tính. */
import { MEASURES, type Measure } from '#domain/figures/counts.ts';
import type { Line } from '#message/outbound.ts';

type Words = { readonly name: string; readonly meaning: string };

export const measureWords: Readonly<Record<Measure, Words>> = {
  received: {
    name: 'Phần việc nhận',
    meaning: 'phần việc mà đơn vị được đề nghị trong kỳ; mỗi phần việc tính một lần, cho đúng đơn vị được đề nghị.',
  },
  onTime: { name: 'Trả lời đúng hạn', meaning: 'văn bản trả lời được duyệt chậm nhất vào thời điểm hết hạn.' },
  late: { name: 'Trả lời quá hạn', meaning: 'văn bản trả lời được duyệt sau thời điểm hết hạn.' },
  silent: {
    name: 'Không trả lời',
    meaning: 'hết hạn mà không có trả lời và Quy chế coi là đã xong; trả lời đến sau được lưu kèm, không đổi số này.',
  },
  paused: { name: 'Chờ bổ sung', meaning: 'đang tạm dừng tính hạn, chờ bên đề nghị bổ sung hồ sơ.' },
  open: { name: 'Đang xử lý trong hạn', meaning: 'chưa trả lời và chưa hết hạn tại thời điểm xem.' },
  overdue: { name: 'Đang quá hạn', meaning: 'chưa trả lời và đã hết hạn tại thời điểm xem.' },
  handedOn: {
    name: 'Đã chuyển đơn vị khác',
    meaning: 'không thuộc thẩm quyền, đã chuyển; đơn vị nhận được tính phần việc mới.',
  },
  cancelled: { name: 'Đã hủy, rút', meaning: 'bên đề nghị rút, thôi đề nghị, hoặc chờ bổ sung quá thời hạn Quy chế.' },
  receiptOnTime: { name: 'Tiếp nhận đúng hạn', meaning: 'ghi nhận tiếp nhận chậm nhất khi hết hạn tiếp nhận.' },
  receiptLate: { name: 'Tiếp nhận muộn', meaning: 'ghi nhận tiếp nhận sau khi hết hạn tiếp nhận.' },
  unreceived: {
    name: 'Quá hạn chưa tiếp nhận',
    meaning: 'đã hết hạn tiếp nhận mà chưa tiếp nhận, hoặc không trả lời mà cũng không tiếp nhận.',
  },
  extensions: { name: 'Lượt gia hạn', meaning: 'lượt đề nghị gia hạn được bên đề nghị đồng ý.' },
  returns: { name: 'Lượt đề nghị bổ sung', meaning: 'lượt trả lại để bên đề nghị bổ sung.' },
  takenOver: { name: 'Nhận do chuyển đến', meaning: 'phần việc do đơn vị khác chuyển đến.' },
};

export const workedWords = {
  median: { name: 'Số ngày làm việc, trung vị', meaning: 'một nửa số trả lời xong trong chừng ấy ngày làm việc.' },
  p90: { name: 'Số ngày làm việc, 90%', meaning: '90% số trả lời xong trong chừng ấy ngày làm việc.' },
} as const;

export const onTimeWords: Words = {
  name: 'Tỷ lệ đúng hạn',
  meaning: 'số trả lời đúng hạn trên tổng số trả lời đúng hạn, trả lời quá hạn, không trả lời và đang quá hạn.',
};

export const lateWords: Words = {
  name: 'Trễ hạn',
  meaning: 'trả lời quá hạn, đang quá hạn và không trả lời cộng lại.',
};

export const measureName = (measure: Measure): string => measureWords[measure].name;

/** Cách tính: the same words under every figure. */
export const explainFigures = (): readonly Line[] => [
  [{ bold: 'Cách tính' }],
  'Phần việc thuộc kỳ theo ngày đơn vị được đề nghị (kỳ theo lịch, tính cả ngày đầu và ngày cuối).',
  ...MEASURES.map((measure): Line => lineOf(measureWords[measure])),
  lineOf(lateWords),
  lineOf(onTimeWords),
  lineOf(workedWords.median),
  lineOf(workedWords.p90),
  'Ngày làm việc tính từ ngày sau ngày được đề nghị (đề nghị trả lời lại, mở lại hoặc gửi bằng văn bản: ngày đó) đến ngày trả lời, trừ thời gian chờ bổ sung và ngày nghỉ.',
  'Kỳ đang diễn ra được so sánh với chừng ấy ngày của kỳ trước và của cùng kỳ năm trước.',
  'Trễ hạn của phần việc nào tính cho đơn vị của phần việc đó.',
];

const lineOf = ({ name, meaning }: Words): Line => [{ bold: name }, `: ${meaning}`];
