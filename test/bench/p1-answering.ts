/** P1: from an update to its answer, at an even rate from different chats. */
import { atMost, type Budget, isTrue, type Line, median, note, type Options, quantile, round } from './measure.ts';
import { ASKED_COMMUNES, assemble, drive, type Window } from './rig/crowd.ts';
import { addPeople } from './rig/people.ts';
import type { Timing } from './rig/platform.ts';
import { echoOnce } from './rig/raw.ts';
import { withProduct } from './rig/rig.ts';

/** Each speaks every 4 s at 25/s, every 2 s at 50/s: as quick people do, below the flood limit. */
const PEOPLE = 100;
const WINDOWS = 5;
const WINDOW_MS = 8_000;
/** Code is compiled, statements are prepared, connections open. */
const WARM_UP_MS = 8_000;

export const answering: Budget = {
  id: 'P1',
  title: 'press or text → committed → the answer is on the platform',
  measure: async (options) => [...(await measureAt(options, 25, 'on')), ...(await measureAt(options, 50, 'off'))],
};

const measureAt = (options: Options, rate: number, pacing: 'on' | 'off'): Promise<Line[]> =>
  withProduct(options, { pacing, undoSeconds: 30 }, async (rig) => {
    const crowd = await assemble(rig, await addPeople(rig.pool, PEOPLE, 'clerk', { units: ASKED_COMMUNES }));
    await drive(rig.platform, crowd, { rate, forMs: WARM_UP_MS });
    const windows: Window[] = [];
    const bare: number[] = [];
    for (let count = 0; count < WINDOWS; count += 1) {
      windows.push(await drive(rig.platform, crowd, { rate, forMs: WINDOW_MS }));
      bare.push(await echoOnce(rig));
    }
    return linesOf(`${rate}/s, pacing ${pacing}`, windows, bare, rig.queue);
  });

const linesOf = (how: string, windows: readonly Window[], bare: readonly number[], queue: string): Line[] => {
  const over = (part: number, of: keyof Timing): number =>
    median(
      windows.map(({ timings }) =>
        quantile(
          timings.map((timing) => timing[of]),
          part,
        ),
      ),
    );
  const skipped = windows.reduce((sum, window) => sum + window.skipped, 0);
  const p50 = over(0.5, 'answered');
  return [
    atMost(`${how}: answered, p50`, p50, 12, 'ms'),
    atMost(`${how}: answered, p99`, over(0.99, 'answered'), 60, 'ms'),
    atMost(`${how}: webhook acknowledged, p99`, over(0.99, 'acknowledged'), 20, 'ms'),
    isTrue(`${how}: nobody waited for longer than his next message`, skipped === 0, `${skipped} did`),
    note(
      `${how}: two bare commits and a call, p50; ours beside it`,
      `${round(median(bare))} ms; ${round(p50 / median(bare))} ×`,
    ),
    note(`${how}: webhook acknowledged, p50; queue`, `${round(over(0.5, 'acknowledged'))} ms; ${queue}`),
  ];
};
