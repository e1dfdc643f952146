/** Who took over from whom: what the reader of names needs beside the reference data. */
import type { Db } from '../client.ts';

/** By code, the default heir first. */
export const readSuccessors = async (query: Db['query']): Promise<ReadonlyMap<string, readonly string[]>> => {
  const successions = await query
    .selectFrom('unit_succession')
    .innerJoin('unit as old', 'old.id', 'unit_succession.old_id')
    .innerJoin('unit as heir', 'heir.id', 'unit_succession.new_id')
    .select(['old.code as old', 'heir.code as heir'])
    .orderBy('unit_succession.is_default', 'desc')
    .orderBy('heir.code')
    .execute();
  const byOld = Map.groupBy(successions, ({ old }) => old);
  return new Map(Array.from(byOld, ([old, rows]): [string, string[]] => [old, rows.map(({ heir }) => heir)]));
};
