/**
 * Random people do random acts on requests, through the same permission, decisions and storage as the chats do. Whatever
 * the sequence: no forbidden move, no fact lost, no chain broken, each date the one that its facts explain, and nobody
 * who is not a party sees anything.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { verifyFacts } from '#db/fact.ts';
import { insertRequest, newRequestId } from '#db/request/insert.ts';
import { type LoadedDossier, lockDossier } from '#db/request/request.ts';
import { saveDecision } from '#db/request/write.ts';
import { actsOpenTo, may } from '#domain/permission/may.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import { ACT_NAMES, ACTS, type ActName } from '#domain/request/acts.ts';
import { answerDeadline } from '#domain/request/clock.ts';
import { file } from '#domain/request/filing.ts';
import { type Part, type PartState, positionsFor, type RequestState, URGENCIES } from '#domain/request/request.ts';
import { addDays, dateOf, HOUR, type Millis } from '#domain/time.ts';
import type { Answers } from '#forms/define.ts';
import { decide } from '#handlers/request/act-table.ts';
import { freshDatabase, type TestDatabase } from '#test/support/database.ts';
import { localTime } from '#test/support/hand-clock.ts';

let database: TestDatabase;
let db: Db;
let reference: Reference;
const people = new Map<string, number>();

beforeAll(async () => {
  database = await freshDatabase('seeded');
  db = openDb(database.appUrl, 2, () => undefined);
  const { directory, ...data } = await inTransaction(db, readReference);
  // The police have nobody linked here: their part is followed on paper too.
  const police = directory.byUnit.get(directory.unitsByCode.get('cong-an-pccc')?.id ?? 0) ?? [];
  const linked = new Set([...directory.people.keys()].filter((id) => !police.some((row) => row.personId === id)));
  reference = { ...data, directory: { ...directory, linked } };
  for (const person of reference.directory.people.values()) people.set(person.key, person.id);
});
afterAll(async () => {
  await db.pool.end();
  await database.drop();
});

const id = (key: string): number => people.get(key) ?? 0;
const unit = (code: string): number => reference.directory.unitsByCode.get(code)?.id ?? 0;

/** A commune that is no party at first. */
const another = (): number => reference.directory.byPerson.get(id('nguyen-thi-thu-hien'))?.[0]?.unitId ?? 0;

const ACTORS = [
  ...['nguyen-minh-anh', 'tran-van-dung', 'pham-quoc-thinh', 'le-duc-trung', 'bui-van-khanh', 'dang-ngoc-son'],
  ...['tran-thi-lan', 'nguyen-van-thai', 'ngo-thi-huong', 'bach-thi-yen', 'duong-thi-nga'],
  ...['kieu-thi-thanh-ha', 'khuat-duy-thanh', 'nguyen-thi-thu-hien', 'ta-dinh-phong'],
] as const;

/** What DESIGN 3 and 4 allow a part and a request to become. */
const PART_MOVES: Readonly<Record<PartState, readonly PartState[]>> = {
  awaiting: ['accepted', 'answered', 'returned', 'handed_on', 'cancelled', 'silent'],
  accepted: ['drafted', 'answered', 'returned', 'handed_on', 'cancelled', 'silent'],
  drafted: ['accepted', 'answered', 'cancelled', 'silent'],
  returned: ['accepted', 'cancelled', 'silent'],
  answered: ['accepted', 'closed'],
  silent: ['accepted', 'answered'],
  handed_on: ['accepted'],
  cancelled: ['accepted'],
  closed: ['accepted'],
};
const REQUEST_MOVES: Readonly<Record<RequestState, readonly RequestState[]>> = {
  open: ['synthesised', 'withdrawn'],
  synthesised: ['closed', 'withdrawn'],
  closed: ['open'],
  withdrawn: ['open'],
};

