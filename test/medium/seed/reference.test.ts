/** What every installation starts with, and that it is loaded once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { referenceStore } from '#db/directory/reference.ts';
import { calendarDays, sampleSessions } from '#db/seed/data/calendar-days.ts';
import { checklists, teamTerms } from '#db/seed/data/checklists.ts';
import { fields } from '#db/seed/data/fields.ts';
import { groups } from '#db/seed/data/groups.ts';
import { regulations } from '#db/seed/data/regulations.ts';
import { succession } from '#db/seed/data/succession.ts';
import { units } from '#db/seed/data/units.ts';
import { zones } from '#db/seed/data/zones.ts';
import { seed } from '#db/seed/seed.ts';
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { type Reference, regulationOn } from '#domain/reference.ts';
import { quietLog } from '#test/support/log.ts';
import { countOf, emptyDatabase, open, rowsOf, type Seeded, seededDatabase } from './rows.ts';

const NOW = '2026-11-23T08:00:00+07:00';
let seeded: Seeded;
let reference: Reference;

beforeAll(async () => {
  seeded = await seededDatabase(NOW, false);
  reference = await referenceStore(seeded.db).latest();
});
afterAll(() => seeded.close());

const codeOf = (unitId: number): string => reference.directory.units.get(unitId)?.code ?? '';
const found = <T extends { readonly code: string }>(values: Iterable<T>, code: string): T => {
  const value = [...values].find((one) => one.code === code);
  if (value === undefined) throw new Error(`no ${code}`);
  return value;
};

test('without sample data there are units and rules, and nobody', async () => {
  const counts = ['unit', 'unit_succession', 'person', 'account', 'enterprise', 'request', 'fact'].map((table) =>
    countOf(seeded, table),
  );
  expect(await Promise.all(counts)).toEqual([units.length, succession.length, 0, 0, 0, 0, 0]);
});

test('the reference store reads all that was loaded', () => {
  const { directory, calendar } = reference;
  expect(directory.units.size).toBe(units.length);
  expect(reference.zones.size).toBe(zones.length);
  expect(reference.fields.size).toBe(fields.length);
  expect(reference.regulations.map(({ code }) => code)).toEqual(regulations.map(({ code }) => code));
  expect(new Set(reference.groups.map(({ code }) => code))).toEqual(new Set(groups.map(({ code }) => code)));
  expect(calendar.days.size).toBe(calendarDays.length);
  expect(calendar.sessions).toEqual(sampleSessions);
});

test('rows point at each other as the codes of the data do', () => {
  const { directory, regulations: versions } = reference;
  expect(codeOf(directory.unitsByCode.get('bql-qhxd')?.parentId ?? 0)).toBe('bql');
  const thangLong = found(reference.zones.values(), 'TL').units.map(({ unitId, role }) => [codeOf(unitId), role]);
  expect(thangLong).toContainEqual(['xa-thien-loc', 'main']);
  const fireSafety = found(reference.fields.values(), 'F6b');
  expect(fireSafety.parties.map(codeOf)).toEqual(['cong-an-pccc']);
  expect(fireSafety.parentId).toBe(found(reference.fields.values(), 'F6').id);
  const members = found(reference.groups, 'xa-phuong-co-kcn').units.map(codeOf);
  expect(new Set(members)).toEqual(new Set(groups[0].members));
  expect(versions.map(({ parties }) => parties.size)).toEqual(regulations.map(({ parties }) => parties.length));
});

test('the regulation in force has terms for every urgency and says that they are proposed', () => {
  const inForce = regulationOn(reference, '2026-11-23');
  expect(inForce).toMatchObject({ code: 'QC-2026', termsAreProposal: true, silence: 'escalate', clause: null });
  expect(inForce?.terms.get('thuong')).toEqual({
    receipt: { amount: 8, unit: 'working_hour' },
    answer: { amount: 7, unit: 'working_day' },
  });
  expect(inForce?.terms.size).toBe(4);
});

test('the calendar is confirmed to 2026; 2027 is there and is not', async () => {
  expect([...reference.calendar.confirmedYears].toSorted((a, b) => a - b)).toEqual([2023, 2024, 2025, 2026]);
  expect(await rowsOf(seeded, 'select year from calendar_year where confirmed_at is null')).toEqual([{ year: 2027 }]);
  expect(isWorkingDay(reference.calendar, '2026-11-24')).toBe(false);
  expect(isWorkingDay(reference.calendar, '2026-08-22')).toBe(true);
});

test('a database that has units is left alone', async () => {
  const before = await rowsOf(seeded, 'select version from reference_version');
  await seed(seeded.db, { now: Date.parse(NOW), sample: true, log: quietLog });
  expect(await rowsOf(seeded, 'select version from reference_version')).toEqual(before);
  expect(await countOf(seeded, 'person')).toBe(0);
});

test('of processes that start at once one loads, the others find it done', async () => {
  const shared = await emptyDatabase();
  const others = [open(shared.url), open(shared.url)];
  const starts = [shared.db, ...others].map((db) => seed(db, { now: Date.parse(NOW), sample: false, log: quietLog }));
  await Promise.all(starts);
  expect(await countOf(shared, 'unit')).toBe(units.length);
  await Promise.all(others.map((db) => db.pool.end()));
  await shared.close();
});

test('a load that fails half-way leaves the database empty for the next start', async () => {
  const shared = await emptyDatabase();
  const owner = open(shared.ownerUrl);
  await owner.pool.query(`alter table fact add constraint broken check (kind <> 'closed')`);
  const options = { now: Date.parse(NOW), sample: true, log: quietLog };
  await expect(seed(shared.db, options)).rejects.toMatchObject({ constraint: 'broken' });
  expect(await Promise.all(['unit', 'request', 'fact', 'counter'].map((table) => countOf(shared, table)))).toEqual([
    0, 0, 0, 0,
  ]);
  await owner.pool.query('alter table fact drop constraint broken');
  await seed(shared.db, options);
  expect(await countOf(shared, 'unit')).toBe(units.length);
  await owner.pool.end();
  await shared.close();
});

test('a database filled before there were checklists gets them at its next start, once; its own are left alone', async () => {
  const old = await seededDatabase(NOW, false);
  const owner = open(old.ownerUrl);
  await owner.pool.query('delete from checklist_template_item; delete from checklist_template; delete from team_term');
  await owner.pool.query(
    `insert into checklist_template (code, name, valid_from) values ('pccc', 'Của đơn vị', '2026-01-01')`,
  );
  const options = { now: Date.parse(NOW), sample: false, log: quietLog };
  await seed(old.db, options);
  await seed(old.db, options);
  const named = await rowsOf<{ code: string; name: string }>(
    old,
    'select code, name from checklist_template order by code',
  );
  expect(named.map(({ code }) => code)).toEqual(checklists.map(({ code }) => code).sort());
  expect(named.find(({ code }) => code === 'pccc')?.name).toBe('Của đơn vị');
  expect(await countOf(old, 'team_term')).toBe(teamTerms.length);
  await owner.pool.end();
  await old.close();
});
