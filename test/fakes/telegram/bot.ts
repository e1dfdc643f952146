/** The bot as the platform keeps it. */
import type { Updates } from './updates.ts';
import type { Pusher } from './webhook.ts';
import type { FakeFile, World } from './world.ts';

export type FakeBot = {
  readonly world: World;
  readonly updates: Updates;
  readonly pusher: Pusher;
  /** By scope. */
  readonly commands: Map<string, readonly object[]>;
  /** Gives a file its id. */
  readonly keep: (file: Omit<FakeFile, 'id'>) => FakeFile;
};
