/**
 * Commit 2: one event of one conversation, in order. Everything the turn changes, says and marks commits together or
 * not at all; nothing here touches the network, so a turn takes milliseconds and may be run again whole.
 */
import { channelUse } from '#db/chat/channel-use.ts';
import { saveChoices } from '#db/chat/choice.ts';
import { countAttempt, endTurn, lockNext, type Waiting } from '#db/chat/inbox.ts';
import { enqueue } from '#db/chat/outbox.ts';
import { askProductions, type NewProduction } from '#db/chat/production.ts';
import { type Ending, inTransaction, inTransactionEnding, type Tx } from '#db/client.ts';
import type { Millis } from '#domain/time.ts';
import { texts } from '#text/runtime.ts';
import { composeNotices, composeReplies, type ReplyTarget, writeNotices } from './compose.ts';
import { dispatch } from './dispatch.ts';
import { countIn, type Flood } from './flood.ts';
import type { Outcome, Say, Turn } from './handler.ts';
import { parkedNotices } from './parked.ts';
import { writesToPhones } from './phone-way.ts';
import type { Runtime } from './runtime.ts';
import { limitsOf } from './ways.ts';

/** What remains to be done after the commit. */
export type Taken = {
  readonly replies: { readonly channel: string; readonly ids: readonly number[] };
  /** Another event of the conversation waits. */
  readonly more: boolean;
  readonly ring: ReadonlySet<string>;
  readonly wakes: readonly Millis[];
  readonly filesWait: boolean;
  readonly productionsWait: boolean;
  /** A pressed button to be answered, with words or without. */
  readonly press: { readonly channel: string; readonly pressId: string; readonly notice: string | null } | null;
};

/** Takes the oldest waiting event. @returns null when nothing waits */
export const takeTurn = async (runtime: Runtime, conversationId: number): Promise<Taken | null> => {
  let current: number | null = null;
  try {
    return await inTransactionEnding<Taken | null>(runtime.db, async (tx) => {
      const waiting = await lockNext(tx, conversationId);
      current = waiting.inboxId;
      return waiting.inboxId === null ? () => Promise.resolve(null) : handle(runtime, tx, waiting, waiting.inboxId);
    });
  } catch (error) {
    if (current === null || isOutage(error)) throw error;
    runtime.log.error({ err: error, conversation: conversationId, inbox: current }, 'a turn failed');
    return afterFailure(runtime, conversationId, current);
  }
};

const handle = async (runtime: Runtime, tx: Tx, waiting: Waiting, inboxId: number): Promise<Ending<Taken>> => {
  const now = runtime.clock.now();
  const flood = countIn(waiting, now);
  const wakes: Millis[] = [];
  const writes: (() => Promise<unknown>)[] = [];
  const outcome = await outcomeOf({ runtime, tx, waiting, now, wakes, writes }, flood);
  const target = targetOf(waiting);
  const { toast, says } = splitToast(runtime, waiting, outcome);
  const replies = composeReplies(runtime, target, says);
  const told = [...(outcome.notices ?? []), ...(outcome.posts ?? [])];
  const notices = await composeNotices(runtime, tx, told, { senderId: waiting.personId });
  const content = waiting.event?.content;
  // The question above still waits, and its numbers are still meant.
  const isOnlyTurnedAway = waiting.event === null || flood.state === 'notify' || (outcome.say ?? []).length === 0;
  const press =
    content?.kind === 'pressed' ? { channel: waiting.channel, pressId: content.pressId, notice: toast } : null;
  return async () => {
    // The counter of codes is a lock that others wait for: what takes it comes last, and what shows the code behind it.
    const before = [
      endTurn(tx, {
        conversationId: waiting.conversationId,
        accountId: waiting.accountId,
        inboxId,
        now,
        shownSet: isOnlyTurnedAway ? waiting.shownSet : replies.shownSet,
        floodFrom: flood.from,
        floodCount: flood.count,
      }),
      saveChoices(tx, [...replies.choices, ...notices.choices], now),
      enqueue(tx, notices.rows, now),
      askProductions(tx, productionsOf(waiting, outcome), now),
      ...writes.map((write) => write()),
    ];
    const [ids] = await Promise.all([enqueue(tx, replies.rows, now, outcome.numbered), ...before]);
    return {
      replies: { channel: waiting.channel, ids },
      more: waiting.more,
      ring: notices.ring,
      wakes,
      filesWait: content?.kind === 'files',
      productionsWait: (outcome.produce ?? []).length > 0,
      press,
    };
  };
};

type Taking = {
  readonly runtime: Runtime;
  readonly tx: Tx;
  readonly waiting: Waiting;
  readonly now: Millis;
  readonly wakes: Millis[];
  readonly writes: (() => Promise<unknown>)[];
};

