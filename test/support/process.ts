/**
 * The product as a process of its own, as an operator starts it: its environment, its log, its signals, its end. What
 * is left running when the test process ends is killed, so that a failed test leaves nothing behind.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const fileOf = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** A start on a machine that is busy with other tests: database, seed, server. */
const READY_WITHIN_MS = 60_000;

type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };
type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type ProductProcess = {
  readonly pid: number;
  /** Where it serves; null for a worker. */
  readonly url: string | null;
  readonly log: readonly LogLine[];
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when the process is gone, however it ended. */
  readonly ended: Promise<Ended>;
  readonly hasEnded: () => boolean;
};

/** Only these are handed on: nothing of the tests' own environment steers the product. */
const base = { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', LOG_LEVEL: 'info', PORT: '0' };

/** @param env as the product reads it. @throws when the process ends before it is ready */
export const startProcess = async (env: Readonly<Record<string, string>>): Promise<ProductProcess> => {
  const child = spawn(process.execPath, ['-r', fileOf('deploy/node-version.cjs'), fileOf('src/main.ts')], {
    // Away from a developer's .env file.
    cwd: tmpdir(),
    env: { ...base, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the product could not be spawned');
  const log: LogLine[] = [];
  const ended = endOf(child, log);
  const kill = (signal: NodeJS.Signals): void => void child.kill(signal);
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  try {
    const url = await readyUrl(child, log);
    return { pid, url, log, kill, ended, hasEnded };
  } catch (error) {
    kill('SIGKILL');
    throw error;
  }
};

const endOf = (child: ChildProcess, log: LogLine[]): Promise<Ended> => {
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.stderr?.on('data', (chunk) => log.push({ msg: String(chunk), level: 'stderr' }));
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      process.off('exit', killNow);
      resolve({ code, signal });
    }),
  );
};

const readyUrl = (child: ChildProcess, log: LogLine[]): Promise<string | null> => {
  const { promise, resolve, reject } = Promise.withResolvers<string | null>();
  const words = (): string => log.map((line) => JSON.stringify(line)).join('\n');
  const timer = setTimeout(() => reject(new Error(`not ready in time:\n${words()}`)), READY_WITHIN_MS);
  if (child.stdout === null) throw new Error('no output to read');
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line: LogLine = JSON.parse(text);
    log.push(line);
    if (line.msg.startsWith('ready')) resolve(line.url === 'none' ? null : String(line.url));
  });
  child.once('close', () => reject(new Error(`ended before it was ready:\n${words()}`)));
  return promise.finally(() => clearTimeout(timer));
};
