/** One-time codes, kept only as hashes: single use, expiring, bound to a person. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { moment } from '../moment.ts';

export type NewInvitation = {
  readonly codeHash: string;
  readonly personId: number;
  readonly kind: 'invite' | 'link';
  readonly now: Millis;
  readonly expiresAt: Millis;
};

export const insertInvitation = async (tx: Tx, one: NewInvitation): Promise<void> => {
  await tx
    .insertInto('invitation')
    .values({
      code_hash: Buffer.from(one.codeHash, 'hex'),
      person_id: one.personId,
      kind: one.kind,
      created_at: new Date(one.now),
      expires_at: new Date(one.expiresAt),
    })
    .execute();
};

/** Uses a code up, in one statement so that two accounts cannot both. @returns whose it was, null when it is no good */
export const useInvitation = async (
  tx: Tx,
  codeHash: string,
  accountId: number,
  now: Millis,
): Promise<{ readonly personId: number; readonly kind: 'invite' | 'link' } | null> => {
  const row = await tx
    .updateTable('invitation')
    .set({ used_at: new Date(now), used_by: accountId })
    .where('code_hash', '=', Buffer.from(codeHash, 'hex'))
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment(now))
    .returning(['person_id as personId', 'kind'])
    .executeTakeFirst();
  return row ?? null;
};

export const noteDataNotice = async (
  tx: Tx,
  notice: { readonly personId: number; readonly version: string; readonly at: Millis; readonly channel: string },
): Promise<void> => {
  await tx
    .insertInto('data_notice')
    .values({
      person_id: notice.personId,
      version: notice.version,
      ground: 'public_duty',
      shown_at: new Date(notice.at),
      channel: notice.channel,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
