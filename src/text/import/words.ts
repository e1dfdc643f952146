/** Words of importing sheets, the same on the command line and in chats. */
import type { Line } from '#message/outbound.ts';
import { formatMoment } from '../calendar/dates.ts';
import { formatNumber } from '../numbers.ts';
import { sheetTexts } from './limits.ts';
import type { RowFault } from './row.ts';
import type { ImportKind } from './sheet.ts';

export const kindWords: Readonly<Record<ImportKind, string>> = {
  people: 'cán bộ',
  enterprises: 'doanh nghiệp',
  indicators: 'chỉ tiêu',
};

const KINDS = Object.values(kindWords).join(', ');

export const importTexts = {
  fault: ({ row, column, words }: RowFault): string => `Dòng ${row}, cột ${column}: ${words}.`,
  unreadable: 'Tệp không phải là bảng tính .xlsx đọc được. Đề nghị lưu lại ở định dạng .xlsx rồi thử lại.',
  ...sheetTexts,
  tooBig: 'Bảng tính mở ra quá lớn. Đề nghị chép số liệu sang bảng mẫu, bỏ ảnh và định dạng thừa, rồi thử lại.',
  nothing: (faults: number): string =>
    `Không có dòng nào để nhập: ${faults} lỗi. Đề nghị sửa rồi gửi lại tệp bằng Nhập từ Excel ở /quantri hoặc /chitieu.`,
  known: 'Nội dung này đã có từ trước, không thay đổi gì.',
  changed: (count: number): string => `Mới hoặc có thay đổi: ${formatNumber(count)}.`,
  unknown: `Không nhận ra bảng này theo tiêu đề cột ở dòng 1. Nhập được: ${KINDS}. Đề nghị dùng bảng mẫu.`,
  empty: (kind: ImportKind): string => `Bảng ${kindWords[kind]} chưa có dòng nào dưới dòng tiêu đề.`,
  refused: (faults: number): string =>
    `Chưa nhập gì vì có ${faults} lỗi. Đề nghị sửa, hoặc thêm --partial để nhập các dòng đúng.`,
  refusedInChat: (faults: number, good: number): string =>
    `Chưa nhập gì vì có ${faults} lỗi; ${good} dòng đúng. Đề nghị sửa rồi gửi lại tệp, hoặc chỉ nhập các dòng đúng.`,
  checked: (rows: number): string => `Đã kiểm tra ${rows} dòng đúng, chưa nhập vì có --dry-run.`,
  done: (kind: ImportKind, rows: number, faults: number): string =>
    faults === 0
      ? `Đã nhập ${rows} ${kindWords[kind]}.`
      : `Đã nhập ${rows} ${kindWords[kind]}; ${faults} lỗi không nhập.`,
  code: (name: string, code: string): string => `${name}: ${code}`,
  codes: (expiresAt: number): string =>
    `Mã mời dùng một lần, đến ${formatMoment(expiresAt)}. Người nhận gửi cho bot: /start MÃ`,
  templateMade: (kind: ImportKind, file: string): string => `Đã ghi bảng mẫu ${kindWords[kind]} vào ${file}.`,
  noTemplate: (kinds: readonly string[]): string => `Không có bảng mẫu này. Dùng: ${kinds.join(', ')}.`,
  sheetName: (kind: ImportKind): string => kindWords[kind].replace(/^./, (first) => first.toLocaleUpperCase('vi')),
  reason: 'Nhập lại từ bảng tính',
} as const;

/** More would not be read in a chat; the sheet is sent again anyway. */
const MOST_FAULTS = 20;

export const faultLines = (faults: readonly RowFault[]): readonly string[] => [
  ...faults.slice(0, MOST_FAULTS).map(importTexts.fault),
  ...(faults.length > MOST_FAULTS ? [`… và ${faults.length - MOST_FAULTS} lỗi khác.`] : []),
];

export const chatTexts = {
  menu: 'Nhập từ Excel',
  head: [
    [{ bold: 'Nhập từ Excel' }],
    `Nhập được: ${KINDS}. Chưa có bảng thì lấy bảng mẫu, điền từ dòng 2, rồi gửi vào đây.`,
  ] satisfies readonly Line[],
  send: 'Gửi tệp để nhập',
  template: (kind: string): string => `Bảng mẫu ${kind}`,
  templateComes: 'Bảng mẫu sẽ được gửi vào đây sau ít giây.',
  templateMade: (kind: string): string => `Bảng mẫu ${kind}: điền từ dòng 2, giữ nguyên dòng tiêu đề.`,
  file: 'Tệp',
  ask: ['Đề nghị gửi tệp .xlsx vào đây. Hệ thống kiểm tra từng dòng trước khi nhập.'],
  received: 'Đã nhận tệp.',
  check: 'Kiểm tra bảng',
  checking: 'Đang kiểm tra bảng, kết quả sẽ được gửi vào đây sau ít giây.',
  pending: 'Tệp đang được tải về. Đề nghị bấm lại sau ít giây.',
  notFetched: 'Không tải được tệp này. Đề nghị gửi lại tệp bằng Nhập từ Excel ở /quantri hoặc /chitieu.',
  carrying: 'Đang nhập, kết quả sẽ được gửi vào đây sau ít giây.',
  right: (kind: ImportKind, rows: number): string => `Cả ${rows} dòng ${kindWords[kind]} đều đúng, chưa nhập.`,
  importAll: (rows: number): string => `Nhập ${rows} dòng`,
  importGood: (rows: number): string => `Nhập ${rows} dòng đúng`,
  beyond: 'ông/bà không mời được vai trò này của đơn vị này bằng bảng; mời riêng ở /quantri nếu được phép',
};
