/** Files that prove a duty. */
import type { Tx } from '../client.ts';
import { filesById, type StoredFile } from '../file.ts';

export const filesOfDuty = async (tx: Tx, dutyId: number): Promise<StoredFile[]> => {
  const rows = await tx.selectFrom('duty_file').select('file_id').where('duty_id', '=', dutyId).execute();
  return filesById(
    tx,
    rows.map((row) => row.file_id),
  );
};
