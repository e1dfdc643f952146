/** Notices in the outbox: they belong to a person, so one that cannot arrive may go on to another account of his. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Message } from '#message/outbound.ts';
import type { Tx } from '../client.ts';
import { moment } from '../moment.ts';
import { CLASS } from './outbox.ts';

export type SentNotice = {
  readonly id: number;
  readonly class: number;
  readonly channel: string;
  readonly address: string;
  readonly personId: number;
  /** As it was said, before it was cut. */
  readonly message: Message;
  readonly shownSet: number | null;
  readonly dedupeKey: string | null;
  readonly partId: number | null;
  readonly tried: readonly string[];
  readonly template: boolean;
  readonly noticeKey: string | null;
  readonly senderId: number | null;
};

const notices = (tx: Tx) =>
  tx
    .selectFrom('outbox')
    .select([
      'id',
      'class',
      'channel',
      'address',
      'person_id as personId',
      'shown_set as shownSet',
      'dedupe_key as dedupeKey',
      'part_id as partId',
      'tried',
      'template',
      'notice_key as noticeKey',
      'sender_id as senderId',
    ])
    .select((eb) => eb.fn.coalesce('whole', 'message').$castTo<Message>().as('message'))
    .where('class', '>', CLASS.reply)
    .where('person_id', 'is not', null)
    // Non-null by the condition above.
    .$narrowType<{ personId: number }>();

/** @returns null when the row is an answer to somebody's message: that stays where it was asked */
export const noticeById = async (tx: Tx, id: number): Promise<SentNotice | null> =>
  (await notices(tx).where('id', '=', id).executeTakeFirst()) ?? null;

/** What waits for an address, oldest first, locked. */
export const noticesWaitingAt = (tx: Tx, channel: string, address: string): Promise<SentNotice[]> =>
  notices(tx)
    .where('channel', '=', channel)
    .where('address', '=', address)
    .where('state', '=', 'queued')
    .orderBy('id')
    .forUpdate()
    .execute();

/**
 * Notices that wait for a channel that is off, or shut for longer than a send is worth waiting for, whose person has
 * another account. Locked; what another process holds is left to it.
 */
export const strandedNotices = (
  tx: Tx,
  on: {
    readonly channels: readonly string[];
    readonly now: Millis;
    readonly shutBeyond: Millis;
    readonly limit: number;
  },
): Promise<SentNotice[]> =>
  notices(tx)
    .where('state', '=', 'queued')
    .where('not_before', '<=', moment(on.now))
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('channel', 'not in', [...on.channels]),
        exists(
          selectFrom('send_slot as s')
            .select('s.channel')
            .whereRef('s.channel', '=', 'outbox.channel')
            .where('s.address', '=', '')
            .where('s.next_at', '>', moment(on.shutBeyond)),
        ),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('account as a')
          .select('a.id')
          .whereRef('a.person_id', '=', 'outbox.person_id')
          .whereRef('a.channel', '<>', 'outbox.channel')
          .where('a.channel', 'in', [...on.channels])
          .where('a.address', 'is not', null)
          .where('a.blocked_at', 'is', null)
          .where('a.banned_at', 'is', null)
          .where(sql<boolean>`a.channel <> all (outbox.tried)`),
      ),
    )
    .orderBy('id')
    .limit(on.limit)
    .forUpdate()
    .skipLocked()
    .execute();

/** Neither sent nor looked at before then. */
export const putOff = async (tx: Tx, id: number, until: Millis): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({ not_before: new Date(until) })
    .where('id', '=', id)
    .execute();
};

/** It is no longer sent here, nor are the pieces that belong to it. */
export const leaveChannel = async (
  tx: Tx,
  notice: SentNotice,
  left: { readonly state: 'failed' | 'cancelled'; readonly error: string },
): Promise<void> => {
  await tx
    .updateTable('outbox')
    .set({ state: left.state, error: left.error, lease_owner: null, lease_until: null })
    .where('id', '=', notice.id)
    .execute();
  if (notice.noticeKey === null) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'cancelled', error: left.error })
    .where('notice_key', '=', notice.noticeKey)
    .where('state', '=', 'queued')
    .execute();
};
