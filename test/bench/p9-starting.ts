/** P9: `npm start` in a fresh folder, and again; the memory of the process when nothing happens. */
import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { atMost, type Budget, median, note } from './measure.ts';
import { type Running, startProduct } from './rig/product.ts';
import { freePort, tempDir } from './rig/rig.ts';

const STARTS_AGAIN = 3;
/** What the start has used is given back by then. */
const SETTLE_MS = 15_000;

export const starting: Budget = {
  id: 'P9',
  title: '`npm start` to ready, and the memory of the process idle',
  measure: async () => {
    await using stack = new AsyncDisposableStack();
    const dataDir = await tempDir(stack);
    const first = await npmStart(dataDir);
    await first.stop();
    const again: number[] = [];
    const memory: number[] = [];
    for (let count = 0; count < STARTS_AGAIN; count += 1) {
      const running = await npmStart(dataDir);
      again.push(running.readyMs);
      await delay(count === 0 ? SETTLE_MS : 0);
      if (count === 0) memory.push(await residentMb(running.pid));
      await running.stop();
    }
    return [
      atMost('the first start, with sample data', first.readyMs / 1_000, 20, 's'),
      atMost(`a later start, median of ${STARTS_AGAIN}`, median(again) / 1_000, 6, 's'),
      atMost('resident memory of the node process, idle', median(memory), 220, 'MB'),
      note('queue', 'postgres (the embedded one)'),
    ];
  },
};

const npmStart = async (dataDir: string): Promise<Running> => {
  const port = await freePort();
  return startProduct({
    command: 'npm',
    args: ['start'],
    variables: { PORT: String(port), DATA_DIR: dataDir },
    url: `http://127.0.0.1:${port}`,
  });
};

const run = promisify(execFile);

/** npm, and perhaps a shell, stand before the process that counts. */
const residentMb = async (npmPid: number): Promise<number> => {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,rss=,args=']);
  const all = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const ours = new Set([String(npmPid)]);
  // A child comes after its parent.
  for (const [pid = '', parent = ''] of all) if (ours.has(parent)) ours.add(pid);
  const node = all.find(
    ([pid = '', , , ...args]) => ours.has(pid) && args.at(-1) === 'src/main.ts' && !/sh$/.test(args[0] ?? ''),
  );
  if (node === undefined) throw new Error('the node process was not found');
  return Number(node[2]) / 1_024;
};
