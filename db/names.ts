/** The names that the reader needs beside the reference data: who took over from whom, and the enterprises. */
import type { Db } from './client.ts';

export const readNameSource = async (db: Db) => {
  const [successions, enterprises] = await Promise.all([
    db.query
      .selectFrom('unit_succession')
      .innerJoin('unit as old', 'old.id', 'unit_succession.old_id')
      .innerJoin('unit as heir', 'heir.id', 'unit_succession.new_id')
      .select(['old.code as old', 'heir.code as heir'])
      .orderBy('unit_succession.is_default', 'desc')
      .orderBy('heir.code')
      .execute(),
    db.query.selectFrom('enterprise').select(['tax_code as taxCode', 'name']).orderBy('id').execute(),
  ]);
  const byOld = Map.groupBy(successions, ({ old }) => old);
  const successors = new Map(
    Array.from(byOld, ([old, rows]): [string, string[]] => [old, rows.map(({ heir }) => heir)]),
  );
  return { successors, enterprises };
};