/** A small generator with a seed (mulberry32), so that a failure can be played again. */
const dice = (seed: number) => {
  let state = seed;
  return <T>(from: readonly T[]): T => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const index = ((mixed ^ (mixed >>> 14)) >>> 0) % from.length;
    return from[index] as T; // the lists here are never empty
  };
};

const fileOne = (now: Millis): Promise<number> =>
  inTransaction(db, async (tx) => {
    const filerId = id('nguyen-minh-anh');
    const own = reference.directory.unitsByCode.get('bql-qhxd');
    if (own === undefined) throw new Error('the sample has no bql-qhxd');
    const draft = {
      ...{ type: 'opinion' as const, fieldId: [...reference.fields.keys()][0] ?? 0, zoneId: null, enterpriseId: null },
      ...{ subject: 'Góp ý', content: '', urgency: 'thuong' as const, docNumber: null, wantedBy: null },
      ...{ docDate: null, signerId: null, extra: [] },
      unitIds: [unit('xa-thien-loc'), unit('cong-an-pccc')],
    };
    const filed = file({ reference, filerId, unit: own, now, undoMs: 0 }, draft);
    if (!filed.ok) throw new Error(filed.code);
    const requestId = await newRequestId(tx);
    const origin = { actorId: filerId, channel: 'web', at: now };
    await insertRequest(tx, { id: requestId, filed: filed.value, fileIds: [], origin });
    return requestId;
  });

type Roll = ReturnType<typeof dice>;

const answersFor = (roll: Roll, dossier: LoadedDossier, now: Millis): Answers => ({
  words: 'Nội dung.',
  left_out: roll(['', 'Đã quá hạn.']),
  position: roll(positionsFor(dossier.request.type)),
  person: id(roll(ACTORS)),
  unit: roll([unit('cong-an-pccc'), unit('xa-thien-loc'), unit('bql-qhxd'), another()]),
  until: addDays(dateOf(now), roll([1, 5, 9, 14])),
  urgency: roll(URGENCIES),
  watcher: id(roll(ACTORS)),
  number: roll(['12/BQL-QHXD', '345/UBND-KT']),
  date: addDays(dateOf(now), roll([0, -1, -2, -6])),
  signer: 'Nguyễn Văn A',
  parts: dossier.parts.filter(() => roll([true, false])).map((part) => part.id),
});

const done = new Map<ActName, number>();
const timesDone = (act: ActName): number => done.get(act) ?? 0;

/** Mostly what is open to the person and came up least so far; sometimes anything, as a forged press would be. */
const actFor = (roll: Roll, dossier: LoadedDossier, by: number, now: Millis): { act: ActName; part: Part | null } => {
  const open = [null, ...dossier.parts].flatMap((part) =>
    actsOpenTo({ reference, personId: by, dossier, part, now }).map((act) => ({ act, part })),
  );
  // Withdrawing ends a story: it is rare.
  const wanted = open.filter(({ act }) => act !== 'withdraw' || roll([true, false, false, false, false]));
  // Three hand-overs in a row, and their decision, would hardly ever come up by themselves.
  const rare = wanted.toSorted((a, b) => timesDone(a.act) - timesDone(b.act));
  const round = rare.find(({ act }) => act.endsWith('handover')) ?? rare.find(({ act }) => act === 'hand_on');
  if (round !== undefined && roll([true, false, false])) return round;
  const [rarest] = rare;
  if (rarest !== undefined && roll([true, true, false])) return rarest;
  if (wanted.length > 0 && roll([true, true, false])) return roll(wanted);
  const part = roll<Part | null>([null, ...dossier.parts]);
  return { act: roll(ACT_NAMES.filter((act) => (ACTS[act].subject === 'part') === (part !== null))), part };
};

