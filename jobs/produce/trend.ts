/** The trend of an indicator as a picture. */
import { inTransaction } from '#db/client.ts';
import { readIndicators } from '#db/figures/indicator.ts';
import { trendOf } from '#domain/indicator/trend.ts';
import { ok, refused } from '#domain/result.ts';
import { pngOf } from '#src/documents/chart/png.ts';
import { trendChart } from '#src/documents/chart/trend-chart.ts';
import { indicatorTrend } from '#src/notice/indicators.ts';
import { trendLines } from '#text/indicator/entry.ts';
import { slugOf } from '#text/key.ts';
import { producer } from './producer.ts';

export const makeIndicatorTrend = producer(indicatorTrend, async ({ db, reference, now }, { id }) => {
  const all = await inTransaction(db, readIndicators);
  const of = all.find((one) => one.id === id);
  const trend = of === undefined ? null : trendOf(of, all);
  if (of === undefined || trend === null) return refused('indicator.trend');
  const zone = of.zoneId === null ? null : (reference.zones.get(of.zoneId)?.name ?? null);
  const bytes = await pngOf(trendChart(trend, zone, now));
  const name = `xu-huong-${slugOf(of.series) ?? of.id}.png`;
  return ok({ say: { lines: trendLines(trend, zone) }, files: [{ name, mime: 'image/png', bytes, picture: true }] });
});
