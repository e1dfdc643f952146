/** Turns what a handler said into rows: choices with their tokens, messages cut to the channel's measure, addresses. */
import { capabilitiesAt, split } from '#channels/plan.ts';
import { type StoredChoice, saveChoices } from '#db/chat/choice.ts';
import { CLASS, enqueue, type NewOutbox } from '#db/chat/outbox.ts';
import type { Tx } from '#db/client.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import { mint } from './choices.ts';
import type { Notice, Post, Say } from './handler.ts';
import { isPhoneAddress } from './phone-way.ts';
import type { Runtime } from './runtime.ts';
import { type Ways, waysTo } from './ways.ts';

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
    const rows = pieces(runtime, target, minted.message).map(
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
  whole: null,
  noticeKey: null,
  tried: [],
  template: false,
  senderId: null,
} as const;

type At = { readonly channel: string; readonly address: string };

const pieces = (runtime: Runtime, { channel, address }: At, message: NewOutbox['message']): NewOutbox['message'][] => {
  const known = runtime.channels.get(channel);
  return known === undefined ? [message] : split(message, capabilitiesAt(known, address));
};

export type ComposedNotices = {
  readonly choices: readonly StoredChoice[];
  readonly rows: readonly NewOutbox[];
  /** The channels that have something to send then. */
  readonly ring: ReadonlySet<string>;
};

/** Whose act the notices tell of, where it was a person's. */
export type Sender = { readonly senderId: number | null };

/** Notices for people, each to the account that he prefers and that may be written to now; and posts in groups. */
export const composeNotices = async (
  runtime: Runtime,
  tx: Tx,
  told: readonly (Notice | Post)[],
  sender: Sender = { senderId: null },
): Promise<ComposedNotices> => {
  const now = runtime.clock.now();
  const people = told.flatMap((one) => ('to' in one ? [one.to] : []));
  const ways = await waysTo(runtime, tx, people, now);
  const composed = told.map((notice) => {
    if (!('to' in notice)) return composePost(runtime, notice);
    const open = ways(notice.to);
    if (notice.onlyFree === true && open.open.length === 0) return { rows: [], choices: [] };
    const { stored, ...minted } = mintNotice(runtime, notice);
    const senderId = notice.from ?? sender.senderId;
    const rows = noticeRows(runtime, { ...minted, senderId }, open);
    return { rows, choices: rows.some((row) => row.state === 'queued') ? stored : [] };
  });
  return joined(composed);
};

const joined = (all: readonly Pick<ComposedNotices, 'choices' | 'rows'>[]): ComposedNotices => {
  const rows = all.flatMap((one) => one.rows);
  return {
    choices: all.flatMap((one) => one.choices),
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
  const rows = pieces(runtime, place, message).map(
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

/** A notice with its choices made, before it is cut to a channel. */
export type MintedNotice = Sender & {
  readonly to: PersonId;
  readonly class: number;
  readonly message: NewOutbox['message'];
  readonly shownSet: number | null;
  readonly partId: number | null;
  readonly dedupeKey: string | null;
  readonly tried: readonly string[];
  /** It tells of trouble with this channel: another one is better. */
  readonly notBy: string | null;
};

const mintNotice = (
  runtime: Runtime,
  notice: Notice,
): Omit<MintedNotice, 'senderId'> & { readonly stored: readonly StoredChoice[] } => {
  const setId = (notice.say.choices ?? []).flat().length > 0 ? runtime.newSetId() : null;
  const { message, stored } = mint(notice.say, setId ?? 0, notice.to, runtime.newToken);
  return {
    ...{ to: notice.to, class: CLASS[notice.class], message, shownSet: setId, stored },
    ...{ partId: notice.partId ?? null, dedupeKey: notice.dedupeKey ?? null, tried: [] },
    notBy: notice.notBy ?? null,
  };
};

/** The rows of one notice on the best of the person's accounts; else as a template; else one failed row. */
export const noticeRows = (runtime: Runtime, notice: MintedNotice, ways: Ways): readonly NewOutbox[] => {
  const { to: personId, message, dedupeKey, notBy, ...rest } = notice;
  const row = { ...blank, ...rest, personId };
  const candidates = ways.open
    .filter(({ channel }) => !notice.tried.includes(channel))
    .toSorted((a, b) => Number(a.channel === notBy) - Number(b.channel === notBy));
  const [account] = candidates;
  if (account === undefined) return [templateRow({ ...row, message, dedupeKey }, ways.byTemplate)];
  const cut = pieces(runtime, account, message);
  const noticeKey = cut.length > 1 ? runtime.newToken() : null;
  const whole = candidates.length > 1 || cut.length > 1 ? message : null;
  return cut.map((piece, index) => ({
    ...row,
    ...{ channel: account.channel, address: account.address, message: piece, noticeKey, whole },
    dedupeKey: dedupeKey === null ? null : `${dedupeKey}#${index}`,
  }));
};

/** Where nothing may be said freely: the template that a channel has for it; without one the notice has failed. */
const templateRow = (row: NoticeRow, ways: Ways['byTemplate']): NewOutbox => {
  const way = ways.find((one) => !row.tried.includes(asTemplate(one)));
  if (way !== undefined) return { ...row, channel: way.channel, address: way.address, template: true };
  return { ...row, channel: '', address: '', state: 'failed', error: 'no account can be written to' };
};

type NoticeRow = Omit<NewOutbox, 'channel' | 'address'>;

/** Among what was tried: the template of a channel is another way than its messages, and by phone another one again. */
export const asTemplate = ({ channel, address }: At): string =>
  `${channel}#${isPhoneAddress(address) ? 'phone' : 'template'}`;
