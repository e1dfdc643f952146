/** Words of importing sheets, the same on the command line and in chats. */
import { formatMoment } from '../calendar/dates.ts';
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
  tooMany: (most: number): string => `Bảng tính có quá ${most} dòng. Đề nghị chia thành nhiều tệp.`,
  unknown: `Không nhận ra bảng này theo tiêu đề cột ở dòng 1. Nhập được: ${KINDS}. Đề nghị dùng bảng mẫu.`,
  empty: (kind: ImportKind): string => `Bảng ${kindWords[kind]} chưa có dòng nào dưới dòng tiêu đề.`,
  refused: (faults: number): string =>
    `Chưa nhập gì vì có ${faults} lỗi. Đề nghị sửa, hoặc thêm --partial để nhập các dòng đúng.`,
  refusedInChat: (faults: number, good: number): string =>
    `Chưa nhập gì vì có ${faults} lỗi; ${good} dòng đúng. Đề nghị sửa rồi gửi lại tệp, hoặc bấm Nhập các dòng đúng.`,
  checked: (rows: number): string => `Đã kiểm tra ${rows} dòng đúng, chưa nhập vì có --dry-run.`,
  done: (kind: ImportKind, rows: number, faults: number): string =>
    faults === 0
      ? `Đã nhập ${rows} ${kindWords[kind]}.`
      : `Đã nhập ${rows} ${kindWords[kind]}; ${faults} lỗi không nhập.`,
  code: (name: string, code: string): string => `${name}: ${code}`,
  codes: (expiresAt: number): string =>
    `Mã mời dùng một lần, đến ${formatMoment(expiresAt)}. Người nhận gửi cho bot: /start MÃ`,
  templateMade: (kind: ImportKind, file: string): string => `Đã ghi bảng mẫu ${kindWords[kind]} vào ${file}.`,
  noTemplate: `Không có bảng mẫu này. Dùng: people (cán bộ), enterprises (doanh nghiệp), indicators (chỉ tiêu).`,
  sheetName: (kind: ImportKind): string => kindWords[kind].replace(/^./, (first) => first.toLocaleUpperCase('vi')),
  reason: 'Nhập lại từ bảng tính',
} as const;
