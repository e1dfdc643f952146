/** Everything that can be made. */
import { makeFiguresChart, makeFiguresSheet } from './figures.ts';
import { letterProducer } from './letter.ts';
import type { Producer } from './producer.ts';
import { reportProducer } from './report.ts';
import { requestSheetProducer } from './request-sheet.ts';
import { teamPaperProducer } from './team-paper.ts';
import { makeIndicatorTrend } from './trend.ts';

export const producers: readonly Producer[] = [
  makeFiguresChart,
  makeFiguresSheet,
  makeIndicatorTrend,
  requestSheetProducer,
  letterProducer,
  reportProducer,
  teamPaperProducer,
];
