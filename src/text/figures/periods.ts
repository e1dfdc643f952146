/** Names of periods as officials write them. */
import type { Period } from '#domain/figures/period.ts';
import { formatDate } from '../calendar/dates.ts';

/** `quý III/2026`, `6 tháng đầu năm 2026`, `từ 01/10/2026 đến 15/10/2026`. */
export const periodName = ({ kind, from, to }: Period): string => {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case 'month':
      return `tháng ${month}/${year}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][(month - 1) / 3] ?? ''}/${year}`;
    case 'six':
      return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'nine':
      return `9 tháng năm ${year}`;
    case 'year':
      return `năm ${year}`;
    case 'week':
      return `tuần ${formatDate(from)} – ${formatDate(to)}`;
    default:
      return `từ ${formatDate(from)} đến ${formatDate(to)}`;
  }
};
