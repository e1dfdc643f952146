/** The sheet that is filled in to be imported: its headings, and nothing under them. */
import { type ImportKind, importColumns } from '#text/import/sheet.ts';
import { importTexts } from '#text/import/words.ts';
import type { Sheet } from './sheet.ts';

export const importTemplate = (kind: ImportKind): Sheet => ({
  name: importTexts.sheetName(kind),
  // The headings stand in the first row, where they are looked for.
  head: [],
  columns: importColumns[kind].map((heading) => ({ heading, width: Math.max(16, heading.length + 4) })),
  rows: [],
});
