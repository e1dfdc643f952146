/**
 * For random histories every figure equals the slow plain computation: the rules of `src/domain/figures` over loaded
 * requests. Whatever changes a part, folded or not yet, whoever asks, for whatever days and things.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { readCompared, readDaysTaken, readFigures } from '#db/figures/figures.ts';
import { foldFigures } from '#db/figures/fold.ts';
import { figuredParts } from '#db/figures/list.ts';
import { recountFigures } from '#db/figures/recount.ts';
import { readHeirs, readScreen } from '#db/figures/screen.ts';
import { dossiersById } from '#db/request/request.ts';
import { seedPastRequests } from '#db/seed/past-requests.ts';
import { type Counts, countsOf, isCounted, sumOf } from '#domain/figures/counts.ts';
import { PERIOD_KINDS, type Period, periodAround, periodOf } from '#domain/figures/period.ts';
import { BREAKDOWNS, type Breakdown, type FiguresQuery, type Filters } from '#domain/figures/query.ts';
import { type Plan, planOf } from '#domain/figures/screen.ts';
import { isSelected, selectionOf, VIEWS } from '#domain/figures/selection.ts';
import { heirOf } from '#domain/figures/succession.ts';
import { workedDays } from '#domain/figures/worked-days.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import type { Reference } from '#domain/reference.ts';
import { type Dossier, type Part, REQUEST_TYPES, URGENCIES } from '#domain/request/request.ts';
import { addDays, DAY, dateOf, type Millis } from '#domain/time.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';

let database: TestDatabase;
let db: Db;
let reference: Reference;
const NOW = localTime('2026-11-23 10:00');

beforeAll(async () => {
  database = await freshDatabase('seeded');
  db = openDb(database.appUrl, 2, () => undefined);
  await inTransaction(db, async (tx) => {
    reference = await readReference(tx);
    await seedPastRequests(tx, reference, NOW);
  });
});
afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

/** A small generator with a seed (mulberry32), so that a failure can be played again. */
const dice = (seed: number) => {
  let state = seed;
  return <T>(from: readonly T[]): T => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from[((mixed ^ (mixed >>> 14)) >>> 0) % from.length] as T; // the lists here are never empty
  };
};
type Roll = ReturnType<typeof dice>;

const STATES = [
  'awaiting',
  'accepted',
  'drafted',
  'answered',
  'closed',
  'returned',
  'handed_on',
  'silent',
  'cancelled',
];
const HOURS = Array.from({ length: 400 }, (_, hour) => hour);

/** Any change of what figures are made of, as no act would dare: the triggers hold for whatever writes. */
const change = (roll: Roll, all: readonly Dossier[]) => {
  const dossier = roll(all);
  const part = roll(dossier.parts);
  const at = (base: Millis) => new Date(base + (roll(HOURS) - 80) * 3_600_000);
  const { id } = part;
  const state = roll(STATES);
  const isEnd = state === 'answered' || state === 'closed';
  const person = roll([null, ...reference.directory.people.keys()]);
  return roll([
    sql`update part set state = ${state}, answered_at = ${isEnd ? at(part.due) : null} where id = ${id}`,
    sql`update part set state = ${state}, answered_at = ${isEnd ? at(part.due) : null} where id = ${id}`,
    sql`update part set holder_id = ${person}, hand_count = ${roll([0, 1, 2])} where id = ${id}`,
    sql`update part set received_at = ${roll([null, at(part.receiptDue)])}, due = ${at(part.due)} where id = ${id}`,
    sql`update part set asked_at = ${at(part.askedAt)} where id = ${id} and answered_at is null`,
    // As if filed by another, for another unit: whose figures it is among changes.
    sql`update request set asking_unit_id = ${roll([...reference.directory.units.keys()])},
      filer_id = ${roll([...reference.directory.people.keys()])} where id = ${dossier.request.id}`,
    sql`update request set urgency = ${roll(URGENCIES)}, was_undone = ${roll([false, false, false, true])}
      where id = ${dossier.request.id}`,
    sql`with asked as (insert into extension (part_id, until_at, reason, asked_by, asked_at, state)
      select id, due, '', ${dossier.request.filerId}, asked_at, 'asked' from part where id = ${id} and answered_at is null
      on conflict do nothing) update extension e set state = ${roll(['agreed', 'refused'])},
      decided_at = ${new Date(NOW)}, decided_by = (select min(id) from person where id <> e.asked_by) where state = 'asked'`,
    sql`insert into pause (part_id, from_at, to_at, missing, asked_by)
      select id, asked_at + interval '1 day', asked_at + ${`${roll([1, 2, 5, 9])} days`}::interval, '', ${dossier.request.filerId}
      from part where id = ${id} and answered_at is null`,
  ]);
};

