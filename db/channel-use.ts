/** How much a channel is used: what a platform's plan counts. Sent messages are kept for a week only. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Db } from './client.ts';

export const channelUse = async (
  db: Db,
  channel: string,
  since: Millis,
): Promise<{ readonly people: number; readonly messages: number }> => {
  const { rows } = await sql<{ people: number; messages: number }>`
    select (select count(*) from account where channel = ${channel} and address is not null) as people,
      (select count(*) from outbox where channel = ${channel} and state = 'sent'
        and sent_at >= ${new Date(since)}) as messages`.execute(db.query);
  return rows[0] ?? { people: 0, messages: 0 };
};
