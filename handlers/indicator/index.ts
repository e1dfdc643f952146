/** Indicators of the zones. */
import { type Area, bindForm } from '#runtime/handler.ts';
import { entryActions, entryHandler } from './entry.ts';
import { indicatorActions, indicatorCommand } from './show.ts';

export const indicatorArea: Area = {
  commands: [indicatorCommand],
  actions: [...indicatorActions, ...entryActions],
  forms: [bindForm(entryHandler)],
};
