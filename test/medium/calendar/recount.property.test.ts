/**
 * Random changes of the calendar while random requests are open, and processes that die between the batches. Whatever the
 * sequence, each date that still counts is the one that its facts explain, what is over keeps its own, each move has its
 * fact, and the moments stand where the pure function puts them.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { changeCalendar } from '#db/directory/calendar.ts';
import { readReference } from '#db/directory/reference.ts';
import { verifyFacts } from '#db/fact.ts';
import { insertRequest, newRequestId } from '#db/request/insert.ts';
import { moveMoments } from '#db/request/part-moments.ts';
import { dossiersById, lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { type CalendarStep, checkCalendarStep } from '#domain/calendar/change.ts';
import { chiefsOf } from '#domain/directory/directory.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import { answerDeadline, receiptDeadline } from '#domain/request/clock.ts';
import { changeUrgency } from '#domain/request/decide/change.ts';
import { receive } from '#domain/request/decide/receive.ts';
import { applied, type Decision } from '#domain/request/decision.ts';
import { file } from '#domain/request/filing.ts';
import { momentsOf } from '#domain/request/moments.ts';
import { isCounted } from '#domain/request/recount.ts';
import { type Part, type Request, URGENCIES } from '#domain/request/request.ts';
import { addDays, DAY, dateOf, HOUR, type IsoDate, type Millis } from '#domain/time.ts';
import { recountOpen } from '#jobs/due/recount.ts';
import { createLog } from '#src/log.ts';
import { type Random, randomOf } from '#test/chaos/random.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { createHandClock, localTime } from '#test/support/hand-clock.ts';
import { type Office, openOffice } from '#test/support/office.ts';

/** More than one batch. */
const REQUESTS = 104;
const CHANGES = 8;

let database: TestDatabase;
let db: Db;
const clock = createHandClock(localTime('2026-12-07 08:00'));
const log = createLog({ level: 'silent', secrets: [] });
let offices: Office[];

beforeAll(async () => {
  database = await freshDatabase('seeded');
  db = openDb(database.appUrl, 2, () => undefined);
  offices = [0, 1].map(() => openOffice({ url: database.appUrl, clock, log, channels: [] }));
});
afterAll(async () => {
  await Promise.all(offices.map((office) => office.close()));
  await db.pool.end();
  await database.drop();
});

const fileOne = (reference: Reference, random: Random, now: Millis): Promise<number> =>
  inTransaction(db, async (tx) => {
    const { unitsByCode } = reference.directory;
    const unit = unitsByCode.get('bql');
    // A chief, so that every urgency is his to ask for.
    const [filerId] = unit === undefined ? [] : chiefsOf(reference.directory, unit.id, dateOf(now));
    if (unit === undefined || filerId === undefined) throw new Error('the sample has no bql');
    const draft = {
      ...{ type: 'opinion' as const, fieldId: [...reference.fields.keys()][0] ?? 0, zoneId: null, enterpriseId: null },
      ...{ subject: 'Góp ý', content: '', urgency: random.oneOf(URGENCIES), docNumber: null, docDate: null },
      ...{ wantedBy: random.oneOf([null, now + 40 * DAY]), signerId: null, extra: [] },
      unitIds: ['xa-thien-loc', 'cong-an-pccc'].map((code) => unitsByCode.get(code)?.id ?? 0),
    };
    const filed = file({ reference, filerId, unit, now, undoMs: 0 }, draft);
    if (!filed.ok) throw new Error(filed.code);
    const id = await newRequestId(tx);
    await insertRequest(tx, {
      id,
      filed: filed.value,
      fileIds: [],
      origin: { actorId: filerId, channel: 'web', at: now },
    });
    return id;
  });

/** Received, made more urgent before receipt, answered, or left as it is. */
const actOn = (reference: Reference, random: Random, id: number): Promise<void> =>
  inTransaction(db, async (tx) => {
    const dossier = await lockDossier(tx, id);
    const [part] = dossier?.parts ?? [];
    if (dossier === null || part === undefined) throw new Error('the request is gone');
    const now = dossier.request.filedAt + random.between(0, 30) * HOUR;
    const on = {
      reference,
      regulation: regulationOf(reference, dossier.request),
      ...{ dossier, actor: dossier.request.filerId, now },
    };
    const raised = changeUrgency(on, random.oneOf(URGENCIES), 'Gấp.');
    const nothing: Decision = { facts: [], told: [] };
    const decision = random.oneOf<Decision>([
      receive(on, part),
      raised.ok ? raised.value : nothing,
      { ...nothing, parts: [{ id: part.id, state: 'answered', answeredAt: now }] },
      nothing,
    ]);
    await saveDecision(tx, dossier, decision, { actorId: dossier.request.filerId, channel: 'web', at: now });
    const after = applied(dossier, decision);
    await moveMoments(tx, { reference, request: after.request, now }, after.parts);
  });

