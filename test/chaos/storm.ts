/** F3: killed every few seconds for minutes. Nothing is lost, and afterwards as much is done as before. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ProductProcess } from '#test/support/process.ts';
import type { Echoes } from './play.ts';
import type { Actor, Stage } from './stage.ts';

const KILL_EVERY_MS = 5_000;
const STORM_MS = 120_000;
const MEASURED_MS = 10_000;

export const storm = async (
  { stage, echoes, process }: { stage: Stage; echoes: Echoes; process: ProductProcess },
  speakers: readonly Actor[],
) => {
  const before = await roundsIn(MEASURED_MS, echoes, speakers);
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
  // What a new process compiles and prepares is not what the kills have left behind.
  await roundsIn(MEASURED_MS / 2, echoes, speakers);
  const after = await roundsIn(MEASURED_MS, echoes, speakers);
  return {
    next: running,
    kills,
    lost,
    disordered: echoes.disordered(),
    slowerPercent: 100 - Math.round((100 * after) / before),
  };
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