const step = async (roll: Roll, requestId: number, now: Millis): Promise<ActName | null> =>
  inTransaction(db, async (tx) => {
    const dossier = await lockDossier(tx, requestId);
    if (dossier === null) throw new Error('the request is gone');
    const actor = id(roll(ACTORS));
    const { act, part } = actFor(roll, dossier, actor, now);
    const allowed = may(act, { reference, personId: actor, dossier, part, now });
    if (!allowed.ok) return null;
    const on = { reference, regulation: regulationOf(reference, dossier.request), dossier, actor, now };
    const decision = decide(act, on, part, answersFor(roll, dossier, now));
    if (!decision.ok) return null;
    expect(decision.value.facts.length, act).toBeGreaterThan(0);
    await saveDecision(tx, dossier, decision.value, { actorId: actor, channel: 'web', at: now });
    const after = await lockDossier(tx, requestId);
    if (after === null) throw new Error('the request is gone');
    checkMoves(act, dossier, after);
    checkWhole(after, now);
    return act;
  });

const checkMoves = (act: ActName, before: LoadedDossier, after: LoadedDossier): void => {
  const [from, to] = [before.request.state, after.request.state];
  if (from !== to) expect(REQUEST_MOVES[from], `${act}: ${from} → ${to}`).toContain(to);
  for (const part of before.parts) {
    const next = after.parts.find((one) => one.id === part.id);
    if (next === undefined) throw new Error(`${act} lost a part`);
    if (next.state !== part.state)
      expect(PART_MOVES[part.state], `${act}: ${part.state} → ${next.state}`).toContain(next.state);
  }
  expect(after.head.seq).toBeGreaterThan(before.head.seq);
};

const checkWhole = (dossier: LoadedDossier, now: Millis): void => {
  const { request, parts } = dossier;
  const regulation = regulationOf(reference, request);
  for (const part of parts) {
    // The stored date is what "Cách tính thời hạn" explains, of what is over too; nobody waits for what is cancelled.
    if (part.state !== 'cancelled') {
      expect(answerDeadline(reference.calendar, regulation, request, part).due).toBe(part.due);
    }
    expect(part.pauses.some((pause) => pause.to === null)).toBe(part.state === 'returned');
    if (part.state === 'answered') expect(part.answer).not.toBeNull();
    if (part.state === 'drafted') expect(part.draft).not.toBeNull();
  }
  for (const stranger of ['nguyen-thi-thu-hien', 'ta-dinh-phong', 'bui-van-khanh']) {
    const scope = scopeOf(reference.directory, id(stranger), dateOf(now));
    const isParty =
      dossier.watchers.includes(id(stranger)) ||
      parts.some((part) => scope.units.includes(part.unitId) || part.holderId === id(stranger));
    if (!isParty) expect(canSee(scope, dossier, now), stranger).toBe(false);
  }
};

const SEQUENCES = 12;
const STEPS = 80;

test('random sequences of acts by random people keep every promise', async () => {
  for (let seed = 1; seed <= SEQUENCES; seed += 1) {
    const roll = dice(seed);
    let now = localTime('2026-11-23 08:00');
    const requestId = await fileOne(now);
    for (let count = 0; count < STEPS; count += 1) {
      now += roll([0, 0, 1, 1, 3, 20]) * HOUR + HOUR / 60;
      const act = await step(roll, requestId, now);
      if (act !== null) done.set(act, timesDone(act) + 1);
    }
  }
  const verdict = await verifyFacts(db);
  expect(verdict.firstBroken).toBeNull();
  const decided = await sql`
    select 1 from answer where decided_by = author_id and not self_issued
    union all select 1 from extension where decided_by = asked_by`.execute(db.query);
  expect(decided.rows).toEqual([]);
  // Nothing was proved of an act that never came up.
  const hardToReach: readonly ActName[] = ['undo', 'agree_handover', 'refuse_handover']; // test/flow/acts.test.ts has them
  expect(ACT_NAMES.filter((act) => !done.has(act) && !hardToReach.includes(act))).toEqual([]);
  // A busy machine takes several times as long.
}, 120_000);
