/** A run of tests that did not go well never looks as if it had: neither by its exit code nor by its last line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';

/** Each starts another run of tests, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const ROOT = join(import.meta.dirname, '..', '..', '..');

const run = async (cases: string[], config = 'vitest.config.ts') => {
  const program = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const command = [program, 'run', '--config', join(import.meta.dirname, 'fixtures', config), ...cases];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { code, lastLine: output.trimEnd().split('\n').at(-1) };
};

test.concurrent('a run without failures says so', async () => {
  expect(await run(['passes'])).toEqual({ code: 0, lastLine: '1 passed, 0 failed, 1 skipped' });
});

test.concurrent('a failing test, file, hook, process or forgotten promise is a failure', async () => {
  const lastLine = '1 passed, 5 failed, 1 skipped';
  expect(await run(['goes-wrong', 'does-not-load'])).toEqual({ code: 1, lastLine });
});

test.concurrent('a broken global setup is a failure', async () => {
  expect(await run(['passes'], 'broken-setup.config.ts')).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
});

test.concurrent('a run that finds no tests is a failure', async () => {
  expect(await run(['no-such-case'])).toEqual({ code: 1, lastLine: '0 passed, 1 failed' });
});
