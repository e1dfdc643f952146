/** Other names, as administrators add and take them back. Each change counts as one of the reference data. */
import type { Alias } from '#domain/directory/alias.ts';
import type { Tx } from '../client.ts';

/** @param plain the name as it is compared */
export const insertAlias = async (tx: Tx, { kind, subject, name }: Alias, plain: string): Promise<void> => {
  await tx.insertInto('alias').values({ kind, subject, name, plain }).execute();
};

export const deleteAlias = async (tx: Tx, name: string): Promise<void> => {
  await tx.deleteFrom('alias').where('name', '=', name).execute();
};

export const readAliases = async (tx: Tx): Promise<readonly Alias[]> =>
  (await tx.selectFrom('alias').select(['kind', 'subject', 'name']).orderBy('id').execute()).map((row) => ({
    ...row,
    kind: row.kind as Alias['kind'], // held by a check constraint
  }));
