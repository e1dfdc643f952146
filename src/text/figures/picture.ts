/** Words on the picture of a screen of figures, and of the message it comes with. */
import type { Period } from '#domain/figures/period.ts';
import type { Plan } from '#domain/figures/screen.ts';
import { formatDate, formatMoment } from '../calendar/dates.ts';
import { upperFirst } from '../request/words.ts';
import { periodName } from './periods.ts';

export const chartSource = ({ query }: Plan): string =>
  `Nguồn: Trợ lý Phối hợp, trong phạm vi được xem; số liệu lúc ${formatMoment(query.now)}.`;

export const chartCaption = (title: string): string => `Biểu đồ: ${title}.`;

/** A period cut short to be compared with one that still runs says so. */
export const periodLabels = ({ period, previous, lastYear }: Plan) => ({
  current: upperFirst(periodName(period)),
  previous: cut(previous),
  lastYear: cut(lastYear),
});

const cut = (period: Period): string => upperFirst(`${periodName(period)}, đến ${formatDate(period.to)}`);
