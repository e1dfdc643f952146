/** P5: a full outbox leaves at the platform's pace, from two workers, the most urgent first. */
import { setTimeout as delay } from 'node:timers/promises';
import { CLASS, enqueue, type NewOutbox } from '#db/chat/outbox.ts';
import { inTransaction, openDb } from '#db/client.ts';
import { atLeast, atMost, type Budget, isTrue, type Line, note, quantile, round } from './measure.ts';
import type { Seen } from './rig/platform.ts';
import { type Rig, withProduct } from './rig/rig.ts';

const WAITING = 10_000;
const CHATS = 2_000;
const GROUPS = 20;
/** Of the waiting ones, and as many again that come while the others leave. */
const URGENT = 60;
const WINDOW_MS = 60_000;
/** Telegram's own limits (its Bot FAQ): more is answered with 429. */
const LIMIT = { perSecond: 30, chatMs: 1_000, groupPerMinute: 20 };

export const sending: Budget = {
  id: 'P5',
  title: `${WAITING.toLocaleString('en')} messages waiting, two workers, one minute of it`,
  measure: (options) =>
    withProduct(options, { pacing: 'on', undoSeconds: 30, roles: ['web', 'worker', 'worker'] }, measure),
};

const measure = async (rig: Rig): Promise<Line[]> => {
  const seen: Seen[] = [];
  rig.platform.onSeen = (one) => seen.push(one);
  await put(rig, waitingRows());
  while (seen.length === 0) await delay(100);
  await delay(WINDOW_MS / 2);
  const cameAt = performance.now();
  await put(rig, urgentRows('late'));
  await delay(WINDOW_MS / 2);
  const all = seen.slice();
  const [first] = all;
  if (first === undefined) throw new Error('nothing was sent');
  const whole = all.filter(({ at }) => at - first.at < WINDOW_MS);
  const late = all.filter(({ text }) => text.startsWith('late')).map(({ at }) => at - cameAt);
  return [
    atLeast('sustained', (1_000 * whole.length) / WINDOW_MS, 28, '/s'),
    atMost('calls that the platform would answer with 429', tooMany(all), 0, ''),
    isTrue('the urgent ones before all others', beforeOthers(all), `${URGENT} of ${WAITING}`),
    isTrue('urgent ones that come later leave next', late.length === URGENT, `${late.length} of ${URGENT}`),
    note('late urgent ones seen after, p50 and last', `${round(quantile(late, 0.5))}, ${round(quantile(late, 1))} ms`),
    note('nothing twice; queue', `${all.length - new Set(all.map(({ text }) => text)).size} doubled; ${rig.queue}`),
  ];
};

const put = async ({ ownerUrl }: Rig, rows: readonly NewOutbox[]): Promise<void> => {
  const db = openDb(ownerUrl, 1, () => undefined);
  await inTransaction(db, (tx) => enqueue(tx, rows, Date.now())).finally(() => db.pool.end());
};

/** The urgent ones are written last. */
const waitingRows = (): readonly NewOutbox[] => [
  ...Array.from({ length: WAITING - URGENT }, (_, index) =>
    row(CLASS.reminder, addressOf(index), `message ${String(index)}`),
  ),
  ...urgentRows('urgent'),
];

const urgentRows = (name: string): readonly NewOutbox[] =>
  Array.from({ length: URGENT }, (_, index) => row(CLASS.urgent, String(1_000 + index * 7), `${name} ${index}`));

/** One in ten is a group's. */
const addressOf = (index: number): string =>
  index % 10 === 0 ? String(-1_000_000_000_000 - (index % (10 * GROUPS))) : String(1_000 + (index % CHATS));

const row = (kind: number, address: string, text: string): NewOutbox => ({
  class: kind,
  channel: 'telegram',
  address,
  personId: null,
  message: { lines: [text], choices: [], files: [], asks: false },
  shownSet: null,
  conversationId: null,
  editRef: null,
  replyRef: null,
  dedupeKey: null,
  partId: null,
  state: 'queued',
  error: null,
  whole: null,
  noticeKey: null,
  tried: [],
  template: false,
  senderId: null,
});

/** None but those that had left before they came, and those on their way. */
const beforeOthers = (all: readonly Seen[]): boolean => {
  const last = all.findLastIndex(({ text }) => text.startsWith('urgent'));
  const others = all.slice(0, last).filter(({ text }) => !text.startsWith('urgent')).length;
  return all.filter(({ text }) => text.startsWith('urgent')).length === URGENT && others <= LIMIT.perSecond;
};

/** Any second over all, any second of a chat, any minute of a group. */
const tooMany = (all: readonly Seen[]): number => {
  const byChat = Map.groupBy(all, ({ chatId }) => chatId);
  const chats = [...byChat].map(([chatId, sends]) =>
    chatId > 0 ? over(sends, 1, LIMIT.chatMs) : over(sends, LIMIT.groupPerMinute, 60_000),
  );
  return chats.reduce((sum, count) => sum + count, over(all, LIMIT.perSecond, 1_000));
};

/** A call's way here takes a changing part of a millisecond or more: arrivals are closer together than sends. */
const JITTER_MS = 60;

const over = (sends: readonly Seen[], most: number, spanMs: number): number =>
  sends.filter(({ at }, index) => {
    const before = sends[index - most];
    return before !== undefined && at - before.at < spanMs - JITTER_MS;
  }).length;
