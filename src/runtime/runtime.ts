/** What the rooms of the runtime share: made once in `main`, handed on as an argument. */
import type { Channel } from '#channels/channel.ts';
import type { Cipher } from '#db/cipher.ts';
import type { Db } from '#db/client.ts';
import type { ReferenceStore } from '#db/directory/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { Inbound } from '#message/inbound.ts';
import type { Clock } from '#src/clock.ts';
import type { Log } from '#src/log.ts';
import type { Registry } from './handler.ts';
import type { Gate } from './pace.ts';

/** Wakes workers. The queue holds no truth: a lost ring costs seconds, so neither call throws. */
export type Bell = {
  /** Messages wait for this channel. */
  readonly ring: (channel: string) => void;
  /** Messages of this channel can go out at this moment and not before. */
  readonly ringAt: (channel: string, at: Millis) => void;
  /** Something becomes due at this moment. */
  readonly wakeAt: (at: Millis) => void;
  /** Files wait to be fetched. */
  readonly fetchFiles: () => void;
  /** Pictures or documents wait to be made. */
  readonly produce: () => void;
};

export type Runtime = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly registry: Registry;
  readonly reference: ReferenceStore;
  readonly bell: Bell;
  /** Names this process on its leases. */
  readonly owner: string;
  readonly newToken: () => string;
  readonly newSetId: () => number;
  readonly undoMs: number;
  /** False lifts the send limits, for benchmarks only. */
  readonly pacing: boolean;
  readonly gate: Gate;
  /** For what the database keeps of people and must not tell. */
  readonly cipher: Cipher;
  /** Whether the words of an event carry a secrecy mark: such an event is not stored. */
  readonly isSecret: (event: Inbound) => boolean;
};
