/** P1: from an update to its answer, at an even rate from different chats. */
import { setTimeout as delay } from 'node:timers/promises';
import { atMost, type Budget, isTrue, type Line, median, note, type Options, quantile, round } from './measure.ts';
import { addPeople, type Someone } from './rig/people.ts';
import type { Platform, Timing } from './rig/platform.ts';
import { echoOnce } from './rig/raw.ts';
import { type Rig, withProduct } from './rig/rig.ts';
import { type Script, workday } from './rig/script.ts';

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
    const people = await addPeople(
      rig.pool,
      PEOPLE,
      'clerk',
      `u.kind in ('commune', 'ward') and exists (select 1 from part p where p.unit_id = u.id)`,
    );
    const crowd = await assemble(rig, people);
    await drive(rig.platform, crowd, { rate, forMs: WARM_UP_MS });
    const windows: Window[] = [];
    const bare: number[] = [];
    for (let count = 0; count < WINDOWS; count += 1) {
      windows.push(await drive(rig.platform, crowd, { rate, forMs: WINDOW_MS }));
      bare.push(await echoOnce(rig));
    }
    return linesOf(`${rate}/s, pacing ${pacing}`, windows, bare, rig.queue);
  });

type Member = { readonly userId: number; readonly script: Script; next: ReturnType<Script['next']>; busy: boolean };

/** Each with the code of a request that his unit sees. */
const assemble = async ({ pool }: Rig, people: readonly Someone[]): Promise<Member[]> => {
  const { rows } = await pool.query<{ unit_id: number; code: string }>(
    'select p.unit_id, min(r.code) as code from part p join request r on r.id = p.request_id group by 1',
  );
  const codes = new Map(rows.map((row) => [row.unit_id, row.code]));
  return people.map(({ userId, unitId }, index) => {
    const script = workday(codes.get(unitId) ?? rows[0]?.code ?? '', index);
    return { userId, script, next: script.next(), busy: false };
  });
};

type Window = { readonly timings: readonly Timing[]; readonly skipped: number };

/** Open loop: an update goes out at its moment, whether earlier ones are answered or not. */
const drive = async (
  platform: Platform,
  crowd: readonly Member[],
  { rate, forMs }: { readonly rate: number; readonly forMs: number },
): Promise<Window> => {
  const count = Math.round((rate * forMs) / 1_000);
  const since = performance.now();
  const timings: Timing[] = [];
  const under: Promise<void>[] = [];
  let skipped = 0;
  for (let index = 0; index < count; index += 1) {
    const wait = since + (index * 1_000) / rate - performance.now();
    if (wait > 0) await delay(wait);
    const member = crowd[index % crowd.length];
    if (member === undefined) throw new Error('nobody is there');
    if (member.busy) skipped += 1;
    else under.push(step(platform, member).then((timing) => void timings.push(timing)));
  }
  await Promise.all(under);
  return { timings, skipped };
};

const step = async (platform: Platform, member: Member): Promise<Timing> => {
  member.busy = true;
  const { answer, timing } = await platform.say(member.userId, member.next.value);
  member.next = member.script.next(answer);
  member.busy = false;
  return timing;
};

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
