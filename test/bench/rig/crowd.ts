/** People who work all day, each at his own pace, whether others are answered or not. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Someone } from './people.ts';
import type { Platform, Timing } from './platform.ts';
import type { Rig } from './rig.ts';
import { type Script, workday } from './script.ts';

/** Where they work: units that have been asked something. */
export const ASKED_COMMUNES = `u.kind in ('commune', 'ward') and exists (select 1 from part p where p.unit_id = u.id)`;

export type Member = {
  readonly userId: number;
  readonly script: Script;
  next: ReturnType<Script['next']>;
  busy: boolean;
};

/** Each with the code of a request that his unit sees. */
export const assemble = async ({ pool }: Rig, people: readonly Someone[]): Promise<Member[]> => {
  const { rows } = await pool.query<{ unit_id: number; code: string }>(
    'select p.unit_id, min(r.code) as code from part p join request r on r.id = p.request_id group by 1',
  );
  const codes = new Map(rows.map((row) => [row.unit_id, row.code]));
  return people.map(({ userId, unitId }, index) => {
    const script = workday(codes.get(unitId) ?? rows[0]?.code ?? '', index);
    return { userId, script, next: script.next(), busy: false };
  });
};

export type Window = { readonly timings: readonly Timing[]; readonly skipped: number };

/** Open loop: an update goes out at its moment, whether earlier ones are answered or not. */
export const drive = async (
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
