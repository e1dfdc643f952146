/** F17, F18: several schedulers at one backlog: each reminder is one, and each person gets one message of all of his. */
import { expect, test } from 'vitest';
import { openDb } from '#db/client.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { sweepDue } from '#jobs/due/sweep.ts';
import { createLog } from '#src/log.ts';
import { fillReminders } from '#test/bench/rig/many-reminders.ts';
import { addPeople } from '#test/bench/rig/people.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { freshDatabase } from '#test/support/database.ts';
import { createHandClock, localTime } from '#test/support/hand-clock.ts';
import { openOffice } from '#test/support/office.ts';

const NOW = localTime('2026-12-16 09:00');
const PEOPLE = 60;
const OVERDUE = 600;

test('four schedulers at once write each overdue reminder once, and one message a person', async () => {
  const database = await freshDatabase('seeded');
  const { pool: owner } = openDb(database.ownerUrl, 1, () => undefined);
  await addPeople(owner, PEOPLE, 'official', { units: `u.kind in ('commune', 'ward')` });
  const due = new Date(NOW - 2 * DAY);
  await fillReminders(owner, [{ count: OVERDUE, from: new Date(NOW - HOUR), everyMs: 1, urgency: 'thuong', due }]);
  const clock = createHandClock(NOW);
  const log = createLog({ level: 'silent', secrets: [] });
  const platform = createFakePlatform({ ...BUTTONS_AND_EDITS, channel: 'telegram' });
  const offices = await Promise.all(
    [1, 2, 3, 4].map(async () =>
      openOffice({ url: database.appUrl, clock, log, channels: [await platform.open(clock, log)] }),
    ),
  );
  try {
    // What one has in hand the others leave alone: until nothing is due any more.
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(offices.map(({ runtime }) => sweepDue(runtime, new AbortController().signal)));
    }
    const { rows } = await owner.query<{ told: number }>(
      `select (select count(*)::int from fact where kind = 'reminded') as facts,
         (select count(distinct part_id)::int from fact where kind = 'reminded') as parts,
         (select count(*)::int from outbox where class = 2) as told,
         (select count(distinct person_id)::int from outbox where class = 2) as people,
         (select count(*)::int from due where kind = 'remind' and at <= $1) as left`,
      [new Date(NOW)],
    );
    expect(rows[0]).toMatchObject({ facts: OVERDUE, parts: OVERDUE, people: PEOPLE, left: 0 });
    // Two who were at the same person's parts at once may each say theirs; a flood it is not.
    expect(rows[0]?.told).toBeLessThanOrEqual(2 * PEOPLE);
  } finally {
    await Promise.all(offices.map((office) => office.close()));
    await owner.end();
    await database.drop();
  }
}, 60_000);
