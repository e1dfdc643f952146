/** F15: SIGTERM in the middle of deliveries, the next process taking over. */
import type { ProductProcess } from '#test/support/process.ts';
import type { Echoes } from './play.ts';
import type { Actor, Stage } from './stage.ts';

export type StopFigures = {
  readonly exitCode: number;
  readonly drainedMs: number;
  readonly lost: number;
  readonly dup: number;
  readonly disordered: number;
  /** Of the deliveries of this round, in thousandths. */
  readonly refusedPerMille: number;
};

/** A rolling restart: the new process serves before the old one is told to stop. */
export const rollOver = async (
  { stage, echoes, process }: { stage: Stage; echoes: Echoes; process: ProductProcess },
  speakers: readonly Actor[],
  slowMs: number,
): Promise<StopFigures & { readonly next: ProductProcess }> => {
  const before = echoes.repeated();
  const { deliveries } = stage.fake.webhook;
  const from = deliveries.length;
  const sayAll = (): void => {
    for (const speaker of speakers) echoes.say(speaker);
  };
  const next = await stage.start();
  sayAll();
  stage.fake.faults.add({ method: 'sendMessage', times: speakers.length, fault: { do: 'slow', ms: slowMs } });
  sayAll();
  await stage.fake.waitFor(() => stage.fake.calls.some(({ status }) => status === 0), 30_000);
  const told = performance.now();
  process.kill('SIGTERM');
  sayAll();
  const { code } = await process.ended;
  const drainedMs = Math.round(performance.now() - told);
  sayAll();
  await echoes.allAnswered();
  const round = deliveries.slice(from);
  const refused = round.filter(({ status }) => status < 200 || status >= 300).length;
  return {
    next,
    exitCode: code ?? -1,
    drainedMs,
    lost: echoes.waiting(),
    dup: echoes.repeated() - before,
    disordered: echoes.disordered(),
    refusedPerMille: Math.round((refused / Math.max(1, round.length)) * 1_000),
  };
};
