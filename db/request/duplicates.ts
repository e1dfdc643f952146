/** What a unit asked for in the same matter: open, or filed a short time ago, and seen by the person who asks now. */
import { sql } from 'kysely';
import type { Scope } from '#domain/permission/scope.ts';
import { DAY, type Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { visibleTo } from './list.ts';

export type AskedBefore = { readonly id: number; readonly code: string; readonly subject: string };

type Matter = {
  readonly askingUnitId: number;
  readonly fieldId: number;
  readonly zoneId: number | null;
  readonly enterpriseId: number | null;
};

/** What is over is no longer doubled after this time. */
const RECENT_MS = 30 * DAY;
/** What has been open for longer is another matter by now; it also bounds the part of the index that is read. */
const OLDEST_MS = 365 * DAY;
const MOST_READ = 50;

export const askedBefore = async (
  tx: Tx,
  matter: Matter,
  scope: Scope,
  now: Millis,
): Promise<readonly AskedBefore[]> => {
  const result = await sql<AskedBefore>`
    select r.id, r.code, r.subject
    from request r
    where r.asking_unit_id = ${matter.askingUnitId} and r.field_id = ${matter.fieldId}
      and r.filed_at > ${new Date(now - OLDEST_MS)}
      and (r.state in ('open', 'synthesised') or (r.state = 'closed' and r.filed_at > ${new Date(now - RECENT_MS)}))
      and (r.zone_id is not distinct from ${matter.zoneId}::int or r.enterprise_id = ${matter.enterpriseId}::int)
      and ${visibleTo(scope, now)}
    order by r.filed_at desc, r.id desc
    limit ${MOST_READ}`.execute(tx);
  return result.rows;
};
