/** What the embedded Postgres promises, on one cluster that each test finds stopped and leaves stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { withConnection } from '#db/connection.ts';
import { findRunning } from '#db/embedded/address.ts';
import { findPostmaster, stopPostmaster } from '#db/embedded/postmaster.ts';
import { type Embedded, startEmbedded } from '#db/embedded/supervisor.ts';
import { quietLog } from '#test/support/log.ts';

let root = '';
let dataDir = '';

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'phoihop-embedded-')));
  await chmod(root, 0o755);
  dataDir = join(root, 'data');
});
afterEach(async () => {
  await stopPostmaster(join(dataDir, 'postgres')); // of a test that failed
});
afterAll(() => rm(root, { recursive: true }));

const start = (dir = dataDir): Promise<Embedded> =>
  startEmbedded({ dataDir: dir, log: quietLog, settings: { fsync: 'off' } });

/** A server that ends in the middle fails the question, and not the run. */
const ask = (url: string, question: string): Promise<unknown> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query({ text: question, rowMode: 'array' });
    return rows[0]?.[0];
  });

const pid = async (dir = dataDir): Promise<number> => {
  const found = await findPostmaster(join(dir, 'postgres'));
  if (!found) throw new Error('no Postgres is running');
  return found.pid;
};

/** A process of its own, in a group of its own as under a terminal. */
const startServer = async (): Promise<{ process: ChildProcess; lines: AsyncIterator<string> }> => {
  const program = join(import.meta.dirname, 'fixtures', 'server.ts');
  const child = spawn(process.execPath, [program, dataDir], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return { process: child, lines };
};

test('letters are Vietnamese ones, whatever the language of the machine', async () => {
  vi.stubEnv('LANG', 'POSIX');
  vi.stubEnv('LC_ALL', 'POSIX');
  const postgres = await start();
  vi.unstubAllEnvs();
  expect(await ask(postgres.appUrl, `select lower('ĐƯỜNG Ở')`)).toBe('đường ở');
  expect(await ask(postgres.appUrl, 'show server_encoding')).toBe('UTF8');
  expect(await ask(postgres.appUrl, 'show timezone')).toBe('UTC');
  await postgres.stop();
});

test('the application has a role of its own that may not make tables', async () => {
  const postgres = await start();
  expect(await ask(postgres.appUrl, 'select current_user')).toBe('app');
  await expect(ask(postgres.appUrl, 'create table public.mine ()')).rejects.toMatchObject({ code: '42501' });
  await postgres.stop();
});

test('a stop is quick and stops, though a client is in the middle of a transaction', async () => {
  const postgres = await start();
  const client = new Client({ connectionString: postgres.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  const since = performance.now();
  await postgres.stop();
  expect(performance.now() - since).toBeLessThan(5_000);
  expect(await findPostmaster(join(dataDir, 'postgres'))).toBeNull();
});

test('a command beside the server finds the same database; after the stop there is none', async () => {
  const postgres = await start();
  const { ownerUrl, appUrl } = postgres;
  expect(await findRunning(dataDir)).toEqual({ ownerUrl, appUrl });
  await postgres.stop();
  expect(await findRunning(dataDir)).toBeNull();
});

test('a second server on the same folder is refused, and does not disturb the first', async () => {
  const first = await start();
  const running = await pid();
  await expect(start()).rejects.toMatchObject({ code: 'in_use' });
  expect(await pid()).toBe(running);
  await first.stop();
});

test('what a server killed with -9 left running is taken over as it is', async () => {
  const { process: server } = await startServer();
  const running = await pid();
  server.kill('SIGKILL');
  await once(server, 'exit');
  const postgres = await start();
  expect(await pid()).toBe(running);
  await postgres.stop();
  expect(await findRunning(dataDir)).toBeNull();
});

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s to the whole process group leaves Postgres up until we are drained',
  async (signal) => {
    const { process: server, lines } = await startServer();
    process.kill(-(server.pid ?? Number.NaN), signal);
    expect((await lines.next()).value).toBe('drained');
    expect(await findRunning(dataDir)).toBeNull();
  },
);

test('a killed Postgres is up again on the same address', async () => {
  const postgres = await start();
  const killed = await pid();
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(() => ask(postgres.appUrl, 'select'), { timeout: 10_000 });
  expect(await pid()).not.toBe(killed);
  await postgres.stop();
});

test.for(['terminated', 'killed'] as const)(
  'when its own connection is %s the server stays and is watched again',
  async (how) => {
    const postgres = await start();
    const running = await pid();
    const supervisor = `select pid from pg_stat_activity where application_name = 'supervisor' and wait_event = 'ClientRead'`;
    const before = await ask(postgres.ownerUrl, supervisor);
    if (how === 'killed') process.kill(Number(before), 'SIGKILL');
    else await ask(postgres.ownerUrl, `select pg_terminate_backend(${before})`);
    const isWatched = async () => expect([undefined, before]).not.toContain(await ask(postgres.ownerUrl, supervisor));
    await vi.waitFor(isWatched, 10_000);
    expect(await pid()).toBe(running);
    await postgres.stop();
  },
);

test('a lock file that names a living stranger does not stop the start', async () => {
  const cluster = join(dataDir, 'postgres');
  const { uid, gid } = await stat(cluster); // Postgres would believe it of a process of the same user
  const stranger = spawn('sleep', ['60'], { uid, gid });
  await writeFile(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n0\n5432\n\n\n\nready\n`);
  const postgres = await start();
  expect(await pid()).not.toBe(stranger.pid);
  stranger.kill();
  await postgres.stop();
});

test.skipIf(process.getuid?.() !== 0)('a data folder that only root may enter works for root', async () => {
  await chmod(dataDir, 0o700);
  const postgres = await start();
  expect(await ask(postgres.appUrl, 'select 1')).toBe(1);
  await postgres.stop();
});

test('where the path is too long for a socket, Postgres listens on the loopback address, with a password', async () => {
  const long = join(root, 'n'.repeat(100));
  await rename(dataDir, long);
  const postgres = await start(long);
  expect(await ask(postgres.appUrl, 'select 1')).toBe(1);
  expect(await ask(postgres.ownerUrl, 'show listen_addresses')).toBe('127.0.0.1');
  const url = new URL(postgres.appUrl);
  url.password = 'guessed';
  await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  process.kill(await pid(long), 'SIGKILL');
  await vi.waitFor(() => ask(postgres.appUrl, 'select'), { timeout: 10_000 });
  await postgres.stop();
  await rename(long, dataDir);
});

test('a cluster that was not finished is made again, and its remains go', async () => {
  const fresh = join(root, 'fresh');
  await mkdir(join(fresh, 'postgres.making-abc123', 'postgres'), { recursive: true });
  await writeFile(join(fresh, 'postgres.making-abc123', 'postgres', 'PG_VERSION'), '18\n');
  const postgres = await start(fresh);
  expect(await ask(postgres.appUrl, 'select 1')).toBe(1);
  expect((await readdir(fresh)).sort()).toEqual(['postgres', 'postgres.log']);
  await postgres.stop();
});

test('a folder of another Postgres is refused and left as it is', async () => {
  const foreign = join(root, 'foreign');
  await mkdir(join(foreign, 'postgres'), { recursive: true });
  await writeFile(join(foreign, 'postgres', 'PG_VERSION'), '18\n');
  await expect(start(foreign)).rejects.toMatchObject({ code: 'foreign_cluster' });
  await access(join(foreign, 'postgres', 'PG_VERSION'));
});

test('a start that fails says why, in the words of Postgres', async () => {
  const broken = startEmbedded({ dataDir, log: quietLog, settings: { shared_buffers: 'many' } });
  await expect(broken).rejects.toThrow('invalid value for parameter "shared_buffers"');
});
