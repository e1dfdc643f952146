/** F5: the database drops every connection, or is gone for a while, under load. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ProductProcess } from '#test/support/process.ts';
import type { Echoes } from './play.ts';
import type { Actor, Stage } from './stage.ts';

export type OutageFigures = {
  readonly alive: number;
  readonly lost: number;
  readonly dup: number;
  readonly disordered: number;
  /** From the return of the database to the answer to words that were said after it. */
  readonly recoveredMs: number;
  /** From the return to the last answer that was missing. */
  readonly settledMs: number;
};

type Outage = { readonly begin: () => Promise<unknown>; readonly end: () => Promise<unknown> };

/** People speak before, during and after; the same process must answer all of it. */
export const speakThrough = async (
  { stage, echoes, process }: { stage: Stage; echoes: Echoes; process: ProductProcess },
  speakers: readonly Actor[],
  outage: Outage,
): Promise<OutageFigures> => {
  const before = echoes.repeated();
  const sayAll = (): void => {
    for (const speaker of speakers) echoes.say(speaker);
  };
  sayAll();
  sayAll();
  // In the middle of the work: some answers are out, some turns and sends are under way.
  await stage.fake.waitFor(() => echoes.waiting() < speakers.length * 2, 30_000);
  await outage.begin();
  sayAll();
  await outage.end();
  const back = performance.now();
  const [fresh] = speakers;
  if (fresh === undefined) throw new Error('nobody speaks');
  const mark = stage.fake.world.lastSeen();
  echoes.say(fresh);
  const own = `khu-${String(echoes.said()).padStart(6, '0')}`;
  await stage.fake.waitFor(() => fresh.user.sees().some(({ seen, text }) => seen > mark && text.includes(own)), 60_000);
  const recoveredMs = Math.round(performance.now() - back);
  await echoes.allAnswered();
  return {
    alive: process.hasEnded() ? 0 : 1,
    lost: echoes.waiting(),
    dup: echoes.repeated() - before,
    disordered: echoes.disordered(),
    recoveredMs,
    settledMs: Math.round(performance.now() - back),
  };
};

/** Every connection of the product is ended by the server, a few times in a row. */
export const dropConnections = (stage: Stage, times: number): Outage => ({
  begin: async () => {
    for (let count = 0; count < times; count += 1) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'app'`.execute(stage.db.query);
      await delay(20);
    }
  },
  end: async () => undefined,
});
