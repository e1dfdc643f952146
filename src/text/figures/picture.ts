/** Words on the picture of a screen of figures, and of the message it comes with. */
import { type Period, periodAround } from '#domain/figures/period.ts';
import type { Plan } from '#domain/figures/screen.ts';
import { formatDate, formatMoment } from '../calendar/dates.ts';
import { upperFirst } from '../request/words.ts';
import { periodName } from './periods.ts';

export const chartSource = ({ query }: Plan): string =>
  `Nguồn: Trợ lý Phối hợp, trong phạm vi được xem; số liệu lúc ${formatMoment(query.now)}.`;

export const chartCaption = (title: string): string => `Biểu đồ: ${title}.`;

/** What the bars are counted in, and what of the rows is shown. */
export const chartUnit = ({ screen }: Plan, shown: number, all: number): string => {
  const first = screen.order === 'late' ? 'trễ hạn nhiều nhất trước' : 'nhiều phần việc nhất';
  const part = shown < all ? `${shown} trong ${all} dòng, ` : '';
  const told = part === '' && screen.order !== 'late' ? [] : [`${part}${first}`];
  return ['đơn vị tính: phần việc', ...told].join(' · ');
};

/** A period cut short to be compared with one that still runs says so. */
export const periodLabels = ({ period, previous, lastYear }: Plan) => ({
  current: upperFirst(periodName(period)),
  previous: comparedName(previous),
  lastYear: comparedName(lastYear),
});

const comparedName = (period: Period): string => {
  const whole = period.kind === 'span' ? period : periodAround(period.kind, period.from);
  const name = upperFirst(periodName(whole));
  return whole.to === period.to ? name : `${name}, đến ${formatDate(period.to)}`;
};
