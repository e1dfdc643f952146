/**
 * A process of the product inside the test: the runtime as `src/product.ts` puts it together, with a clock in hand and a
 * bell that the kit answers. Any number of them may share a database, and one may be thrown away and another begun.
 */
import type { Channel } from '#channels/channel.ts';
import { cipherWith } from '#db/cipher.ts';
import { openDb } from '#db/client.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { SECOND } from '#domain/time.ts';
import { registry } from '#handlers/index.ts';
import { jobsOf } from '#jobs/index.ts';
import type { Registry } from '#runtime/handler.ts';
import { createGate } from '#runtime/pace.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { startWork } from '#runtime/work.ts';
import { newSetId, newToken, newUuid } from '#src/ids.ts';
import type { Log } from '#src/log.ts';
import { isSecretEvent } from '#text/secrecy.ts';
import { createHandBell } from './hand-bell.ts';
import type { HandClock } from './hand-clock.ts';

export type OfficeOptions = {
  readonly url: string;
  readonly clock: HandClock;
  readonly log: Log;
  readonly channels: readonly Channel[];
  readonly undoSeconds?: number;
  /** Other things that people can do than the product's own: for tests of the runtime. */
  readonly registry?: Registry;
};

export type Office = ReturnType<typeof openOffice>;

/** Enough for turns side by side; many offices of many files share one server. */
const POOL_SIZE = 6;

export const openOffice = (options: OfficeOptions) => {
  const { clock, log } = options;
  const db = openDb(options.url, POOL_SIZE, (error) => log.warn({ err: error }, 'a database connection was lost'));
  const bell = createHandBell();
  const runtime: Runtime = {
    db,
    clock,
    log,
    bell,
    channels: new Map(options.channels.map((channel) => [channel.name, channel])),
    registry: options.registry ?? registry,
    reference: referenceStore(db),
    owner: newUuid(),
    newToken,
    newSetId,
    undoMs: (options.undoSeconds ?? 30) * SECOND,
    pacing: true,
    gate: createGate(),
    cipher: cipherWith('khoa-thu'),
    isSecret: isSecretEvent,
  };
  const work = startWork(runtime);
  const ending = new AbortController();
  const jobs = jobsOf(runtime, work, ending.signal);

  /** Answers the bell once. @returns whether it rang */
  const answer = async (): Promise<boolean> => {
    await work.drained();
    const rings = bell.take(clock.now());
    if (rings === null) return false;
    if (rings.due) await jobs.due({});
    if (rings.files) await jobs.files({});
    if (rings.productions) await jobs.produce({});
    for (const channel of rings.channels) await jobs.deliver({ channel });
    return true;
  };
  /** Until nothing is under way and nothing rings. */
  const settle = async (): Promise<void> => {
    while (await answer());
  };
  /** What the schedulers do each minute, at this moment. */
  const tick = async (): Promise<void> => {
    await jobs.due({});
    await jobs.turns({});
    await jobs.leases({});
    await jobs.files({});
    await jobs.produce({});
    await settle();
  };
  const close = async (): Promise<void> => {
    ending.abort();
    await db.pool.end();
  };
  return { runtime, work, jobs, bell, db, settle, tick, close };
};
