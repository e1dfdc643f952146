import type { World } from '../zalo/world.ts';
import type { Queue } from './queue.ts';

/** The bot as the platform keeps it. */
export type BotState = {
  readonly world: World;
  readonly now: () => number;
  readonly secondMs: number;
  readonly queue: Queue;
  readonly plan: { readonly messages: number; readonly people: number };
  readonly fetchPicture: (url: string) => Promise<Buffer>;
};
