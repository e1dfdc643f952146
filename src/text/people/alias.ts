/** Other names of things: their list, the questions about a new one, and why one is refused. */
import type { Alias, AliasKind, AliasStep } from '#domain/directory/alias.ts';
import type { Refusal } from '#domain/result.ts';
import type { Line } from '#message/outbound.ts';

export const aliasKinds: Readonly<Record<AliasKind, string>> = {
  unit: 'đơn vị',
  zone: 'khu công nghiệp',
  enterprise: 'doanh nghiệp',
  field: 'lĩnh vực',
  type: 'loại yêu cầu',
  urgency: 'mức độ khẩn',
};

export const aliasTexts = {
  add: 'Thêm tên gọi',
  drop: (name: string): string => `Bỏ "${name}"`,
  subject: {
    label: 'Tên chính',
    ask: [
      'Thêm tên gọi khác cho đơn vị, khu công nghiệp, doanh nghiệp, lĩnh vực, loại yêu cầu hoặc mức độ khẩn nào?',
      'Ví dụ: UBND xã Thiên Lộc, KCN Quang Minh I, mã số thuế của doanh nghiệp, thượng khẩn.',
    ],
  },
  name: {
    label: 'Tên gọi khác',
    ask: (of: string): readonly string[] => [
      `Cán bộ còn gọi ${of} là gì? Có dấu hay không dấu, chữ hoa hay chữ thường đều được hiểu như nhau.`,
      'Ví dụ: tên cũ, tên viết tắt, tên theo địa danh.',
    ],
  },
} as const;

export const aliasScreen = (
  shown: readonly (Alias & { readonly of: string })[],
  total: number,
  from: number,
): readonly Line[] => [
  [{ bold: total === 0 ? 'Tên gọi khác' : `Tên gọi khác: ${total}` }, from === 0 ? '' : `, từ tên thứ ${from + 1}`],
  ...(total === 0
    ? ['Chưa có tên gọi nào do quản trị viên thêm. Bấm Thêm tên gọi để bắt đầu.']
    : shown.map(({ name, kind, of }) => `• ${name}: ${aliasKinds[kind]} ${of}`)),
  '',
  'Tên gọi được hiểu khi nhập yêu cầu, tìm kiếm, thống kê. Mỗi thay đổi cần quản trị viên thứ hai xác nhận.',
];

/** `thêm tên gọi "KCN Bắc" cho khu công nghiệp KCN Thăng Long` */
export const aliasStepWords = ({ kind, name, target, of }: AliasStep): string =>
  kind === 'add_alias'
    ? `thêm tên gọi "${name}" cho ${aliasKinds[target.kind]} ${of}`
    : `bỏ tên gọi "${name}" của ${aliasKinds[target.kind]} ${of}`;

const REASONS: Readonly<Record<string, string>> = {
  number: 'là số hoặc mã',
  time: 'trùng với cách nói ngày, giờ, thời hạn hoặc kỳ',
  command: 'trùng với từ dùng để ra lệnh cho Trợ lý',
  choice: 'trùng với từ chỉ loại yêu cầu hoặc mức độ khẩn',
  common: 'chỉ gồm những từ thường gặp, câu nào cũng có thể chứa',
};

type Params = Refusal['params'];

export const aliasRefusals = {
  'alias.length': () => 'Tên gọi cần từ 3 chữ cái, chữ số đến 60 ký tự. Ví dụ: KCN Bắc Thăng Long.',
  'alias.language': ({ name, reason }: Params) =>
    `Không dùng được tên gọi "${name}" vì ${REASONS[String(reason)] ?? 'dễ nhầm'}. Đề nghị thêm từ cho rõ, ví dụ: KCN Bắc Thăng Long.`,
  'alias.taken': ({ name, by }: Params) =>
    `Không dùng được tên gọi "${name}" vì đang chỉ ${by}. Đề nghị chọn tên khác, hoặc thêm từ cho rõ.`,
  'alias.near': ({ name, by }: Params) =>
    `Không dùng được tên gọi "${name}" vì chỉ khác một chữ với tên của ${by}, gõ nhầm sẽ thành sai. Đề nghị chọn tên khác.`,
  'alias.has': ({ name, by }: Params) => `${by} đã được hiểu theo tên "${name}", không cần thêm.`,
  'alias.person': ({ name, by }: Params) =>
    `Không dùng được tên gọi "${name}" vì trùng với tên của cán bộ ${by}. Đề nghị chọn tên khác.`,
  'alias.gone': ({ name }: Params) => `Tên gọi "${name}" không còn trong danh sách. Gõ /quantri để xem tình trạng.`,
  'alias.subject': ({ words }: Params) =>
    `Không tìm thấy "${words}". Đề nghị gõ đủ tên hoặc mã, ví dụ: UBND xã Thiên Lộc, KCN Quang Minh I.`,
  'alias.subjects': ({ words, names }: Params) => `"${words}" có thể là: ${names}. Đề nghị gõ rõ một tên.`,
} as const;
