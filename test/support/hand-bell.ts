/** A bell that only notes who rang for what; the kit takes the rings and runs the jobs as functions. */
import type { Millis } from '#domain/time.ts';
import type { Bell } from '#runtime/runtime.ts';

export type Rings = {
  readonly channels: readonly string[];
  readonly due: boolean;
  readonly files: boolean;
  readonly productions: boolean;
};

export type HandBell = Bell & {
  /** What rang, or was to ring by now; null: silence. */
  readonly take: (now: Millis) => Rings | null;
  /** The next moment at which something rings. */
  readonly nextAt: () => Millis | null;
  /** The next moment at which a message can go out. */
  readonly nextSendAt: () => Millis | null;
};

export const createHandBell = (): HandBell => {
  let rung = new Map<string, Millis>();
  let dueAt: readonly Millis[] = [];
  let files = false;
  let productions = false;
  const ringAt = (channel: string, at: Millis): void => {
    rung.set(channel, Math.min(at, rung.get(channel) ?? at));
  };
  return {
    ring: (channel) => ringAt(channel, 0),
    ringAt,
    wakeAt: (at) => {
      dueAt = [...dueAt, at];
    },
    fetchFiles: () => {
      files = true;
    },
    produce: () => {
      productions = true;
    },
    take: (now) => {
      const channels = [...rung].filter(([, at]) => at <= now).map(([channel]) => channel);
      const due = dueAt.some((at) => at <= now);
      const taken = { channels, due, files, productions };
      rung = new Map([...rung].filter(([, at]) => at > now));
      dueAt = dueAt.filter((at) => at > now);
      files = false;
      productions = false;
      return channels.length > 0 || taken.due || taken.files || taken.productions ? taken : null;
    },
    nextAt: () => first([...rung.values(), ...dueAt]),
    nextSendAt: () => first([...rung.values()]),
  };
};

const first = (moments: readonly Millis[]): Millis | null => (moments.length === 0 ? null : Math.min(...moments));
