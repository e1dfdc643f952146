/** `npm run simulate -- --seed 7 --days 400 --from 2026-11-23`: one seed replays one run. Exit 1 when a promise was not kept. */
import { parseArgs } from 'node:util';
import { withConnection } from '#db/connection.ts';
import { startPostgres } from '#test/chaos/ground.ts';
import { seedTemplate } from '#test/support/seeded.ts';
import { live } from './life.ts';
import { lineOf } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '400' },
    from: { type: 'string', default: '2026-11-23' },
  },
});

const postgres = await startPostgres();
try {
  const database = await postgres.database();
  await seedTemplate(database.ownerUrl);
  // This server does not crash: what is proved is of ours, and a year need not wait for a disk.
  const { pathname } = new URL(database.ownerUrl);
  await withConnection(database.ownerUrl, (client) =>
    client.query(`alter database ${pathname.slice(1)} set synchronous_commit = off`),
  );
  const report = await live(database.appUrl, Number(values.seed), { days: Number(values.days), from: values.from });
  process.stdout.write(`${[lineOf(report), ...report.faults].join('\n')}\n`);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} finally {
  await postgres.stop();
}
