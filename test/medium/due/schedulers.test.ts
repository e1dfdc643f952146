/**
 * F17, F18: several schedulers at one backlog: each reminder is one, and each person gets one message of all of his, the
 * most urgent first.
 */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLASS } from '#db/chat/outbox.ts';
import { inTransaction, openDb } from '#db/client.ts';
import { addReminders, peopleToTell, type ReminderRow } from '#db/remind/reminder.ts';
import { DAY, HOUR } from '#domain/time.ts';
import { sweepDue } from '#jobs/due/sweep.ts';
import { tellSome } from '#jobs/due/tell.ts';
import { createLog } from '#src/log.ts';
import { fillReminders } from '#test/bench/rig/many-reminders.ts';
import { addPeople } from '#test/bench/rig/people.ts';
import { createFakePlatform } from '#test/fakes/profile/fake.ts';
import { BUTTONS_AND_EDITS } from '#test/fakes/profile/profile.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { createHandClock, localTime } from '#test/support/hand-clock.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { moreLine } from '#text/request/reminders.ts';

const NOW = localTime('2026-12-16 09:00');
const PEOPLE = 60;
const OVERDUE = 600;

let database: TestDatabase;
let owner: pg.Pool;
let offices: readonly Office[];
const clock = createHandClock(NOW);

beforeAll(async () => {
  database = await freshDatabase('seeded');
  owner = openDb(database.ownerUrl, 1, () => undefined).pool;
  await addPeople(owner, PEOPLE, 'official', { units: `u.kind in ('commune', 'ward')` });
  const due = new Date(NOW - 2 * DAY);
  await fillReminders(owner, [{ count: OVERDUE, from: new Date(NOW - HOUR), everyMs: 1, urgency: 'thuong', due }]);
  const log = createLog({ level: 'silent', secrets: [] });
  const platform = createFakePlatform({ ...BUTTONS_AND_EDITS, channel: 'telegram' });
  offices = await Promise.all(
    [1, 2, 3, 4].map(async () =>
      openOffice({ url: database.appUrl, clock, log, channels: [await platform.open(clock, log)] }),
    ),
  );
});

afterAll(async () => {
  await Promise.all(offices.map((office) => office.close()));
  await owner.end();
  await database.drop();
});

test('four schedulers at once write each overdue reminder once, and one message a person', async () => {
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
}, 60_000);

test('whoever has the most urgent matter is told first, whoever has only the morning list last, and a long list is cut', async () => {
  const [office] = offices;
  if (office === undefined) throw new Error('no office');
  const { rows: parts } = await owner.query<{ partId: number; requestId: number }>(
    `select id as "partId", request_id as "requestId" from part where request_id in
       (select id from request where code like 'PH-1999-%') order by id`,
  );
  const { rows: people } = await owner.query<{ id: number }>(
    `select id from person where key like 'bench-%' order by id limit 3`,
  );
  const [listed = 0, ordinary = 0, urgent = 0] = people.map(({ id }) => id);
  const [first] = parts;
  await owner.query(`update request set urgency = 'hoa_toc' where id = $1`, [first?.requestId]);
  const row =
    (personId: number, kind: string) =>
    (part: (typeof parts)[number]): ReminderRow => ({
      ...{ personId, kind, noticeId: null, notBefore: NOW - HOUR },
      ...part,
    });
  const { db, runtime } = office;
  await inTransaction(db, (tx) =>
    addReminders(tx, [
      ...parts.slice(1).map(row(ordinary, 'overdue')),
      ...parts.slice(1, 3).map(row(listed, 'late')),
      ...parts.slice(0, 1).map(row(urgent, 'overdue')),
    ]),
  );
  expect(await peopleToTell(db, NOW, 10)).toEqual([urgent, ordinary, listed]);

  await owner.query(`delete from outbox`);
  await tellSome(runtime, new AbortController().signal);
  const { rows: told } = await owner.query<{ who: number; class: number; words: string }>(
    `select person_id as who, class, message::text as words from outbox order by class, id`,
  );
  expect(told.map(({ who, class: order }) => [who, order])).toEqual([
    [urgent, CLASS.reminder],
    [ordinary, CLASS.reminder],
    [listed, CLASS.digest],
  ]);
  // Nearly six hundred, looked at in portions: twelve are shown, all are counted.
  expect(told[1]?.words).toContain(moreLine(OVERDUE - 1 - 12));
});
