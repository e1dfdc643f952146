/** P8: what is made in a job. Minutes as long as they get: sixty items, ten pictures. */
import type { Chart } from '#src/documents/chart/chart.ts';
import { COLOURS } from '#src/documents/chart/chart.ts';
import { pngOf } from '#src/documents/chart/png.ts';
import { renderPaper } from '#src/documents/decree30/render.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { aPaper, PNG } from '#test/factories/paper.ts';
import { atMost, type Budget, median, note, round } from './measure.ts';

const ROUNDS = 15;

export const making: Budget = {
  id: 'P8',
  title: 'chart, minutes, spreadsheet',
  measure: async () => {
    const first = await minutes();
    const samples: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) samples.push(await minutes());
    await timed(() => pngOf(CHART));
    const charts: number[] = [];
    for (let turn = 0; turn < ROUNDS; turn += 1) charts.push(await timed(() => pngOf(CHART)));
    const sheets: number[] = [];
    let grown = 0;
    for (let turn = 0; turn < SHEETS; turn += 1) {
      const before = process.memoryUsage().rss;
      const peak = watchMemory();
      sheets.push(await timed(() => xlsxOf([SHEET()], 0)));
      grown = Math.max(grown, (peak() - before) / 1e6);
    }
    return [
      atMost('a chart of twelve rows, p50', median(charts), 150, 'ms'),
      atMost('a sheet of 10,000 rows, p50', median(sheets), 2_000, 'ms'),
      atMost('memory it took beyond what was there', grown, 150, 'MB'),
      atMost('minutes of sixty items and ten pictures, p50', median(samples), 300, 'ms'),
      note('the first, with the package loaded', `${round(first)} ms`),
    ];
  },
};

const minutes = async (): Promise<number> => {
  const before = performance.now();
  await renderPaper(LONG);
  return performance.now() - before;
};

const rows = Array.from({ length: 60 }, (_, at) => [
  String(at + 1),
  'Hệ thống báo cháy tự động, nguồn điện dự phòng, hồ sơ bảo trì của doanh nghiệp',
  'Chưa đạt\nĐề nghị bổ sung hồ sơ bảo trì',
  '1.234',
]);
/** A picture as large as a phone's: the bytes behind its head are carried, not read. */
const picture = { bytes: Buffer.concat([PNG, Buffer.alloc(300_000, 7)]), mime: 'image/png', caption: 'Ảnh' } as const;

const LONG = aPaper({
  body: aPaper().body.map((block) => (block.kind === 'table' ? { ...block, rows } : block)),
  annexes: [{ title: 'Ảnh hiện trường', blocks: [], pictures: Array.from({ length: 10 }, () => picture) }],
});

const SHEETS = 5;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/** @returns the most that was resident until it is called */
const watchMemory = (): (() => number) => {
  let most = 0;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, 5);
  return () => {
    clearInterval(timer);
    look();
    return most;
  };
};

const CHART: Chart = {
  kind: 'stacked',
  title: 'Thống kê phối hợp quý IV/2026',
  subtitle: 'Tất cả · theo đơn vị',
  source: 'Nguồn: Trợ lý Phối hợp; số liệu lúc 10:00 ngày 23/11/2026.',
  categories: Array.from({ length: 12 }, (_, at) => `UBND phường thứ ${at + 1}`),
  series: Object.entries(COLOURS).map(([name, colour]) => ({
    ...{ name, colour },
    values: Array.from({ length: 12 }, (_, at) => at + name.length),
  })),
  format: String,
};

const SHEET = () => ({
  name: 'Danh sách',
  head: ['Thống kê phối hợp', 'Tất cả', 'Nguồn'],
  columns: Array.from({ length: 14 }, (_, at) => ({ heading: `Cột ${at + 1}`, width: 20 })),
  rows: Array.from({ length: 10_000 }, (_, at) => [
    ...Array.from({ length: 9 }, (_unused, column) => `Góp ý dự án mở rộng nhà xưởng số ${at}, cột ${column}`),
    ...[at, at + 1, at + 2, at + 3].map((hours) => ({ at: hours * 3_600_000 })),
    at % 30,
  ]),
});