/** Within its undo window nothing of a request is settled. */
const hideSome = sql`update request r set visible_at = case when id % 3 = 0 and not exists (
  select from part p where p.request_id = r.id and figure_settled(p.state)) then ${new Date(NOW + 1)}::timestamptz
  else ${new Date(NOW - DAY)}::timestamptz end`;

const load = (): Promise<readonly Dossier[]> =>
  inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: number }>`select id from request`.execute(tx);
    return dossiersById(
      tx,
      rows.map(({ id }) => id),
    );
  });

const keyOf = (by: Breakdown, { request }: Dossier, part: Part): number =>
  ({
    field: request.fieldId,
    unit: part.unitId,
    zone: request.zoneId ?? 0,
    type: REQUEST_TYPES.indexOf(request.type),
    urgency: URGENCIES.indexOf(request.urgency),
  })[by];

const chosen = (all: readonly Dossier[], query: FiguresQuery, period: Period) =>
  all
    .filter((dossier) => isCounted(dossier, query.now))
    .flatMap((dossier) => dossier.parts.map((part) => ({ dossier, part })))
    .filter(({ dossier, part }) => {
      const day = dateOf(part.askedAt);
      if (day < period.from || day > period.to || !isSelected(query.selection, dossier, part)) return false;
      return Object.entries(query.filters).every(([dim, ids]) => ids.includes(keyOf(dim as Breakdown, dossier, part)));
    });

/** The slow plain computation. */
const plainly = (all: readonly Dossier[], query: FiguresQuery, period: Period) => {
  const found = chosen(all, query, period);
  const rows = new Map<number, Counts[]>();
  const days = new Map<number, number>();
  for (const { dossier, part } of found) {
    const counts = countsOf(part, query.now);
    if (query.by !== null) {
      const key = keyOf(query.by, dossier, part);
      rows.set(key, [...(rows.get(key) ?? []), counts]);
    }
    const taken = counts.onTime + counts.late > 0 ? workedDays(reference.calendar, part) : null;
    if (taken !== null) days.set(taken, (days.get(taken) ?? 0) + 1);
  }
  return {
    figures: {
      period,
      total: sumOf(found.map(({ part }) => countsOf(part, query.now))),
      rows: new Map([...rows].map(([key, counts]) => [key, sumOf(counts)])),
    },
    days,
  };
};

const BUSY = [
  'le-duc-trung',
  'dang-ngoc-son',
  'pham-quoc-thinh',
  'nguyen-minh-anh',
  'tran-van-dung',
  'nguyen-van-thai',
];

const anyQuery = (roll: Roll): { query: FiguresQuery; personId: number } => {
  const people = [...reference.directory.people.values()];
  const personId = roll(people.filter(({ key }) => roll([true, false]) || BUSY.includes(key))).id;
  const selection = selectionOf(reference.directory, personId, dateOf(NOW), roll(VIEWS));
  const ids = { zone: [...reference.zones.keys(), 0], field: [...reference.fields.keys()] };
  const filters = roll<Filters>([
    ...[{}, {}, {}, {}, {}, {}],
    { zone: [roll(ids.zone), roll(ids.zone)] },
    { field: [roll(ids.field), roll(ids.field), roll(ids.field)] },
    { unit: [...reference.directory.units.keys()].slice(0, 8) },
    { zone: [roll(ids.zone), roll(ids.zone)], unit: [...reference.directory.units.keys()].slice(3, 20) },
    { zone: ids.zone.slice(0, 9), field: [roll(ids.field), ...ids.field.slice(2, 9)] },
    { zone: ids.zone, field: ids.field.slice(3), unit: [...reference.directory.units.keys()].slice(0, 30) },
  ]);
  return { query: { selection, filters, by: roll([null, ...BREAKDOWNS]), now: NOW }, personId };
};

const anyPeriod = (roll: Roll): Period => {
  const day = addDays('2026-11-23', -roll(HOURS));
  const kind = roll([...PERIOD_KINDS, 'span' as const]);
  return kind === 'span' ? periodOf(day, addDays(day, roll([0, 3, 30, 59, 100]))) : periodAround(kind, day);
};

