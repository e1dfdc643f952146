/** Indicators of the zones. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { entryActions, entryHandler } from './entry.ts';
import { historyActions } from './history.ts';
import { indicatorActions, indicatorCommand } from './show.ts';

export const indicatorArea: Area = {
  commands: [indicatorCommand],
  actions: [...indicatorActions, ...entryActions, ...historyActions],
  forms: [bindForm(entryHandler)],
};
