/** A migrated database for one test file, copied from the one that the global setup made. */
import { Client } from 'pg';
import { inject } from 'vitest';

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
};

let count = 0;

/** @param from 'migrated': all tables, without rows; 'empty': no tables at all. */
export const freshDatabase = async (from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> => {
  const { ownerUrl, appUrl } = inject('postgres');
  count += 1;
  const name = `test_${process.pid}_${count}`;
  const template = from === 'migrated' ? new URL(ownerUrl).pathname.slice(1) : 'template0';
  await asOwner(ownerUrl, `create database ${name} template ${template}`);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: () => asOwner(ownerUrl, `drop database ${name} with (force)`),
  };
};

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** From the database `postgres`, since the one copied must have no other connection. */
const asOwner = async (ownerUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: withDatabase(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
