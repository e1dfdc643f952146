/** F1 and F2: the process is gone in the middle of a send, and in the middle of a filing. */

import { withConnection } from '#db/connection.ts';
import type { ProductProcess } from '#test/support/process.ts';
import { countOf, until } from './audit.ts';
import type { Echoes } from './play.ts';
import { randomOf } from './random.ts';
import type { Actor, Stage } from './stage.ts';

export type KillFigures = {
  readonly inFlight: number;
  readonly lost: number;
  readonly dup: number;
  readonly disordered: number;
  readonly resumedMs: number;
};

/** Kills at the moment in which the platform has shown a message and not answered yet; a new process takes over. */
export const killWhileSending = async (
  { stage, echoes, process }: { stage: Stage; echoes: Echoes; process: ProductProcess },
  speakers: readonly Actor[],
  seed: number,
): Promise<KillFigures & { readonly next: ProductProcess }> => {
  const random = randomOf(seed);
  const before = echoes.repeated();
  let left = random.between(1, speakers.length);
  const { events, bot } = stage.fake.world;
  const killed = new Promise<number>((resolve) => {
    const onMessage = ({ from }: { from: { id: number } }): void => {
      if (from.id !== bot.id) return;
      left -= 1;
      if (left > 0) return;
      events.off('message', onMessage);
      process.kill('SIGKILL');
      resolve(performance.now());
    };
    events.on('message', onMessage);
  });
  for (const speaker of speakers) echoes.say(speaker);
  const killedAt = await killed;
  await process.ended;
  const inFlight = await countOf(stage.db, "outbox where state = 'sending'");
  // People go on writing while nobody listens.
  for (const speaker of speakers) echoes.say(speaker);
  const next = await stage.start();
  await echoes.allAnswered();
  await until(async () => (await countOf(stage.db, "outbox where state in ('queued', 'sending')")) === 0, 60_000);
  return {
    next,
    inFlight,
    lost: echoes.waiting(),
    dup: echoes.repeated() - before,
    disordered: echoes.disordered(),
    resumedMs: Math.round(performance.now() - killedAt),
  };
};

/** What a filing writes or locks, in the order of its statements: the process is held at one of them and killed. */
export const FILING_TABLES = [
  'conversation',
  'form',
  'choice',
  'counter',
  'request',
  'part',
  'fact',
  'due',
  'outbox',
  'inbox',
] as const;
export type FilingTable = (typeof FILING_TABLES)[number];

/** Kills a process that waits inside its turn for a table which we hold; the press comes again or was stored. */
export const killAtTable = async (
  { stage, process }: { stage: Stage; process: ProductProcess },
  actor: Actor,
  { table, ownerUrl }: { table: FilingTable; ownerUrl: string },
): Promise<ProductProcess> => {
  await withConnection(ownerUrl, async (client) => {
    await client.query('begin');
    await client.query(`lock table ${table} in access exclusive mode`);
    actor.user.presses('Gửi');
    await until(
      async () => (await countOf(stage.db, `pg_locks where not granted and relation = '${table}'::regclass`)) > 0,
    );
    process.kill('SIGKILL');
    await process.ended;
    await client.query('rollback');
  });
  const next = await stage.start();
  await actor.user.hears('Đã gửi đề nghị', 60_000);
  return next;
};

/** Everybody presses Gửi; the process is killed at a moment of chance, and again after its next start. */
export const killWhileFiling = async (
  { stage, process }: { stage: Stage; process: ProductProcess },
  actors: readonly Actor[],
  seed: number,
): Promise<ProductProcess> => {
  const random = randomOf(seed);
  for (const { user } of actors) user.presses('Gửi');
  const { deliveries } = stage.fake.webhook;
  const target = deliveries.length + random.between(1, actors.length);
  await stage.fake.waitFor(() => deliveries.length >= target, 30_000);
  await new Promise((resolve) => setTimeout(resolve, random.between(0, 40)));
  process.kill('SIGKILL');
  await process.ended;
  const next = await stage.start();
  await Promise.all(actors.map(({ user }) => user.hears('Đã gửi đề nghị', 60_000)));
  return next;
};
