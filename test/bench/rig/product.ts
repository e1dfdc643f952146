/** The product as its users run it: a process of its own, ready when /readyz says so. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

export type Running = {
  readonly pid: number;
  readonly readyMs: number;
  readonly stop: () => Promise<void>;
};

export type Start = {
  readonly command: string;
  readonly args: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Null: a worker, which serves nothing and says in its log that it is ready. */
  readonly url: string | null;
};

/** Far above any budget: what takes longer hangs. */
const READY_WITHIN_MS = 60_000;

export const startProduct = async ({ command, args, variables, url }: Start): Promise<Running> => {
  const since = performance.now();
  const child = spawn(command, args, { env: { ...inherited(), ...variables }, stdio: ['ignore', 'pipe', 'inherit'] });
  const errors = new Set<string>();
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n')) if (/"level":"(warn|error)"/.test(line)) errors.add(line);
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    await (url === null ? said(child) : ready(child, url));
  } catch (error) {
    kill();
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    readyMs: performance.now() - since,
    stop: async () => {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      // Measured with faults is not measured: they are seen, whatever the figures say.
      for (const line of [...errors].slice(0, 5)) process.stderr.write(`${line.slice(0, 400)}\n`);
    },
  };
};

const TICK_MS = 10;

/** Processor time used so far, which other work on the machine does not change. Null where there is no /proc. */
export const processorMs = async (pid: number): Promise<number | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name before these fields may hold spaces; it ends with the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
};

const ready = async (child: ChildProcess, url: string): Promise<void> => {
  for (const since = performance.now(); performance.now() - since < READY_WITHIN_MS; await delay(20)) {
    if (child.exitCode !== null) throw new Error('the product ended at its start');
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('the product did not get ready');
};

const said = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('"msg":"ready"')) resolve();
    });
    child.once('exit', () => reject(new Error('the product ended at its start')));
  });

/** What programs need to run, and nothing that configures the product. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR', 'USER'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