const stepOf = (random: Random, { calendar }: Reference, today: IsoDate): CalendarStep => {
  const date = addDays(today, random.between(-10, 20));
  const step = random.oneOf<CalendarStep>([
    { kind: 'set_day', date, day: 'holiday', reason: 'Nghỉ chống bão' },
    { kind: 'set_day', date, day: 'swap_work', reason: 'Làm bù' },
    { kind: 'drop_day', date: random.oneOf([...calendar.days.keys()].filter((one) => one >= today).concat(date)) },
    { kind: 'confirm_year', year: 2027 },
  ]);
  return checkCalendarStep(calendar, step).ok
    ? step
    : { kind: 'set_day', date: addDays(today, 3), day: 'comp', reason: 'Nghỉ bù' };
};

const everything = () =>
  inTransaction(db, async (tx) => {
    const ids = (await tx.selectFrom('request').select('id').orderBy('id').execute()).map((row) => row.id);
    return { reference: await readReference(tx), dossiers: await dossiersById(tx, ids) };
  });

type All = Awaited<ReturnType<typeof everything>>;
type DueAt = (kind: string, id: number) => Millis | null;

/** @returns how many dates have moved */
const checkAll = async (before: All): Promise<number> => {
  const { reference, dossiers } = await everything();
  const { rows } = await sql<{ kind: string; id: number; at: Millis }>`
    select kind, subject_id as id, at from due where kind in ('remind', 'silence', 'pause')`.execute(db.query);
  const dueAt: DueAt = (kind, id) => rows.find((one) => one.kind === kind && one.id === id)?.at ?? null;
  const earlier = new Map(before.dossiers.flatMap(({ parts }) => parts).map((part) => [part.id, part]));
  let moved = 0;
  for (const { request, parts } of dossiers) {
    for (const part of parts) {
      const was = earlier.get(part.id);
      if (isCounted(request, part)) checkCounted(reference, request, part, dueAt);
      else expect(part).toEqual(was);
      if (JSON.stringify(datesOf(part)) !== JSON.stringify(was === undefined ? null : datesOf(was))) moved += 1;
    }
  }
  return moved;
};

const datesOf = ({ due, provisional, receiptDue }: Part) => ({ due, provisional, receiptDue });

const checkCounted = (reference: Reference, request: Request, part: Part, dueAt: DueAt): void => {
  const { calendar } = reference;
  const regulation = regulationOf(reference, request);
  expect(answerDeadline(calendar, regulation, request, part)).toMatchObject({
    due: part.due,
    provisional: part.provisional,
  });
  const receipt = receiptDeadline(calendar, regulation, request.urgency, part.receiptFrom).due;
  if (part.termFrom === null) expect(part.receiptDue).toBe(receipt);
  for (const [kind, at] of Object.entries(momentsOf({ calendar, regulation, request, now: clock.now() }, part))) {
    const stored = dueAt(kind, part.id);
    // One that had come already is left for the sweep.
    if (stored === null || stored > clock.now()) expect(stored, kind).toBe(at);
  }
};

/** A process that is gone after so many commits. */
const endsAfter = (commits: number): AbortSignal => {
  let left = commits;
  return Object.defineProperty(new AbortController().signal, 'aborted', {
    get: () => {
      left -= 1;
      return left <= 0;
    },
  });
};

test('after any sequence of calendar changes each stored date and moment is the one its facts explain', async () => {
  const random = randomOf(20_261_124);
  const first = await everything();
  for (let count = 0; count < REQUESTS; count += 1) {
    const id = await fileOne(first.reference, random, clock.now() - random.between(0, 60) * HOUR);
    await actOn(first.reference, random, id);
  }
  let moved = 0;
  for (let count = 0; count < CHANGES; count += 1) {
    const before = await everything();
    const facts = await factsOf();
    for (let step = random.between(1, 2); step > 0; step -= 1) {
      const { reference } = await everything();
      const change = stepOf(random, reference, dateOf(clock.now()));
      const origin = { actorId: null, askedBy: null, channel: 'cli', at: clock.now() };
      await inTransaction(db, (tx) => changeCalendar(tx, change, origin));
    }
    const [one, other] = offices;
    if (one === undefined || other === undefined) throw new Error('two processes');
    await recountOpen(one.runtime, endsAfter(random.between(1, 3)));
    while (Number((await openWork()).count) > 0) {
      await Promise.all([one, other].map(({ runtime }) => recountOpen(runtime, new AbortController().signal)));
    }
    const here = await checkAll(before);
    expect((await factsOf()) - facts).toBe(here);
    moved += here;
    clock.moveTo(clock.now() + random.between(1, 30) * HOUR);
  }
  // Nothing was proved of what never moved.
  expect(moved).toBeGreaterThan(REQUESTS);
  expect((await verifyFacts(db)).firstBroken).toBeNull();
}, 60_000);

const factsOf = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from fact where kind = 'recounted'`.execute(db.query);
  return rows[0]?.count ?? 0;
};

const openWork = async (): Promise<{ count: number }> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from recount where done_at is null`.execute(db.query);
  return rows[0] ?? { count: 0 };
};
