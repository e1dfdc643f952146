/** Sample data name each other by code; rows by id. A code that is not there is a fault of the data and ends the load. */
export type Ids = ReadonlyMap<string, number>;

export const idsOf = (rows: readonly { readonly code: string; readonly id: number }[]): Ids =>
  new Map(rows.map((row) => [row.code, row.id]));

export const idOf = (ids: Ids, code: string): number => {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the sample data name ${code}, which is not among them`);
  return id;
};

/** Parents first, since children carry their ids. The trees of the sample data have two levels. */
export const insertTree = async <T extends { readonly parent: string | null }>(
  rows: readonly T[],
  insert: (rows: readonly T[], parents: Ids) => Promise<Ids>,
): Promise<Ids> => {
  const roots = await insert(
    rows.filter((row) => row.parent === null),
    new Map(),
  );
  const children = await insert(
    rows.filter((row) => row.parent !== null),
    roots,
  );
  return new Map([...roots, ...children]);
};
