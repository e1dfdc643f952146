/** To whom reports go by themselves, and the product's own closing of figures at each cut-off. */
import { sql } from 'kysely';
import type { ReportKind } from '#domain/duty/period.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type SchedulePlace = { readonly channel: string; readonly address: string };

export type Schedule = {
  readonly id: number;
  /** Null: figures are closed and nobody is sent anything. */
  readonly personId: number | null;
  readonly kind: ReportKind;
  readonly place: SchedulePlace | null;
};

type NewSchedule = { readonly personId: number; readonly kind: ReportKind; readonly place: SchedulePlace | null };

/** @returns its id; the same one when it is there already */
export const addSchedule = async (tx: Tx, { personId, kind, place }: NewSchedule, now: Millis): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into report_schedule (person_id, period, channel, address, created_at)
    values (${personId}, ${kind}, ${place?.channel ?? null}, ${place?.address ?? null}, ${new Date(now)})
    on conflict (person_id, period, coalesce(channel, ''), coalesce(address, '')) where ended_at is null
    do update set created_at = report_schedule.created_at
    returning id`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a schedule has an id');
  return row.id;
};

/** @returns the ids of those that ended, for their due rows */
export const endSchedules = async (tx: Tx, personId: number, kind: ReportKind, now: Millis): Promise<number[]> => {
  const rows = await tx
    .updateTable('report_schedule')
    .set({ ended_at: new Date(now) })
    .where('person_id', '=', personId)
    .where('period', '=', kind)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Into a group that the bot is no longer in, in whichever of its topics. @returns who had ordered them, and for what */
export const endSchedulesOfGroup = async (
  tx: Tx,
  { channel, address }: SchedulePlace,
  now: Millis,
): Promise<readonly { readonly id: number; readonly personId: number; readonly kind: ReportKind }[]> => {
  const { rows } = await sql<{ id: number; personId: number; kind: ReportKind }>`
    update report_schedule set ended_at = ${new Date(now)}
    where channel = ${channel} and (address = ${address} or starts_with(address, ${`${address}:`}))
      and ended_at is null and person_id is not null
    returning id, person_id as "personId", period as kind`.execute(tx);
  return rows;
};

/** Nobody may send there any more who ordered it. */
export const endSchedule = async (tx: Tx, id: number, now: Millis): Promise<void> => {
  await tx
    .updateTable('report_schedule')
    .set({ ended_at: new Date(now) })
    .where('id', '=', id)
    .execute();
};

/** What the person has ordered of this period: for himself, and at all (a group's too). */
export const schedulesOf = async (
  tx: Tx,
  personId: number,
  kind: ReportKind,
): Promise<{ readonly own: boolean; readonly any: boolean }> => {
  const rows = await tx
    .selectFrom('report_schedule')
    .select('channel')
    .where('person_id', '=', personId)
    .where('period', '=', kind)
    .where('ended_at', 'is', null)
    .execute();
  return { own: rows.some(({ channel }) => channel === null), any: rows.length > 0 };
};

/** Those that nobody holds: one that is being ended is looked at again a moment later. */
export const lockFreeSchedules = async (tx: Tx, ids: readonly number[]): Promise<number[]> => {
  const rows = await tx
    .selectFrom('report_schedule')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
};

export const schedulesById = async (tx: Tx, ids: readonly number[]): Promise<Schedule[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('report_schedule')
    .select(['id', 'person_id as personId', 'period as kind', 'channel', 'address'])
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ channel, address, ...row }) => ({
    ...row,
    place: channel === null || address === null ? null : { channel, address },
  }));
};
