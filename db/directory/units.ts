/** Units as administrators see and end them. Rows carry validity dates and are never deleted; each change is a fact. */
import type { UnitId } from '#domain/directory/directory.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import { appendFacts } from '../fact.ts';

export type ListedUnit = {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly parent: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly successors: readonly string[];
};

export const listUnits = async (db: Db): Promise<ListedUnit[]> => {
  const [units, successions] = await Promise.all([
    db.query.selectFrom('unit').selectAll().orderBy('code').execute(),
    db.query.selectFrom('unit_succession').selectAll().execute(),
  ]);
  const codes = new Map(units.map((unit) => [unit.id, unit.code]));
  const codeOf = (id: number): string => codes.get(id) ?? '';
  return units.map((unit) => ({
    code: unit.code,
    kind: unit.kind,
    name: unit.name,
    parent: unit.parent_id === null ? null : codeOf(unit.parent_id),
    from: unit.valid_from,
    to: unit.valid_to,
    successors: successions
      .filter((row) => row.old_id === unit.id)
      .map((row) => codeOf(row.new_id))
      .sort(),
  }));
};

export const successorsOf = async (tx: Tx): Promise<Map<UnitId, UnitId[]>> => {
  const rows = await tx.selectFrom('unit_succession').selectAll().execute();
  const successors = new Map<UnitId, UnitId[]>();
  for (const row of rows) successors.set(row.old_id, [...(successors.get(row.old_id) ?? []), row.new_id]);
  return successors;
};

type Origin = { readonly channel: string; readonly now: Millis };

/** @param on the last day */
export const endUnits = async (tx: Tx, ids: readonly UnitId[], on: IsoDate, origin: Origin): Promise<void> => {
  await tx.updateTable('unit').set({ valid_to: on }).where('id', 'in', ids).execute();
  await note(
    tx,
    ids.map((unitId) => ({ kind: 'unit_closed', partId: null, data: { unitId, on } })),
    origin,
  );
};

/** A pair that is there already stays as it is. @returns the new ones that were added */
export const addSuccessors = async (
  tx: Tx,
  unitId: UnitId,
  heirs: readonly UnitId[],
  origin: Origin,
): Promise<UnitId[]> => {
  if (heirs.length === 0) return [];
  // Of several none is offered first: which one it is depends on the zone, or on who is asked.
  const values = heirs.map((heir) => ({ old_id: unitId, new_id: heir, is_default: heirs.length === 1 }));
  const rows = await tx
    .insertInto('unit_succession')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('new_id')
    .execute();
  const added = rows.map((row) => row.new_id);
  await note(
    tx,
    added.map((heirId) => ({ kind: 'unit_succeeded', partId: null, data: { unitId, heirId } })),
    origin,
  );
  return added;
};

const note = (tx: Tx, drafts: Parameters<typeof appendFacts>[2], { channel, now }: Origin): Promise<void> =>
  appendFacts(tx, 'directory', drafts, { actorId: null, channel, at: now });
