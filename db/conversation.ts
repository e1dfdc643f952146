/** One account in one chat: the row whose lock orders its turns. */
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';

export const noteTurn = async (
  tx: Tx,
  id: number,
  values: { readonly shownSet: number | null; readonly floodFrom: Millis; readonly floodCount: number },
): Promise<void> => {
  await tx
    .updateTable('conversation')
    .set({
      shown_set: values.shownSet,
      flood_from: new Date(values.floodFrom),
      flood_count: values.floodCount,
    })
    .where('id', '=', id)
    .execute();
};
