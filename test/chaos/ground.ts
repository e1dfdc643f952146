/** Postgres of a counting run's own, so that it can be restarted, and databases on it. */
import { readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConnection } from '#db/connection.ts';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { migrate } from '#db/migrate.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { quietLog } from '#test/support/log.ts';
import { until } from './audit.ts';

export type OwnPostgres = {
  readonly database: () => Promise<TestDatabase>;
  /** A fast shutdown; the server's keeper starts it again on the same address. Resolves when it answers. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const startPostgres = async (): Promise<OwnPostgres> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'phoihop-chaos-'));
  await chmod(dataDir, 0o755); // Postgres may run as another user
  const postgres = await startEmbedded({ dataDir, log: quietLog });
  let count = 0;
  const pidOf = (): number => Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  const answers = (): Promise<boolean> =>
    withConnection(postgres.ownerUrl, (client) => client.query('select 1')).then(
      () => true,
      () => false,
    );
  // Interrupted, nothing that waits its turn runs any more: Postgres ends at once, its folder goes with it.
  const endNow = (): void => {
    process.kill(pidOf(), 'SIGQUIT');
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once('exit', endNow);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return {
    database: async () => {
      count += 1;
      const name = `chaos_${count}`;
      await withConnection(postgres.ownerUrl, (client) => client.query(`create database ${name}`));
      const named = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
      const ownerUrl = named(postgres.ownerUrl);
      await migrate(ownerUrl, { log: quietLog });
      const drop = async (): Promise<void> => {
        await withConnection(postgres.ownerUrl, (client) => client.query(`drop database ${name} with (force)`));
      };
      return { ownerUrl, appUrl: named(postgres.appUrl), drop };
    },
    restart: async () => {
      process.kill(pidOf(), 'SIGINT');
      await until(async () => !(await answers()));
      await until(answers, 60_000);
    },
    stop: async () => {
      process.off('exit', endNow);
      await postgres.stop();
      await rm(dataDir, { recursive: true });
    },
  };
};
