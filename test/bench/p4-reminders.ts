/** P4: reminders by the million wait; what is due is found at once, a backlog becomes messages, and nothing is late. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Db, inTransaction, type Tx } from '#db/client.ts';
import { dueNow, takeDue } from '#db/due.ts';
import { startEmbedded } from '#db/embedded/supervisor.ts';
import { migrate } from '#db/migrate.ts';
import { seed } from '#db/seed/seed.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts';
import { sweepDue } from '#jobs/due/sweep.ts';
import { createLog } from '#src/log.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { createHandClock, localTime } from '#test/support/hand-clock.ts';
import { quietLog } from '#test/support/log.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { atLeast, atMost, type Budget, isTrue, type Line, note, type Options, quantile, round } from './measure.ts';
import { fillReminders } from './rig/many-reminders.ts';
import { addPeople } from './rig/people.ts';
import { tempDir, withProduct } from './rig/rig.ts';

const PENDING = Number(process.env.BENCH_REMINDERS ?? 1_000_000);
const OVERDUE = Math.min(100_000, Math.round(PENDING / 4));
/** Who hold them: ten each, where all are overdue. */
const PEOPLE = Math.max(200, Math.round(OVERDUE / 10));
const PICKS = 200;
/** A Wednesday in the office. */
const NOW = localTime('2026-12-16 09:00');

export const reminding: Budget = {
  id: 'P4',
  title: `${PENDING.toLocaleString('en')} reminders pending`,
  measure: async (options) => [...(await measureStored()), ...(await measureLateness(options))],
};

const measureStored = async (): Promise<Line[]> => {
  await using stack = new AsyncDisposableStack();
  const postgres = await startEmbedded({ dataDir: await tempDir(stack), log: quietLog });
  stack.defer(postgres.stop);
  await migrate(postgres.ownerUrl, { log: quietLog });
  const clock = createHandClock(NOW);
  const log = createLog({ level: 'error', secrets: [] });
  const platform = createFakePlatform({ ...BUTTONS_AND_EDITS, channel: 'telegram' });
  const office = openOffice({ url: postgres.appUrl, clock, log, channels: [await platform.open(clock, log)] });
  stack.defer(office.close);
  await seed(office.db, { now: NOW - 30 * DAY, sample: true, log: quietLog });
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 1 });
  owner.on('error', () => undefined);
  stack.defer(() => owner.end());
  await addPeople(owner, PEOPLE, 'official', { units: `u.kind in ('commune', 'ward')` });
  const since = performance.now();
  const due = new Date(NOW - 2 * DAY);
  await owner.query(`delete from due`);
  await fillReminders(owner, [
    { count: 100, from: new Date(NOW + SECOND), everyMs: 10, urgency: 'thuong', due },
    { count: OVERDUE - 100, from: new Date(NOW + MINUTE), everyMs: 0, urgency: 'thuong', due },
    {
      ...{ count: PENDING - OVERDUE, from: new Date(NOW + DAY), everyMs: 3_000, urgency: 'thuong' },
      due: new Date(NOW + 60 * DAY),
    },
  ]);
  const filled = note('written', `${round((performance.now() - since) / 1_000)} s`);
  return [filled, ...(await pick(office.db)), ...(await catchUp(office, clock.moveTo))];
};

/** What a scheduler does first, taken back each time. */
const pick = async (db: Db): Promise<Line[]> => {
  const now = NOW + 30 * SECOND;
  const times: number[] = [];
  for (let count = 0; count < PICKS; count += 1) {
    await inTransaction(db, async (tx: Tx) => {
      const since = performance.now();
      const found = await dueNow({ query: tx }, now, 100);
      const taken = await takeDue(tx, found);
      times.push(performance.now() - since);
      if (taken.length !== 100) throw new Error(`${taken.length} of 100 were taken`);
      throw new TakenBack('taken back');
    }).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  }
  // The first ones prepare their statements.
  const warm = times.slice(20);
  return [
    atMost('100 due found and taken, p50', quantile(warm, 0.5), 2, 'ms'),
    note('100 due found and taken, p99', `${round(quantile(warm, 0.99))} ms`),
  ];
};

class TakenBack extends Error {}

const catchUp = async (office: Office, moveTo: (at: number) => void): Promise<Line[]> => {
  moveTo(NOW + HOUR / 2);
  const since = performance.now();
  await sweepDue(office.runtime, new AbortController().signal);
  const seconds = (performance.now() - since) / 1_000;
  const { rows } = await office.db.pool.query<{ messages: number; reminders: number }>(
    `select (select count(*) from outbox where class = 2)::int as messages,
       (select count(*) from fact where kind = 'reminded')::int as reminders`,
  );
  const { messages = 0, reminders = 0 } = rows[0] ?? {};
  return [
    isTrue('every overdue reminder has its fact', reminders === OVERDUE, `${reminders} of ${OVERDUE}`),
    atLeast('overdue reminders in the outbox', reminders / seconds, 5_000, 'a second'),
    note('messages, one a person', `${messages} in ${round(seconds)} s`),
  ];
};

const IN_A_MINUTE = 1_000;

/** The product as it runs, with pacing; hỏa tốc, since others keep office hours and this may be run at night. */
const measureLateness = (options: Options): Promise<Line[]> =>
  withProduct(options, { pacing: 'on', undoSeconds: 30 }, async ({ pool }) => {
    await addPeople(pool, IN_A_MINUTE, 'official', { units: `u.kind in ('commune', 'ward')` });
    const now = performance.timeOrigin + performance.now();
    // Later than the scheduler's next minute: from then on it knows the next moment itself.
    const from = new Date(now + 70 * SECOND);
    const group = { count: IN_A_MINUTE, from, everyMs: 60, urgency: 'hoa_toc', due: new Date(now + 2 * DAY) } as const;
    await fillReminders(pool, [group]);
    await pool.query(
      `create table bench_due as select d.subject_id, d.at from due d join part p on p.id = d.subject_id
         join request r on r.id = p.request_id where d.kind = 'remind' and r.code like 'PH-1999-%'`,
    );
    await delay(70 * SECOND + MINUTE);
    const late = async (): Promise<number[]> => {
      const { rows } = await pool.query<{ ms: number }>(
        `select extract(epoch from o.sent_at - b.at)::float8 * 1000 as ms from bench_due b join outbox o on o.part_id = b.subject_id
         where o.state = 'sent' and o.class = 2`,
      );
      return rows.map((row) => row.ms);
    };
    for (let looks = 0; looks < 60 && (await late()).length < IN_A_MINUTE; looks += 1) await delay(SECOND);
    const times = await late();
    return [
      isTrue('1,000 due in one minute: all were sent', times.length === IN_A_MINUTE, `${times.length}`),
      atMost('sent after its moment, p99', quantile(times, 0.99) / SECOND, 2, 's'),
      note('sent after its moment, p50', `${round(quantile(times, 0.5))} ms`),
    ];
  });