test('every figure equals the plain computation over a random history, whoever asks for whatever', async () => {
  const roll = dice(3);
  let counted = 0;
  for (let round = 0; round < 6; round += 1) {
    const before = await load();
    for (let step = 0; step < 60; step += 1) await change(roll, before).execute(db.query);
    await hideSome.execute(db.query);
    if (roll([true, false])) await foldFigures(db);
    const all = await load();
    for (let asked = 0; asked < 30; asked += 1) {
      const { query, personId } = anyQuery(roll);
      const [first, previous] = [anyPeriod(roll), anyPeriod(roll)] as const;
      const periods = [first, previous];
      const read = await inTransaction(db, (tx) => readFigures(tx, query, periods));
      const expected = periods.map((period) => plainly(all, query, period));
      expect(read).toEqual(expected.map(({ figures }) => figures));
      expect(await inTransaction(db, (tx) => readDaysTaken(tx, query, first))).toEqual(expected[0]?.days);
      // A screen reads all of it at once.
      const asks = { period: first, previous, lastYear: first };
      const compared = await inTransaction(db, (tx) => readCompared(tx, query, asks));
      expect(compared.current).toEqual(expected[0]?.figures);
      expect([compared.previous, compared.lastYear]).toEqual([read[1]?.total, read[0]?.total]);
      expect(compared.days).toEqual(expected[0]?.days);
      counted += sumOf(read.map(({ total }) => total)).received;
      // Nothing is counted that the person could not open.
      const scope = scopeOf(reference.directory, personId, dateOf(NOW));
      const seen = chosen(all, query, first).filter(({ dossier }) => !canSee(scope, dossier, NOW));
      expect(seen.map(({ dossier }) => dossier.request.code)).toEqual([]);
    }
  }
  // Nothing was proved of empty figures.
  expect(counted).toBeGreaterThan(200);
}, 120_000);

test('by the units of today each part is counted with one unit: its heir by zone, in sums and list alike', async () => {
  const roll = dice(11);
  const { directory, zones } = reference;
  const old = [...directory.units.values()].filter(({ code }) => /^(huyen|quan)-/.test(code));
  for (const { parts } of await load())
    for (const { id } of parts)
      if (roll([true, false])) await sql`update part set unit_id = ${roll(old).id} where id = ${id}`.execute(db.query);
  await foldFigures(db);
  const all = await load();
  const heirs = await inTransaction(db, readHeirs);
  const personId = [...directory.people.values()].find(({ key }) => key === 'le-duc-trung')?.id ?? 0;
  const screen = { view: 'all', from: '2026-01-01', to: '2026-12-31', by: 'unit', units: 'now' } as const;
  const planned = (unit: number | null, zone: number | null) => {
    const plan = planOf({ reference, personId, now: NOW }, { ...screen, unit, zone, field: null });
    if (!plan.ok) throw new Error(plan.code);
    return plan.value;
  };
  const readPlan = (plan: Plan) =>
    inTransaction(db, async (tx) => {
      const { current } = await readScreen(tx, reference, plan);
      const listed = new Map<number, number>();
      for await (const { unitId, unitToday = unitId } of figuredParts(tx, reference, plan))
        listed.set(unitToday, (listed.get(unitToday) ?? 0) + 1);
      return { received: new Map([...current.rows].map(([id, { received }]) => [id, received])), listed };
    });
  const expected = new Map<number, number>();
  const whole = planned(null, null);
  for (const { dossier, part } of chosen(all, whole.query, whole.period)) {
    const ground = { zone: dossier.request.zoneId ?? 0, day: dateOf(NOW) };
    const heir = heirOf(reference, heirs, part.unitId, ground);
    expected.set(heir, (expected.get(heir) ?? 0) + 1);
  }
  const read = await readPlan(whole);
  expect(read.received).toEqual(expected);
  expect(read.listed).toEqual(expected);
  expect([...expected.keys()].filter((id) => old.some((unit) => unit.id === id))).toEqual([]);
  // One unit, and one zone: no part of another heir of the same district.
  for (const [unit, received] of expected) {
    const one = await readPlan(planned(unit, null));
    expect([one.received, one.listed]).toEqual([new Map([[unit, received]]), new Map([[unit, received]])]);
  }
  const inZone = await readPlan(planned(null, [...zones.keys()][0] ?? null));
  expect(inZone.listed).toEqual(inZone.received);
});

test('the nightly recount finds nothing after any history, and mends and reports what went round the triggers', async () => {
  expect((await recountFigures(db, NOW)).different).toBe(0);
  await sql`update figure_cell set late = late + 3 where owner = 0 and dims = 0`.execute(db.query);
  expect((await recountFigures(db, NOW)).different).toBeGreaterThan(0);
  expect((await recountFigures(db, NOW)).different).toBe(0);
  // One row of each, where the histories of this run have left one.
  const spoilt = await Promise.all([
    sql`update figure_open set due = due + interval '1 day'
      where part_id = (select min(part_id) from figure_open)`.execute(db.query),
    sql`delete from figure_entry where ctid = (select min(ctid) from figure_entry)`.execute(db.query),
  ]);
  const rowsSpoilt = spoilt.reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows), 0);
  expect(rowsSpoilt).toBeGreaterThan(0);
  expect((await recountFigures(db, NOW)).different).toBe(rowsSpoilt);
  expect((await recountFigures(db, NOW)).different).toBe(0);
  const rows = await db.query.selectFrom('figure_recount').select('different').orderBy('id').execute();
  expect(rows.map(({ different }) => different > 0)).toEqual([false, true, false, true, false]);
});
