/** What is stored of everything that is spoken of, read again only where it has changed; no due row is among it. */
import { sql } from 'kysely';
import { type Db, inTransaction } from '#db/client.ts';
import { readReference, versionIn } from '#db/directory/reference.ts';
import { currentDuties } from '#db/duty/duty.ts';
import { dossiersById, type LoadedDossier } from '#db/request/request.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { Duty } from '#domain/duty/duty.ts';
import type { Reference } from '#domain/reference.ts';
import type { Hours } from '#domain/reminder/hours.ts';
import type { Mute } from '#domain/reminder/mute.ts';
import type { Millis } from '#domain/time.ts';

/** What a person reminds himself of. */
export type OwnWords = {
  readonly id: number;
  readonly personId: PersonId;
  readonly words: string;
  readonly at: Millis;
};
/** Told, and not yet said to have. */
export type Unreceived = { readonly personId: PersonId; readonly partId: number; readonly kind: 'overdue' | 'urged' };

export type Books = {
  readonly reference: Reference;
  /** The open ones, by id. */
  readonly dossiers: ReadonlyMap<number, LoadedDossier>;
  readonly duties: readonly Duty[];
  readonly mutes: readonly Mute[];
  readonly hours: ReadonlyMap<PersonId, Hours>;
  readonly own: readonly OwnWords[];
  readonly unreceived: readonly Unreceived[];
  /** Of each open request: how often it changed. */
  readonly marks: ReadonlyMap<number, string>;
};

/** @param known what was read before */
export const readBooks = (db: Db, known: Books | null): Promise<Books> =>
  inTransaction(db, async (tx) => {
    const [version, open, duties, hours, mutes, own, unreceived] = await Promise.all([
      versionIn(tx),
      sql<{ id: number; mark: string }>`
        select r.id, r.fact_seq || ':' || count(p.notified_at) as mark
        from request r join part p on p.request_id = r.id
        where r.state = 'open' group by r.id order by r.id`.execute(tx),
      currentDuties(tx, 0, 10_000),
      tx.selectFrom('reminder_hours').selectAll().execute(),
      tx
        .selectFrom('mute')
        .select(['person_id as personId', 'request_id as requestId', 'part_id as partId', 'duty_id as dutyId'])
        .select(['until', 'reason'])
        .orderBy('created_at')
        .execute(),
      tx
        .selectFrom('personal_reminder')
        .select(['id', 'person_id as personId', 'words', 'at'])
        .where('state', '=', 'waiting')
        .execute(),
      tx
        .selectFrom('important_notice')
        .select(['person_id as personId', 'part_id as partId', 'kind'])
        .where('received_at', 'is', null)
        .execute(),
    ]);
    const marks = new Map(open.rows.map(({ id, mark }) => [id, mark]));
    const changed = [...marks].filter(([id, mark]) => known?.marks.get(id) !== mark).map(([id]) => id);
    const fresh = new Map((await dossiersById(tx, changed)).map((one) => [one.request.id, one]));
    return {
      reference: known?.reference.version === version ? known.reference : await readReference(tx),
      dossiers: new Map(
        [...marks.keys()].flatMap((id) => {
          const dossier = fresh.get(id) ?? known?.dossiers.get(id);
          return dossier === undefined ? [] : [[id, dossier] as const];
        }),
      ),
      ...{ duties, mutes, own, unreceived, marks },
      hours: new Map(hours.map((row) => [row.person_id, { from: row.from_minute, to: row.to_minute }])),
    };
  });
