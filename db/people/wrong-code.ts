/** Codes that were tried and were none, so that guessing can be stopped, whatever process it comes to. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { moment } from '../moment.ts';

export type Guesser = { readonly accountId: number; readonly channel: string };

export const wrongCodesSince = async (
  tx: Tx,
  { accountId, channel }: Guesser,
  since: Millis,
): Promise<{ readonly ofAccount: number; readonly ofChannel: number }> => {
  const count = tx
    .selectFrom('wrong_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('at', '>', moment(since));
  const [own, all] = await Promise.all([
    count.where('account_id', '=', accountId).executeTakeFirstOrThrow(),
    count.where('channel', '=', channel).executeTakeFirstOrThrow(),
  ]);
  return { ofAccount: own.count, ofChannel: all.count };
};

export const noteWrongCode = async (tx: Tx, { accountId, channel }: Guesser, now: Millis): Promise<void> => {
  await tx
    .insertInto('wrong_code')
    .values({ account_id: accountId, channel, at: new Date(now) })
    .execute();
};
