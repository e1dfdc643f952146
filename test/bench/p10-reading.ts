/** P10: one sentence of 200 characters, and the worst text that a message can carry. Pure, so no database is needed. */
import { understand } from '#reading/understand.ts';
import { at } from '#test/unit/calendar/sample.ts';
import { known } from '#test/unit/reading/sample.ts';
import { atMost, type Budget, median, quantile } from './measure.ts';

const SENTENCE =
  'Kính gửi UBND phường Long Biên. Ban Quản lý đề nghị quý đơn vị phối hợp giải phóng mặt bằng dự án của Công ty Orivan, KCN Sài Đồng B, hạn 17 giờ thứ Tư tuần sau, mức độ thượng khẩn, theo văn bản 12/B.';
const LONGEST = 4_096;
/** Much to find, and things that make patterns try again. */
const WORST = [
  SENTENCE,
  'từ 1/1 đến 2/2 ',
  'nào trả lời ',
  'thứ 6 6t đầu ',
  '12/12/2026 ',
  'thứ 6 ',
  '1',
  'đã gửi ',
  'đến hết ngày ',
];
const ROUNDS = 500;
const WARM = 200;

export const reading: Budget = {
  id: 'P10',
  title: 'reading a sentence',
  measure: async () => {
    const world = known(at('2026-11-24 09:00'));
    const timesOf = (text: string, rounds: number): number[] =>
      Array.from({ length: rounds }, () => {
        const before = performance.now();
        understand(text, world);
        return performance.now() - before;
      });
    timesOf(SENTENCE, WARM);
    const sentence = timesOf(SENTENCE, ROUNDS);
    const worst = WORST.map((piece) => {
      const text = piece.repeat(LONGEST / piece.length + 1).slice(0, LONGEST);
      timesOf(text, 5);
      return median(timesOf(text, 20));
    });
    return [
      atMost(`a sentence of ${SENTENCE.length} characters, p50`, median(sentence), 1, 'ms'),
      atMost('the same, p99', quantile(sentence, 0.99), 10, 'ms'),
      atMost(`the worst of ${WORST.length} texts of 4,096 characters`, Math.max(...worst), 50, 'ms'),
    ];
  },
};
