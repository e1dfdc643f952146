/**
 * A whole product on a fake platform: real processes, Postgres, the queue's store, people with linked accounts. The
 * quick tests and the counting runs play on the same stage; only the numbers differ.
 */
import { type Db, inTransaction, openDb } from '#db/client.ts';
import { insertPerson } from '#db/people/people.ts';
import { seed } from '#db/seed/seed.ts';
import type { Role } from '#domain/directory/directory.ts';
import { type FakeTelegram, type FakeUser, startFakeTelegram } from '#test/fakes/telegram/fake.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { quietLog } from '#test/support/log.ts';
import { type ProductProcess, startProcess } from '#test/support/process.ts';
import { type Door, openDoor } from '#test/support/process-door.ts';

/** A Monday morning: terms run, and no day off is near. */
const START = '2026-11-23T08:00:00+07:00';
export const SECRET = 'a-secret-of-the-webhook';

/** Where the database and the queue are; the caller made them and ends them. */
export type Ground = {
  readonly database: TestDatabase;
  readonly redisUrl: string | null;
  /** The way of the processes to the database, when it is not the stage's own. */
  readonly through?: (url: string) => string;
};

export type StageOptions = {
  readonly officials: number;
  /** How many communes have a person who receives for them. */
  readonly desks?: number;
  readonly receive?: 'webhook' | 'polling';
  /** How much faster than real time the product's clock runs: leases and waits pass sooner. */
  readonly speed?: number;
  /** Send limits, as in production; off, a form is filled in within a moment. */
  readonly pacing?: boolean;
  readonly undoSeconds?: number;
  /** Length of the platform's second, for its redelivery. */
  readonly secondMs?: number;
  /** The platform answers 429 above its published rates. */
  readonly enforceRates?: boolean;
  /** When the product's clock starts. */
  readonly from?: string;
};

export type Actor = { readonly user: FakeUser; readonly personId: number };

export type Stage = {
  readonly fake: FakeTelegram;
  readonly door: Door;
  readonly db: Db;
  readonly officials: readonly Actor[];
  readonly desks: readonly Actor[];
  readonly admin: Actor;
  /** Starts one more process; web processes are behind the door while they live. */
  readonly start: (role?: 'all' | 'web' | 'worker') => Promise<ProductProcess>;
  readonly close: () => Promise<void>;
};

export const openStage = async (ground: Ground, options: StageOptions): Promise<Stage> => {
  const { speed = 1, secondMs = 1_000, enforceRates = false, from = START } = options;
  // The platform's time runs as fast as the product's, or its waits would not be over when the product's are.
  const now = (): number => performance.timeOrigin + performance.now() * speed;
  const fake = await startFakeTelegram({ secondMs, now, enforceRates });
  const door = await openDoor();
  const db = openDb(ground.database.ownerUrl, 4, (error) => quietLog.warn({ err: error }, 'a connection was lost'));
  await seed(db, { now: Date.parse(from), sample: false, log: quietLog });
  const people = await settle(db, fake, options, Date.parse(from));
  const processes = new Set<ProductProcess>();

  const start: Stage['start'] = async (role = 'all') => {
    const process = await startProcess({ ...environmentOf(ground, options, { fake, door }), ROLE: role });
    processes.add(process);
    const lead = (): void => door.leadTo([...processes].flatMap(({ url }) => url ?? []));
    lead();
    void process.ended.then(() => {
      processes.delete(process);
      lead();
    });
    return process;
  };
  return {
    ...{ fake, door, db, start },
    ...people,
    close: async () => {
      const left = [...processes];
      for (const process of left) process.kill('SIGKILL');
      await Promise.all(left.map((process) => process.ended));
      await Promise.all([fake.close(), door.close(), db.pool.end()]);
    },
  };
};

type Outside = { readonly fake: FakeTelegram; readonly door: Door };

const environmentOf = (
  { database, redisUrl, through = (url) => url }: Ground,
  { receive = 'webhook', speed = 1, pacing = true, undoSeconds = 30, from = START }: StageOptions,
  { fake, door }: Outside,
): Record<string, string> => ({
  DATABASE_URL: through(database.appUrl),
  DATABASE_OWNER_URL: through(database.ownerUrl),
  ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  TELEGRAM_BOT_TOKEN: fake.token,
  TELEGRAM_API_ROOT: fake.root,
  TELEGRAM_MODE: receive,
  TELEGRAM_WEBHOOK_SECRET: SECRET,
  PUBLIC_URL: door.url,
  TEST_CLOCK: `${from} x${speed}`,
  TEST_PACING: pacing ? 'on' : 'off',
  UNDO_SECONDS: String(undoSeconds),
  WEB_CHAT: 'off',
  SAMPLE_DATA: 'off',
});

const settle = async (db: Db, fake: FakeTelegram, { officials, desks = 0 }: StageOptions, now: number) => {
  const unitOf = new Map(
    (await db.query.selectFrom('unit').select(['id', 'code', 'kind']).where('valid_to', 'is', null).execute()).map(
      (unit) => [unit.code, unit],
    ),
  );
  const communes = [...unitOf.values()].filter(({ code }) => /^(xa|phuong)-[a-z-]+$/.test(code) && !/-kt/.test(code));
  const enter = async (name: string, unitId: number, role: Role): Promise<Actor> => {
    const user = fake.user(name);
    const chat = fake.world.chats.get(user.id);
    // Somebody who has written before: the bot may write to him.
    if (chat !== undefined) chat.bot = 'member';
    return { user, personId: await insertActor(db, { name, unitId, role, now, chatId: String(user.id) }) };
  };
  const bql = unitOf.get('bql-qhxd')?.id ?? 0;
  const board = unitOf.get('bql')?.id ?? 0;
  return {
    admin: await enter('Quản trị', board, 'admin'),
    officials: await inTurn(officials, (index) => enter(`Cán bộ ${index}`, bql, 'official')),
    desks: await inTurn(desks, (index) => enter(`Đầu mối ${index}`, communes[index]?.id ?? 0, 'focal')),
  };
};

const inTurn = async <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(await make(index));
  return made;
};

type NewActor = {
  readonly name: string;
  readonly unitId: number;
  readonly role: Role;
  readonly now: number;
  readonly chatId: string;
};

const insertActor = (db: Db, { chatId, ...person }: NewActor): Promise<number> =>
  inTransaction(db, async (tx) => {
    const id = await insertPerson(tx, { ...person, key: `chaos-${chatId}`, title: 'Chuyên viên' });
    await tx
      .insertInto('account')
      .values({
        channel: 'telegram',
        external_id: chatId,
        address: chatId,
        person_id: id,
        display_name: person.name,
        seen_at: new Date(person.now),
        linked_at: new Date(person.now),
      })
      .execute();
    return id;
  });
