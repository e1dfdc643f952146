/** What is wrong with a sheet as a whole, in the same words on the command line and in chats. */
import { formatNumber } from '../numbers.ts';

export const sheetTexts = {
  tooMany: (most: number): string => `Bảng tính có quá ${formatNumber(most)} dòng. Đề nghị chia thành nhiều tệp.`,
  /** Which are not there, and which are there twice; empty: none. */
  columns: (missing: string, twice: string): string =>
    [
      missing === '' ? '' : `Dòng 1 thiếu cột: ${missing}.`,
      twice === '' ? '' : `Dòng 1 có cột lặp lại: ${twice}.`,
      'Đề nghị dùng đúng tiêu đề cột của bảng mẫu rồi gửi lại.',
    ]
      .filter((line) => line !== '')
      .join(' '),
} as const;
