/** Statistics. */
import type { Area } from '#runtime/handler.ts';
import { chooseActions } from './choose.ts';
import { figuresActions, figuresCommand } from './show.ts';

export const figuresArea: Area = {
  commands: [figuresCommand],
  actions: [...figuresActions, ...chooseActions],
  forms: [],
};
