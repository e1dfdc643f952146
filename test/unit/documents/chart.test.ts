/** ST9: whatever is drawn, every word of a picture stands whole inside it and apart from every other. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chart, COLOURS } from '#src/documents/chart/chart.ts';
import { widthOf } from '#src/documents/chart/letters.ts';
import { scaleOf } from '#src/documents/chart/scale.ts';
import { svgOf } from '#src/documents/chart/svg.ts';
import { formatNumber } from '#text/numbers.ts';

const NAMES = [
  'xã Hòa Lạc',
  'Quy hoạch; giải phóng mặt bằng; quản lý đất đai và trật tự xây dựng',
  'Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ - Công an thành phố Hà Nội',
  'Tuần 16/11/2026 – 22/11/2026, đến 18/11/2026',
];
const KINDS = ['Trả lời đúng hạn', 'Trả lời quá hạn', 'Đang xử lý trong hạn', 'Đã chuyển đơn vị khác', 'Đã hủy, rút'];
const LINES = ['Thực hiện', 'Ước thực hiện', 'Kế hoạch'];
const PERIODS = ['Năm 2021', '6 tháng đầu năm 2021', 'Quý III/2026', '…'];
const colours = Object.values(COLOURS);

const filled = (names: readonly string[], size: number, value: fc.Arbitrary<number | null>) =>
  fc.tuple(
    ...names.map((name, at) =>
      fc
        .array(value, { minLength: size, maxLength: size })
        .map((values) => ({ name, colour: colours[at] ?? COLOURS.blue, values })),
    ),
  );

const charted = (kind: Chart['kind'], kinds: readonly string[], value: fc.Arbitrary<number | null>) =>
  fc
    .tuple(fc.array(fc.constantFrom(...(kind === 'line' ? PERIODS : NAMES)), { minLength: 1, maxLength: 6 }))
    .chain(([categories]) =>
      filled(kinds, categories.length, value).map(
        (series): Chart => ({
          kind,
          title: 'Xu hướng: Tổng vốn đầu tư đăng ký cấp mới và điều chỉnh tăng thêm tại các khu công nghiệp',
          subtitle:
            'Tất cả · UBND xã Thiên Lộc · lĩnh vực Quản lý đất đai · theo khu công nghiệp · đơn vị tính: phần việc',
          source: 'Nguồn: Trợ lý Phối hợp, trong phạm vi được xem; số liệu lúc 06:32 ngày 25/11/2026.',
          ...{ categories, series, format: formatNumber },
        }),
      ),
    );

test('no word of bars or lines stands over another or runs out of the picture', async () => {
  const bars = charted('stacked', KINDS, fc.nat({ max: 120_000 }));
  const value = fc.oneof(fc.constant(null), fc.nat(20), fc.integer({ min: -30_000, max: 2_000_000 }));
  const lines = charted('line', LINES, value);
  await fc.assert(
    fc.asyncProperty(fc.oneof(bars, lines), async (chart) => {
      const svg = await svgOf(chart);
      const boxes = wordsOf(svg);
      expect(boxes.length).toBeGreaterThan(chart.categories.length);
      const [width, height] = [1_080, Number(/height="(\d+)"/.exec(svg)?.[1])];
      for (const box of boxes) {
        expect([box.text, box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height]).toEqual([
          box.text,
          true,
        ]);
        const over = boxes.filter((other) => other !== box && meet(box, other)).map(({ text }) => text);
        expect([box.text, over]).toEqual([box.text, []]);
      }
    }),
    { numRuns: 8, seed: 9 },
  );
});

type Box = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> & { readonly text: string };

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom && a.text.trim() !== '';

const TEXT =
  /<text [^>]*text-anchor="(\w+)" style="font-size:(\d+)px[^>]*?transform="translate\(([\d.-]+) ([\d.-]+)\)"[^>]*>([^<]*)</g;

/** Of a word, how much of it stands before its place. */
const SHARE: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };

const wordsOf = (svg: string): readonly Box[] =>
  [...svg.matchAll(TEXT)].map(([whole, anchor, size, x, y, text = '']) => {
    const own = (name: string): number => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(whole)?.[1] ?? 0);
    const [middle, wide, high] = [Number(y) + own('y'), widthOf(text, Number(size)), Number(size) * 0.42];
    const start = Number(x) + own('x') - wide * (SHARE[anchor ?? ''] ?? 0);
    return { text, left: start, right: start + wide, top: middle - high, bottom: middle + high };
  });

test('an axis has round steps, begins at nought, holds every value, and is whole where all values are', () => {
  const values = fc.array(
    fc.oneof(
      fc.nat(1_000_000),
      fc.integer({ min: -100_000_000, max: 2_000_000_000 }).map((cents) => cents / 100),
    ),
    { minLength: 1 },
  );
  void fc.assert(
    fc.property(values, (all) => {
      const { min, max, step } = scaleOf(all);
      expect(min).toBeLessThanOrEqual(Math.min(0, ...all));
      expect(max).toBeGreaterThanOrEqual(Math.max(0, ...all));
      expect(max).toBeGreaterThan(min);
      expect((max - min) / step).toBeLessThanOrEqual(7);
      if (all.every(Number.isInteger)) expect(Number.isInteger(step)).toBe(true);
    }),
  );
  expect(scaleOf([0, 0])).toEqual({ min: 0, max: 1, step: 1 });
  expect(scaleOf([812.5, 401])).toEqual({ min: 0, max: 1_000, step: 250 });
});
