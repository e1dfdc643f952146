/** What is offered where nothing could be done: the menu behind what was probably meant. */
import type { Choice } from '#runtime/handler.ts';

export type Offer = {
  /** Null: that the words were not understood. */
  readonly lines: readonly string[] | null;
  readonly choices: readonly Choice[];
  /** Words of commands to stand first. */
  readonly first: readonly string[];
};
