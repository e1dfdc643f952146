/** F18: after two days without us all reminders are said: at the platform's pace, the most urgent first, one message a person. */
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { DAY, MINUTE } from '#domain/time.ts';
import { fillReminders, type Group } from '#test/bench/rig/many-reminders.ts';
import { addPeople, idOfFirst } from '#test/bench/rig/people.ts';
import type { ProductProcess } from '#test/support/process.ts';
import type { Echoes } from './play.ts';
import type { Actor, Stage } from './stage.ts';

/** A Wednesday in the office: Monday and Tuesday were lost, the list of Tuesday morning among them. */
export const BACK_AT = '2026-11-25T09:00:00+07:00';
const NOW = Date.parse(BACK_AT);

/** Reminders for each who holds them. */
const EACH = 40;
/** People speak so often while the backlog is gathered and its first tenth is said; the pace of all that is sent is one. */
const WORDS_A_SECOND = 20;

/** Shares of what waits, by urgency and by when the answer was owed. */
const MIX: readonly (Pick<Group, 'urgency'> & { readonly share: number; readonly dueIn: number })[] = [
  { urgency: 'thuong', share: 0.45, dueIn: -3 * DAY },
  { urgency: 'thuong', share: 0.4, dueIn: 5 * DAY },
  { urgency: 'khan', share: 0.1, dueIn: -DAY },
  { urgency: 'thuong_khan', share: 0.04, dueIn: -DAY },
  { urgency: 'hoa_toc', share: 0.01, dueIn: -DAY },
];

/** Those who hold the parts, the leaders above them, and the coordinator, who hears of the worst of all units. */
export const addReaders = async ({ db, fake }: Stage, reminders: number): Promise<void> => {
  const holders = Math.ceil(reminders / EACH);
  const enter = async (count: number, role: string, units: string): Promise<void> => {
    await addPeople(db.pool, count, role, { units, first: 100_000 + fake.world.chats.size - idOfFirst });
    for (let index = 0; index < count; index += 1) {
      const chat = fake.world.chats.get(fake.user(role).id);
      if (chat !== undefined) chat.bot = 'member';
    }
  };
  const communes = `u.kind in ('commune', 'ward')`;
  await enter(holders, 'official', communes);
  await enter(Math.min(126, Math.ceil(holders / 10)), 'leader', communes);
  await enter(1, 'coordinator', `u.code = 'bql'`);
};

/** Due in the two days in which nobody was reminded. */
const fallBehind = async ({ db }: Stage, reminders: number): Promise<void> => {
  await sql`update request set state = 'closed', closed_at = filed_at where state = 'open'`.execute(db.query);
  await sql`delete from due`.execute(db.query);
  const from = new Date(NOW - 2 * DAY);
  await fillReminders(
    db.pool,
    MIX.map(({ urgency, share, dueIn }) => {
      const count = Math.round(reminders * share);
      const everyMs = Math.floor((2 * DAY - MINUTE) / count);
      return { count, from, everyMs, urgency, due: new Date(NOW + dueIn) };
    }),
  );
  await sql`insert into due (kind, subject_id, at) values ('digest', 0, ${new Date(NOW - DAY - 60 * MINUTE)})`.execute(
    db.query,
  );
};

type Seen = { readonly chatId: number; readonly at: number };

type Backlog = {
  readonly reminders: number;
  /** Said before the outage: what the webhook's answers take on this machine today. */
  readonly quietWords: number;
};

/** The process is gone for two days. @returns figures of its first minutes back */
export const comeBack = async (
  { stage, echoes, process }: { stage: Stage; echoes: Echoes; process: ProductProcess },
  speakers: readonly Actor[],
  { reminders, quietWords }: Backlog,
) => {
  const { world, calls, webhook } = stage.fake;
  const quiet = webhook.deliveries.length;
  await speak(echoes, speakers, () => webhook.deliveries.length < quiet + quietWords);
  await echoes.allAnswered();
  const quietP99Ms = p99(webhook.deliveries.slice(quiet));
  process.kill('SIGKILL');
  await process.ended;
  await fallBehind(stage, reminders);
  const from = { calls: calls.length, deliveries: webhook.deliveries.length };
  const seen: Seen[] = [];
  const onMessage = ({ chat, text }: { chat: { id: number }; text: string }): void => {
    if (text.includes('PH-1999-')) seen.push({ chatId: chat.id, at: world.now() });
  };
  world.events.on('message', onMessage);
  const next = await stage.start();
  const startedAt = world.now();
  const isSpeaking = () => seen.length < reminders / EACH / 10;
  await Promise.all([speak(echoes, speakers, isSpeaking), said(stage)]);
  await echoes.allAnswered();
  world.events.off('message', onMessage);
  const sends = calls.slice(from.calls).filter(({ method }) => method === 'sendMessage');
  return {
    next,
    ...(await heard(stage, seen)),
    unsaid: reminders - (await remindedIn(stage)),
    ...paceOf(seen, sends),
    gatheredMs: Math.round((seen[0]?.at ?? Number.NaN) - startedAt),
    quietP99Ms,
    webhookP99Ms: p99(webhook.deliveries.slice(from.deliveries)),
    waitingAnswers: echoes.waiting(),
    memoryMb: await mostMemory(next.pid),
  };
};

