/** Searches and list filters under the names that a person gave them. */
import { sql } from 'kysely';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

export const FILTER_LISTS = ['search', 'work'] as const;
export type FilterList = (typeof FILTER_LISTS)[number];
export type SavedFilter = {
  readonly id: number;
  readonly list: FilterList;
  readonly name: string;
  /** The name as it is compared. */
  readonly plain: string;
  readonly words: string;
};

export const filtersOf = async (tx: Tx, personId: number): Promise<readonly SavedFilter[]> =>
  (
    await tx
      .selectFrom('saved_filter')
      .select(['id', 'list', 'name', 'plain', 'words'])
      .where('person_id', '=', personId)
      .orderBy('plain')
      .execute()
  ).map((row) => ({ ...row, list: row.list as FilterList })); // held by a check constraint

/** @param plain the name as it is compared */
export const filterNamed = async (
  tx: Tx,
  personId: number,
  { list, plain }: { readonly list: FilterList; readonly plain: string },
): Promise<string | null> =>
  (
    await tx
      .selectFrom('saved_filter')
      .select('words')
      .where('person_id', '=', personId)
      .where('plain', '=', plain)
      .where('list', '=', list)
      .executeTakeFirst()
  )?.words ?? null;

/** As many as fit a screen. */
export const MOST_FILTERS = 12;

/**
 * A name given again is the new filter's.
 * @returns false when there are as many under other names as there may be
 */
export const saveFilter = async (
  tx: Tx,
  one: Omit<SavedFilter, 'id'> & { readonly personId: number },
  now: Millis,
): Promise<boolean> => {
  const { personId, ...rest } = one;
  // Counted alone: of two saved at once, by phone and by computer, each would find room for itself.
  await sql`select pg_advisory_xact_lock(${FILTERS_LOCK}, ${personId}::int)`.execute(tx);
  const others = (await filtersOf(tx, personId)).filter(({ plain }) => plain !== one.plain);
  if (others.length >= MOST_FILTERS) return false;
  await tx
    .insertInto('saved_filter')
    .values({ person_id: personId, ...rest, created_at: new Date(now) })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'plain']).doUpdateSet({ list: one.list, name: one.name, words: one.words }),
    )
    .execute();
  return true;
};

/** The number only names the locks of filters. */
const FILTERS_LOCK = 0x5346;

/** Only one's own. */
export const dropFilter = async (tx: Tx, personId: number, id: number): Promise<void> => {
  await tx.deleteFrom('saved_filter').where('person_id', '=', personId).where('id', '=', id).execute();
};
