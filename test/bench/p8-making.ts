/** P8: what is made in a job. Minutes as long as they get: sixty items, ten pictures. */
import { renderPaper } from '#src/documents/decree30/render.ts';
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
    return [
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
