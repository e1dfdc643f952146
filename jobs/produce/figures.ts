/** The picture and the sheet of a screen of figures, as this person may see them when they are made. */
import { inTransaction } from '#db/client.ts';
import { figuredParts, holdStill } from '#db/figures/list.ts';
import { readScreen } from '#db/figures/screen.ts';
import { planOf, type Screen, type ScreenFigures } from '#domain/figures/screen.ts';
import { ok, type Result } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { figuresChart as drawFigures } from '#src/documents/chart/figures-chart.ts';
import { pngOf } from '#src/documents/chart/png.ts';
import { figuresSheets } from '#src/documents/sheet/figures-sheet.ts';
import { xlsxOf } from '#src/documents/sheet/xlsx.ts';
import { figuresChart, figuresSheet } from '#src/notice/figures.ts';
import { chartCaption } from '#text/figures/picture.ts';
import { screenTitle } from '#text/figures/screen.ts';
import { sheetCaption, sheetName } from '#text/figures/sheet.ts';
import { type Making, producer } from './producer.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const makeFiguresChart = producer(figuresChart, async (on, screen) => {
  const figures = await load(on, screen);
  if (!figures.ok) return figures;
  const bytes = await pngOf(drawFigures(on.reference, figures.value));
  const title = screenTitle(figures.value.plan);
  return ok({
    say: { lines: [chartCaption(title)] },
    files: [{ name: `${sheetName(figures.value.plan)}.png`, mime: 'image/png', bytes, picture: true }],
  });
});

export const makeFiguresSheet = producer(figuresSheet, async (on, screen) => {
  const plan = planOf(on, screen);
  if (!plan.ok) return plan;
  const bytes = await inTransaction(on.db, async (tx) => {
    await holdStill(tx);
    const figures = await readScreen(tx, on.reference, plan.value);
    return xlsxOf(figuresSheets(on.reference, figures, figuredParts(tx, on.reference, plan.value)), on.now);
  });
  return ok({
    say: { lines: [sheetCaption(screenTitle(plan.value), dateOf(on.now))] },
    files: [{ name: `${sheetName(plan.value)}.xlsx`, mime: XLSX, bytes, picture: false }],
  });
});

const load = async (on: Making, screen: Screen): Promise<Result<ScreenFigures>> => {
  const plan = planOf(on, screen);
  return plan.ok ? ok(await inTransaction(on.db, (tx) => readScreen(tx, on.reference, plan.value))) : plan;
};
