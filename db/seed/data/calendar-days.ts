/**
 * Days off of agencies and the weekend days worked to make up for swaps, as announced for 2023-2026. Weekends are off
 * without being listed. 2027 is not announced yet, so that year starts unconfirmed.
 */
import type { CalendarDay, Session } from '#domain/calendar/calendar.ts';

export const confirmedYears: readonly number[] = [2023, 2024, 2025, 2026];

/** 08:00-12:00 and 13:30-17:30: a proposal of ours; hours differ by city and season. */
export const sampleSessions: readonly Session[] = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 + 30 },
];

export const calendarDays: readonly CalendarDay[] = [
  { date: '2023-01-02', kind: 'comp', reason: 'Nghỉ bù Tết Dương lịch' },
  { date: '2023-01-20', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2023-01-23', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2023-01-24', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2023-01-25', kind: 'comp', reason: 'Tết Nguyên đán (bù)' },
  { date: '2023-01-26', kind: 'comp', reason: 'Tết Nguyên đán (bù)' },
  { date: '2023-05-01', kind: 'holiday', reason: 'Quốc tế Lao động' },
  { date: '2023-05-02', kind: 'comp', reason: 'Nghỉ bù (Giỗ Tổ / 30-4)' },
  { date: '2023-05-03', kind: 'comp', reason: 'Nghỉ bù (Giỗ Tổ / 30-4)' },
  { date: '2023-09-01', kind: 'holiday', reason: 'Quốc khánh (ngày liền kề)' },
  { date: '2023-09-04', kind: 'comp', reason: 'Nghỉ bù Quốc khánh' },
  { date: '2024-01-01', kind: 'holiday', reason: 'Tết Dương lịch' },
  { date: '2024-02-08', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2024-02-09', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2024-02-12', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2024-02-13', kind: 'comp', reason: 'Tết Nguyên đán (bù)' },
  { date: '2024-02-14', kind: 'comp', reason: 'Tết Nguyên đán (bù)' },
  { date: '2024-04-18', kind: 'holiday', reason: 'Giỗ Tổ Hùng Vương' },
  { date: '2024-04-29', kind: 'swap_off', reason: 'Nghỉ hoán đổi' },
  { date: '2024-04-30', kind: 'holiday', reason: 'Giải phóng miền Nam' },
  { date: '2024-05-01', kind: 'holiday', reason: 'Quốc tế Lao động' },
  { date: '2024-05-04', kind: 'swap_work', reason: 'Làm bù cho 29/4' },
  { date: '2024-09-02', kind: 'holiday', reason: 'Quốc khánh' },
  { date: '2024-09-03', kind: 'holiday', reason: 'Quốc khánh (ngày liền kề)' },
  { date: '2025-01-01', kind: 'holiday', reason: 'Tết Dương lịch' },
  { date: '2025-01-27', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2025-01-28', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2025-01-29', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2025-01-30', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2025-01-31', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2025-04-07', kind: 'holiday', reason: 'Giỗ Tổ Hùng Vương' },
  { date: '2025-04-26', kind: 'swap_work', reason: 'Làm bù cho 2/5' },
  { date: '2025-04-30', kind: 'holiday', reason: 'Giải phóng miền Nam' },
  { date: '2025-05-01', kind: 'holiday', reason: 'Quốc tế Lao động' },
  { date: '2025-05-02', kind: 'swap_off', reason: 'Nghỉ hoán đổi' },
  { date: '2025-09-01', kind: 'holiday', reason: 'Quốc khánh (ngày liền kề)' },
  { date: '2025-09-02', kind: 'holiday', reason: 'Quốc khánh' },
  { date: '2026-01-01', kind: 'holiday', reason: 'Tết Dương lịch' },
  { date: '2026-01-02', kind: 'swap_off', reason: 'Nghỉ hoán đổi' },
  { date: '2026-01-10', kind: 'swap_work', reason: 'Làm bù cho 2/1' },
  { date: '2026-02-16', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2026-02-17', kind: 'holiday', reason: 'Tết Nguyên đán (mùng 1)' },
  { date: '2026-02-18', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2026-02-19', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2026-02-20', kind: 'holiday', reason: 'Tết Nguyên đán' },
  { date: '2026-04-27', kind: 'comp', reason: 'Nghỉ bù Giỗ Tổ (26/4 là Chủ nhật)' },
  { date: '2026-04-30', kind: 'holiday', reason: 'Giải phóng miền Nam' },
  { date: '2026-05-01', kind: 'holiday', reason: 'Quốc tế Lao động' },
  { date: '2026-08-22', kind: 'swap_work', reason: 'Làm bù cho 31/8' },
  { date: '2026-08-31', kind: 'swap_off', reason: 'Nghỉ hoán đổi' },
  { date: '2026-09-01', kind: 'holiday', reason: 'Quốc khánh (ngày liền kề)' },
  { date: '2026-09-02', kind: 'holiday', reason: 'Quốc khánh' },
  { date: '2026-11-24', kind: 'holiday', reason: 'Ngày Văn hóa Việt Nam' },
];