const outcomeOf = async ({ runtime, tx, waiting, now, wakes, writes }: Taking, flood: Flood): Promise<Outcome> => {
  if (flood.state === 'notify') return { say: [{ lines: [texts.tooFast] }] };
  if (flood.state === 'silent') return {};
  if (waiting.event === null) return { say: [{ lines: texts.secrecyRefused }] };
  const turn: Turn = {
    tx,
    now,
    reference: await runtime.reference.at(waiting.referenceVersion),
    event: waiting.event,
    place: waiting.place,
    placeKey: waiting.place === 'private' ? 'private' : `group:${waiting.channel}:${waiting.address}`,
    group: waiting.place === 'private' ? null : groupOf(runtime, waiting.channel, waiting.address),
    accountId: waiting.accountId,
    undoMs: runtime.undoMs,
    readsGroups: runtime.channels.get(waiting.channel)?.capabilities.readsGroups,
    nextIsFile: waiting.nextKind === 'files',
    inviteLinks: (code) => [...runtime.channels.values()].flatMap((channel) => channel.inviteLink?.(code) ?? []),
    channelUse: () => channelUse(tx, limitsOf(runtime.channels), now),
    cipher: runtime.cipher,
    writesToPhones: writesToPhones(runtime.channels),
    wakeAt: (at) => wakes.push(at),
    atEnd: (write) => writes.push(write),
  };
  return dispatch(runtime.registry, turn, waiting);
};

const groupOf = (runtime: Runtime, channel: string, address: string): string =>
  runtime.channels.get(channel)?.groupOf?.(address) ?? address;

const targetOf = (waiting: Waiting): ReplyTarget => ({
  channel: waiting.channel,
  address: waiting.address,
  conversationId: waiting.conversationId,
  personId: waiting.personId,
  editRef: waiting.event?.content.kind === 'pressed' ? waiting.event.messageRef : null,
  replyRef: waiting.place === 'group' ? (waiting.event?.messageRef ?? null) : null,
});

/** To whom it was asked for, else to the place: to the person himself where the answer is for his eyes. */
const productionsOf = (waiting: Waiting, { produce = [], inPrivate }: Outcome): NewProduction[] => {
  const asker = waiting.personId;
  if (asker === null) return [];
  const isPublic = waiting.place === 'private' || inPrivate !== true;
  const here = isPublic ? { channel: waiting.channel, address: waiting.address } : null;
  return produce.map(({ kind, params, to }) => ({
    ...{ kind, params, personId: to ?? asker, place: to === undefined ? here : null },
  }));
};

/** A toast answers the press where the channel can show it; elsewhere it is a message. */
const splitToast = (
  runtime: Runtime,
  waiting: Waiting,
  outcome: Outcome,
): { toast: string | null; says: readonly Say[] } => {
  const says = outcome.say ?? [];
  if (outcome.toast === undefined) return { toast: null, says };
  const limit = runtime.channels.get(waiting.channel)?.capabilities.toastLimit ?? null;
  const fits = waiting.event?.content.kind === 'pressed' && limit !== null && outcome.toast.length <= limit;
  return fits ? { toast: outcome.toast, says } : { toast: null, says: [{ lines: [outcome.toast] }, ...says] };
};

/** A turn that failed this often will fail again: it is set aside so that the next message is answered. */
const MOST_ATTEMPTS = 3;

const afterFailure = (runtime: Runtime, conversationId: number, inboxId: number): Promise<Taken | null> =>
  inTransaction(runtime.db, async (tx) => {
    const waiting = await lockNext(tx, conversationId);
    if (waiting.inboxId !== inboxId) return null;
    const parked = waiting.attempts + 1 >= MOST_ATTEMPTS;
    await countAttempt(tx, inboxId, parked);
    const says = parked ? [{ lines: texts.parked }] : [];
    const composed = composeReplies(runtime, targetOf(waiting), says);
    const now = runtime.clock.now();
    const ids = await enqueue(tx, composed.rows, now);
    const notices = parked ? await parkedNotices(runtime, waiting.referenceVersion, now) : [];
    return {
      replies: { channel: waiting.channel, ids },
      more: true,
      ring: await writeNotices(runtime, tx, notices, now),
      wakes: [],
      filesWait: false,
      productionsWait: false,
      press: null,
    };
  });

/** The database is away, restarting, full or read-only: the event waits, uncounted, and the sweep takes it. */
const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|57P|53|25006)/.test(code) ||
    /^E[A-Z]+$/.test(code) ||
    /terminat|timeout|closed|not queryable/i.test(error.message)
  );
};
