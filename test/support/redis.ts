/**
 * A Redis for the tests of the job queue on both its backends, on a free port of the loopback address; null, with a
 * line that says so, where the program is not installed. It keeps nothing on disk and ends with the test process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type TestRedis = { readonly url: string; readonly stop: () => Promise<void> };

/** A port found free may be taken before Redis gets it. */
const TRIES = 3;

export const startRedis = async (): Promise<TestRedis | null> => {
  for (let left = TRIES; left > 0; left -= 1) {
    const port = await freePort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const outcome = await outcomeOf(child);
    if (outcome === 'ready') return handOut(child, port);
    if (outcome === 'absent') {
      process.stderr.write('redis-server is not installed: tests on Redis are skipped\n');
      return null;
    }
  }
  throw new Error(`redis-server did not start in ${TRIES} tries`);
};

const outcomeOf = (child: ChildProcess): Promise<'ready' | 'absent' | 'ended'> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ready to accept connections')) resolve('ready');
    });
    child.once('exit', () => resolve('ended'));
    child.once('error', (error) => ('code' in error && error.code === 'ENOENT' ? resolve('absent') : reject(error)));
  });

const handOut = (child: ChildProcess, port: number): TestRedis => {
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    kill();
    await once(child, 'exit');
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};
