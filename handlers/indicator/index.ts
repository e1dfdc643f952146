/** Indicators of the zones. */
import type { Area } from '#runtime/handler.ts';
import { indicatorActions, indicatorCommand } from './show.ts';

export const indicatorArea: Area = {
  commands: [indicatorCommand],
  actions: [...indicatorActions],
  forms: [],
};