/** Of the answers to the platform's deliveries. */
const p99 = (deliveries: readonly { readonly tookMs: number }[]): number => {
  const took = deliveries.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  return Math.round(took[Math.ceil(took.length * 0.99) - 1] ?? 0);
};

const speak = async (echoes: Echoes, speakers: readonly Actor[], isOn: () => boolean): Promise<void> => {
  for (let count = 0; isOn(); count += 1) {
    const speaker = speakers[count % speakers.length];
    if (speaker !== undefined) echoes.say(speaker);
    await delay(1_000 / WORDS_A_SECOND);
  }
};

/** Until nothing that was overdue waits any more. Asked seldom: asking costs too. */
const said = async ({ db }: Stage): Promise<void> => {
  for (;;) {
    const { rows } = await sql<{ isLeft: boolean }>`
      select exists (select from due where at <= ${new Date(NOW)}) or exists (select from reminder)
        or exists (select from outbox where state in ('queued', 'sending')) as "isLeft"`.execute(db.query);
    if (rows[0]?.isLeft !== true) return;
    await delay(250);
  }
};

/** By the facts: who was to hear, and how urgent the most urgent of it was. */
const heard = async ({ db }: Stage, seen: readonly Seen[]) => {
  const { rows } = await sql<{ chatId: number; rank: number }>`
    select a.external_id::int as "chatId",
      min(array_position(array['hoa_toc', 'thuong_khan', 'khan', 'thuong'], r.urgency)) as rank
    from request r join fact f on f.stream = 'request:' || r.id and f.kind = 'reminded'
    cross join unnest(string_to_array(f.data ->> 'people', ',')) as who
    join account a on a.person_id = who::int
    where r.state = 'open' group by a.external_id`.execute(db.query);
  const rankOf = new Map(rows.map(({ chatId, rank }) => [chatId, rank]));
  const upTo = (rank: number): number => rows.filter((row) => row.rank <= rank).length;
  const heardBy = new Set(seen.map(({ chatId }) => chatId));
  const ends = new Map([1, 2, 3, 4].map((rank) => [rank, upTo(rank)]));
  return {
    messages: seen.length,
    lost: rows.filter(({ chatId }) => !heardBy.has(chatId)).length,
    /** Beyond one message a person. */
    flooding: seen.length - heardBy.size,
    /** How far behind its place among the more urgent ones a message was seen. */
    placesBehind: Math.max(...seen.map(({ chatId }, place) => place + 1 - (ends.get(rankOf.get(chatId) ?? 4) ?? 0))),
  };
};

const remindedIn = async ({ db }: Stage): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct f.stream) as count from fact f join request r on f.stream = 'request:' || r.id
    where f.kind = 'reminded' and r.state = 'open'`.execute(db.query);
  return rows[0]?.count ?? 0;
};

/** Of all that was sent from the first reminder to the last: answers too. */
const paceOf = (seen: readonly Seen[], sends: readonly { readonly at: number; readonly status: number }[]) => {
  const [first, last] = [seen[0]?.at ?? 0, seen.at(-1)?.at ?? 0];
  const sent = sends.filter(({ at, status }) => status === 200 && at >= first && at <= last);
  const perSecond = Math.round(((sent.length - 1) * 10_000) / (last - first)) / 10;
  return {
    refused429: sends.filter(({ status }) => status === 429).length,
    perSecond,
    belowPace: Math.max(0, 25 - perSecond),
  };
};

/** The most that the process has had so far. 0 where there is no /proc. */
const mostMemory = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_024);
};
