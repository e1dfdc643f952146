/** F3: killed every few seconds for minutes. Nothing is lost, and afterwards as much is done as before. */
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '#test/bench/measure.ts';
import { processorMs } from '#test/bench/rig/product.ts';
import type { ProductProcess } from '#test/support/process.ts';
import type { Echoes } from './play.ts';
import type { Actor, Stage } from './stage.ts';

const KILL_EVERY_MS = 5_000;
const STORM_MS = 120_000;
/** A young process prepares its statements and compiles what it runs often: that is its age, and not what kills leave. */
const WARM_UP_MS = 5_000;
/** Of so many windows the middle one counts: what else the machine does for a moment is not ours. */
const WINDOWS = 7;
const WINDOW_MS = 2_000;

export const storm = async (
  { stage, echoes, process }: { stage: Stage; echoes: Echoes; process: ProductProcess },
  speakers: readonly Actor[],
) => {
  const before = await throughput(process, echoes, speakers);
  let running = process;
  let kills = 0;
  for (const since = performance.now(); performance.now() - since < STORM_MS; kills += 1) {
    for (const speaker of speakers) echoes.say(speaker);
    await delay(KILL_EVERY_MS);
    running.kill('SIGKILL');
    await running.ended;
    running = await stage.start();
  }
  await echoes.allAnswered(120_000);
  const lost = echoes.waiting();
  const after = await throughput(running, echoes, speakers);
  return {
    next: running,
    kills,
    lost,
    /** In hundredths of a round a second: told, since the bar is about their ratio. */
    before: Math.round(100 * before.rate),
    after: Math.round(100 * after.rate),
    disordered: echoes.disordered(),
    slowerPercent: 100 - Math.round((100 * after.rate) / before.rate),
    /** What a round costs the process, which other work on the machine does not change. */
    dearerPercent: Math.round((100 * after.processorMs) / before.processorMs) - 100,
  };
};

/** Of a warm process, before the storm as after it. */
const throughput = async ({ pid }: ProductProcess, echoes: Echoes, speakers: readonly Actor[]) => {
  await roundsIn(WARM_UP_MS, echoes, speakers);
  const rates: number[] = [];
  const costs: number[] = [];
  for (let count = 0; count < WINDOWS; count += 1) {
    const [used, said] = [(await processorMs(pid)) ?? 0, echoes.said()];
    rates.push(await roundsIn(WINDOW_MS, echoes, speakers));
    costs.push((((await processorMs(pid)) ?? 0) - used) / (echoes.said() - said));
  }
  return { rate: median(rates), processorMs: median(costs) };
};

/** Everybody says one thing and has its answer: so often in a time. */
const roundsIn = async (ms: number, echoes: Echoes, speakers: readonly Actor[]): Promise<number> => {
  const since = performance.now();
  let rounds = 0;
  for (; performance.now() - since < ms; rounds += 1) {
    for (const speaker of speakers) echoes.say(speaker);
    await echoes.allAnswered();
  }
  return (rounds * 1_000) / (performance.now() - since);
};
