/** What the database must hold whatever happened: each request once, numbers without gaps, the chain of facts whole. */
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '#db/client.ts';
import { verifyFacts } from '#db/fact.ts';

export type Audit = {
  readonly requests: number;
  /** Subjects that stand in more than one request. */
  readonly doubled: number;
  /** Numbers that no request has. */
  readonly gaps: number;
  readonly isChainWhole: boolean;
};

export const audit = async (db: Db): Promise<Audit> => {
  const [verdict, counts] = await Promise.all([
    verifyFacts(db),
    sql<Omit<Audit, 'isChainWhole'>>`
      select count(*) as requests, count(*) - count(distinct subject) as doubled,
        coalesce((select last from counter where name like 'request:%'), 0) - count(*) as gaps
      from request`.execute(db.query),
  ]);
  const [row] = counts.rows;
  if (row === undefined) throw new Error('no figures');
  return { ...row, isChainWhole: verdict.firstBroken === null };
};

/** Looks again until it is so: for what no sound of the platform tells. */
export const until = async (isSo: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> => {
  const end = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`did not happen in ${timeoutMs} ms: ${isSo}`);
    await delay(20);
  }
};

export const countOf = async (db: Db, condition: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.raw(condition)}`.execute(db.query);
  return rows[0]?.count ?? 0;
};
