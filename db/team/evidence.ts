/** Photos, files, voice and places, each tied to an item with sender and time. Only added. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export type NewEvidence = {
  readonly teamId: number;
  readonly itemNo: number;
  readonly fileId: number | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly words: string;
  readonly sentBy: number;
  readonly at: Millis;
  readonly album: string | null;
};

export const addEvidence = async (tx: Tx, all: readonly NewEvidence[]): Promise<void> => {
  if (all.length === 0) return;
  await tx
    .insertInto('evidence')
    .values(
      all.map(({ teamId, itemNo, fileId, place, words, sentBy, at, album }) => ({
        ...{ team_id: teamId, item_no: itemNo, file_id: fileId, words, sent_by: sentBy, album },
        latitude: place?.latitude ?? null,
        longitude: place?.longitude ?? null,
        sent_at: new Date(at),
      })),
    )
    .execute();
};

/** The item that the rest of an album went to. */
export const itemOfAlbum = async (tx: Tx, teamId: number, album: string): Promise<number | null> => {
  const row = await tx
    .selectFrom('evidence')
    .select('item_no')
    .where('team_id', '=', teamId)
    .where('album', '=', album)
    .limit(1)
    .executeTakeFirst();
  return row?.item_no ?? null;
};

/** What a person has sent to an item since a moment: what came together is acknowledged together. */
export const sentSince = async (
  tx: Tx,
  { teamId, itemNo, sentBy, since }: { teamId: number; itemNo: number; sentBy: number; since: Millis },
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from evidence where team_id = ${teamId} and item_no = ${itemNo}
      and sent_by = ${sentBy} and sent_at > ${new Date(since)} and file_id is not null`.execute(tx);
  return rows[0]?.count ?? 0;
};

export type Evidence = {
  readonly id: number;
  readonly itemNo: number;
  readonly fileId: number | null;
  readonly name: string | null;
  readonly mime: string | null;
  readonly size: number | null;
  readonly state: 'pending' | 'stored' | 'failed' | null;
  readonly sha256: Buffer | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly words: string;
  readonly sentBy: number;
  readonly sentAt: Millis;
};

export const evidenceOf = (tx: Tx, teamId: number): Promise<Evidence[]> =>
  tx
    .selectFrom('evidence as e')
    .leftJoin('file as f', 'f.id', 'e.file_id')
    .select(['e.id', 'e.item_no as itemNo', 'e.file_id as fileId', 'f.name', 'f.mime', 'f.size', 'f.state', 'f.sha256'])
    .select(['e.latitude', 'e.longitude', 'e.words', 'e.sent_by as sentBy', 'e.sent_at as sentAt'])
    .where('e.team_id', '=', teamId)
    .orderBy('e.item_no')
    .orderBy('e.id')
    .execute();
