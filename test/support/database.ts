/** A database for one test file or one chat, copied from a template that the global setup made. */
import { inject } from 'vitest';
import { asOwner, nameOfDatabase, SEEDED, withDatabase } from './owner.ts';

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
};

let count = 0;

/** @param from 'seeded': reference data and sample people; 'migrated': all tables, without rows; 'empty': no tables. */
export const freshDatabase = async (from: 'seeded' | 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> => {
  const { ownerUrl, appUrl } = inject('postgres');
  count += 1;
  const name = `test_${process.pid}_${count}`;
  const template = { seeded: SEEDED, migrated: nameOfDatabase(ownerUrl), empty: 'template0' }[from];
  // Copying the files of a small database is faster than writing its pages to the log one by one.
  await asOwner(ownerUrl, `create database ${name} template ${template} strategy file_copy`);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner(ownerUrl, `drop database ${name} with (force)`),
  };
};
