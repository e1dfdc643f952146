/**
 * The counting run: every fault many times under load, each round with its own seed, and a table of what was lost, seen
 * twice or late against the bars. `npm run chaos -- F1 F5 --rounds=5 --seed=100 --backlog=200000`; without names, all of them.
 */

import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { withConnection } from '#db/connection.ts';
import { openRelay } from '#test/support/process-relay.ts';
import { startRedis } from '#test/support/redis.ts';
import { type Fault, faultsOf, type Levers } from './faults.ts';
import { type OwnPostgres, startPostgres } from './ground.ts';
import { openStage } from './stage.ts';
import { type Figures, misses, type Result, tableOf } from './table.ts';

type Wanted = { readonly faults: readonly Fault[]; readonly rounds: number; readonly seed: number };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const wantedOf = (args: readonly string[]): Wanted => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      backlog: { type: 'string', default: '200000' },
    },
  });
  const isWanted = ({ name }: Fault): boolean =>
    positionals.length === 0 || positionals.some((one) => name.startsWith(`${one} `));
  const faults = faultsOf({ backlog: Number(values.backlog) });
  return { faults: faults.filter(isWanted), rounds: Number(values.rounds), seed: Number(values.seed) };
};

const run = async (postgres: OwnPostgres, fault: Fault, { rounds, seed }: Wanted): Promise<Result | null> => {
  const database = await postgres.database();
  const redis = fault.queue === 'redis' ? await startRedis() : null;
  if (fault.queue === 'redis' && redis === null) return null;
  const relay = redis === null ? null : await openRelay(redis.url);
  const stage = await openStage(
    { database, redisUrl: redis === null ? null : (relay?.url(redis.url) ?? null) },
    fault.stage,
  );
  const wipeRedis = async (url: string): Promise<void> => {
    const client = new Redis(url);
    await client.flushall();
    client.disconnect();
  };
  const levers: Levers = {
    ownerUrl: database.ownerUrl,
    restartPostgres: postgres.restart,
    wipeQueue: () => (redis === null ? dropQueue(database.ownerUrl) : wipeRedis(redis.url)),
    cutQueue:
      relay === null || redis === null
        ? null
        : async (ms) => {
            await relay.cut();
            await wipeRedis(redis.url);
            await delay(ms);
            await relay.mend();
          },
  };
  try {
    const round = await fault.prepare(stage);
    const figures: Figures[] = [];
    for (let count = 0; count < Math.min(rounds, fault.mostRounds ?? rounds); count += 1) {
      figures.push(await round(levers, seed + count));
      say(`${fault.name}, seed ${seed + count}: ${JSON.stringify(figures.at(-1))}`);
    }
    return { fault: fault.name, rounds: figures, bars: fault.bars };
  } finally {
    await stage.close();
    await Promise.all([relay?.cut(), redis?.stop()]);
    await database.drop();
  }
};

/** Workers at work may be in the way: then the server picks one of us to give way. */
const dropQueue = async (url: string): Promise<void> => {
  for (let left = 10; left > 0; left -= 1) {
    const isDone = await withConnection(url, (client) => client.query('drop schema bullmq cascade')).then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
  throw new Error('the schema of the queue could not be dropped');
};

const main = async (): Promise<void> => {
  const wanted = wantedOf(process.argv.slice(2));
  const postgres = await startPostgres();
  const results: Result[] = [];
  try {
    for (const fault of wanted.faults) {
      const result = await run(postgres, fault, wanted);
      if (result !== null) results.push(result);
    }
  } finally {
    await postgres.stop();
  }
  say(tableOf(results));
  process.exitCode = results.some((result) => misses(result).length > 0) ? 1 : 0;
};

await main();
