/** Turns what a handler said into rows: choices with their tokens, messages cut to the channel's measure, addresses. */
import { split } from '#channels/plan.ts';
import { type Reachable, reachableAt } from '#db/account.ts';
import { type StoredChoice, saveChoices } from '#db/choice.ts';
import type { Tx } from '#db/client.ts';
import { CLASS, enqueue, type NewOutbox } from '#db/outbox.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { mint } from './choices.ts';
import type { Notice, Post, Say } from './handler.ts';
import type { Runtime } from './runtime.ts';

/** Where replies of a turn go. */
export type ReplyTarget = {
  readonly channel: string;
  readonly address: string;
  /** Null: not an answer of a turn, the chat may have gone on. */
  readonly conversationId: number | null;
  readonly personId: number | null;
  /** The message that was pressed, to be replaced where the platform can. */
  readonly editRef: string | null;
  readonly replyRef: string | null;
};

export type Composed = {
  readonly choices: readonly StoredChoice[];
  readonly rows: readonly NewOutbox[];
  /** The set a typed number picks from after this, null when the last message shows none. */
  readonly shownSet: number | null;
};

export const composeReplies = (runtime: Runtime, target: ReplyTarget, says: readonly Say[]): Composed => {
  const parts = says.map((say, index) => {
    const setId = (say.choices ?? []).flat().length > 0 ? runtime.newSetId() : null;
    const personId = say.forAll === true ? null : target.personId;
    const minted = mint(say, setId ?? 0, personId, runtime.newToken);
    const rows = pieces(runtime, target.channel, minted.message).map(
      (message, piece): NewOutbox => ({
        ...blank,
        class: CLASS.reply,
        channel: target.channel,
        address: target.address,
        personId,
        conversationId: target.conversationId,
        message,
        shownSet: setId,
        editRef: say.inPlace === true && index === 0 && piece === 0 ? target.editRef : null,
        replyRef: index === 0 && piece === 0 ? target.replyRef : null,
      }),
    );
    return { choices: minted.stored, rows, setId };
  });
  return {
    choices: parts.flatMap((part) => part.choices),
    rows: parts.flatMap((part) => part.rows),
    shownSet: parts.at(-1)?.setId ?? null,
  };
};

const blank = {
  personId: null,
  shownSet: null,
  conversationId: null,
  editRef: null,
  replyRef: null,
  dedupeKey: null,
  partId: null,
  state: 'queued',
  error: null,
} as const;

const pieces = (runtime: Runtime, channel: string, message: NewOutbox['message']): NewOutbox['message'][] => {
  const known = runtime.channels.get(channel);
  return known === undefined ? [message] : split(message, known.capabilities);
};

export type ComposedNotices = {
  readonly choices: readonly StoredChoice[];
  readonly rows: readonly NewOutbox[];
  /** The channels that have something to send then. */
  readonly ring: ReadonlySet<string>;
};

/** Notices for people, each to the account he used last on a channel that is on; and posts in groups. */
export const composeNotices = async (
  runtime: Runtime,
  tx: Tx,
  told: readonly (Notice | Post)[],
): Promise<ComposedNotices> => {
  const reachable = await reachableAt(
    tx,
    told.flatMap((one) => ('to' in one ? [one.to] : [])),
    dateOf(runtime.clock.now()),
  );
  const composed = told.map((one) =>
    'to' in one ? composeNotice(runtime, one, reachable.get(one.to) ?? []) : composePost(runtime, one),
  );
  const rows = composed.flatMap((one) => one.rows);
  return {
    choices: composed.flatMap((one) => one.choices),
    rows,
    ring: new Set(rows.filter((row) => row.state === 'queued').map((row) => row.channel)),
  };
};

/** @returns the channels to ring */
export const writeNotices = async (
  runtime: Runtime,
  tx: Tx,
  notices: readonly (Notice | Post)[],
  now: Millis,
): Promise<ReadonlySet<string>> => {
  const { choices, rows, ring } = await composeNotices(runtime, tx, notices);
  await Promise.all([saveChoices(tx, choices, now), enqueue(tx, rows, now)]);
  return ring;
};

/** Whoever is in the group may pick; a channel that is off leaves a failed row to be seen. */
const composePost = (runtime: Runtime, { place, say, class: sendClass, dedupeKey }: Post): Composed => {
  const setId = (say.choices ?? []).flat().length > 0 ? runtime.newSetId() : null;
  const { message, stored } = mint(say, setId ?? 0, null, runtime.newToken);
  const isOn = runtime.channels.has(place.channel);
  const rows = pieces(runtime, place.channel, message).map(
    (piece, index): NewOutbox => ({
      ...blank,
      ...(isOn ? {} : { state: 'failed', error: 'the channel is off' }),
      class: CLASS[sendClass],
      channel: place.channel,
      address: place.address,
      message: piece,
      shownSet: setId,
      dedupeKey: dedupeKey === undefined ? null : `${dedupeKey}#${index}`,
    }),
  );
  return { choices: stored, rows, shownSet: setId };
};

const composeNotice = (
  runtime: Runtime,
  notice: Notice,
  accounts: readonly Reachable[],
): { choices: readonly StoredChoice[]; rows: readonly NewOutbox[] } => {
  const account = accounts.find((one) => runtime.channels.has(one.channel));
  const setId = (notice.say.choices ?? []).flat().length > 0 ? runtime.newSetId() : null;
  const { message, stored } = mint(notice.say, setId ?? 0, notice.to, runtime.newToken);
  const common = {
    ...blank,
    class: CLASS[notice.class],
    personId: notice.to,
    partId: notice.partId ?? null,
    shownSet: setId,
  };
  if (account === undefined) {
    const row: NewOutbox = {
      ...common,
      channel: '',
      address: '',
      message,
      dedupeKey: notice.dedupeKey ?? null,
      state: 'failed',
      error: 'no account can be written to',
    };
    return { choices: [], rows: [row] };
  }
  const rows = pieces(runtime, account.channel, message).map(
    (piece, index): NewOutbox => ({
      ...common,
      channel: account.channel,
      address: account.address,
      message: piece,
      dedupeKey: notice.dedupeKey === undefined ? null : `${notice.dedupeKey}#${index}`,
    }),
  );
  return { choices: stored, rows };
};
