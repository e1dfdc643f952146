/**
 * The product as a person meets it: `npm start` on a folder of its own, with the sample people, behind one address that
 * stays while processes are killed and started again on the same folder.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCluster } from '#db/embedded/cluster.ts';
import { stopPostmaster } from '#db/embedded/postmaster.ts';
import { type ProductProcess, startProcess } from './process.ts';
import { openDoor } from './process-door.ts';
import { scratchRoot } from './scratch.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
/** A Monday morning. */
const START = '2026-11-23T08:00:00+07:00';

export type Product = {
  readonly url: string;
  readonly log: () => ProductProcess['log'];
  /** kill -9, and a start on the same folder; resolves when it is ready. */
  readonly killAndStart: () => Promise<void>;
  /** Resolves when all that has become due is done. @returns the time then */
  readonly moveClock: (by: { readonly to: string } | { readonly advance: string }) => Promise<string>;
  /** A one-time code of a sample person, from the command line beside the running server. */
  readonly invite: (person: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const startE2e = async (env: (url: string) => Readonly<Record<string, string>>): Promise<Product> => {
  const dataDir = await mkdtemp(join(scratchRoot(), 'phoihop-e2e-'));
  const door = await openDoor();
  const settings = {
    ...{ DATA_DIR: dataDir, TEST_CLOCK: START, TEST_PACING: 'off', SAMPLE_DATA: 'on' },
    ...env(door.url),
  };
  const begin = async (): Promise<ProductProcess> => {
    const started = await startProcess(settings);
    door.leadTo(started.url === null ? [] : [started.url]);
    return started;
  };
  let current = await begin();

  return {
    url: door.url,
    log: () => current.log,
    killAndStart: async () => {
      current.kill('SIGKILL');
      await current.ended;
      current = await begin();
    },
    moveClock: async (by) => {
      const answer = await fetch(`${door.url}/test/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(by),
      });
      const { now } = (await answer.json()) as { now: string }; // the contract of the test clock
      return now;
    },
    invite: async (person) => {
      const args = [join(ROOT, 'src/cli/main.ts'), 'invite', '--person', person, '--json'];
      const options = { cwd: tmpdir(), env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...settings } };
      const { stdout } = await run(process.execPath, args, options);
      const { code } = JSON.parse(stdout) as { code: string }; // the contract of the command
      return code;
    },
    close: async () => {
      current.kill('SIGTERM');
      await current.ended;
      await door.close();
      // What a start that failed left running.
      const cluster = await readCluster(dataDir);
      if (cluster) await stopPostmaster(cluster.dir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
