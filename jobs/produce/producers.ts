/** Everything that can be made. */
import { makeFiguresChart, makeFiguresSheet } from './figures.ts';
import { makeImport, makeImportCheck, makeImportTemplate } from './import.ts';
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
  makeImportTemplate,
  makeImportCheck,
  makeImport,
  requestSheetProducer,
  letterProducer,
  reportProducer,
  teamPaperProducer,
];
