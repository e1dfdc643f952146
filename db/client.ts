/**
 * The door to Postgres: one pool, Kysely over it, and transactions whose independent statements travel together.
 * Kysely's own transaction sends one statement at a time; ours binds a Kysely to one pipelined connection, so
 * `Promise.all` of queries costs one round trip. Statements are prepared once per connection.
 */
import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';

/** Outside a transaction: single statements. */
export type Db = { readonly pool: pg.Pool; readonly query: Kysely<Database> };

declare const transaction: unique symbol;
/** Inside a transaction; functions that lock or change several rows take only this. */
export type Tx = Kysely<Database> & { readonly [transaction]: true };

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Ids and counts fit a double; dates stay text so that no zone shifts them; moments become milliseconds. */
const types: pg.CustomTypesConfig = {
  // The library declares the parser of a type as `any`.
  getTypeParser: (oid, format) => {
    if (format !== 'binary') {
      if (oid === INT8) return Number;
      if (oid === DATE) return String;
      if (oid === TIMESTAMPTZ) return (text: string) => Date.parse(text.includes('+') ? isoOf(text) : text);
    }
    return pg.types.getTypeParser(oid, format);
  },
};

/** `2026-11-23 08:00:00.123+00` → ISO 8601, which Date.parse reads by standard. */
const isoOf = (text: string): string => `${text.replace(' ', 'T')}${/[+-]\d\d$/.test(text) ? ':00' : ''}`;

export const openDb = (url: string, size: number, onError: (error: Error) => void): Db => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    pipeline: true,
    stream: () => new TickSocket(),
    // A restarting Postgres refuses for a second or two; a turn waits for a connection no longer than a user would.
    connectionTimeoutMillis: 5_000,
  });
  survive(pool, onError);
  return { pool, query: kyselyOver(new DirectDriver(pool)) };
};

/** Statements issued in one tick leave in one write: pg corks for each of them, and this lets go when all are issued. */
class TickSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}

/**
 * A connection that the server ends is replaced by the pool. The pool tells of its idle connections only; one in use
 * tells by itself, and an error without a listener would end the process.
 */
export const survive = (pool: pg.Pool, onError: (error: Error) => void): void => {
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
};

const RETRYABLE = new Set(['40001', '40P01']);
/** Conflicts resolve at once when the other side commits; more than this is a bug, not bad luck. */
const MOST_TRIES = 5;

/** Sends a transaction's last statements, none of which waits for another: the commit travels with them. */
export type Ending<T> = () => Promise<T>;

/** Runs `work` in one transaction; serialisation failures and deadlocks are run again whole. */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransactionEnding(db, async (tx) => {
    const value = await work(tx);
    return () => Promise.resolve(value);
  });

/** The same, one round trip shorter: locks are held for the last statements and the commit, not for our hearing of them. */
export const inTransactionEnding = async <T>(db: Db, work: (tx: Tx) => Promise<Ending<T>>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptTransaction(db.pool, work);
    } catch (error) {
      if (attempt >= MOST_TRIES || !RETRYABLE.has(codeOf(error))) throw error;
    }
  }
};

/** This transaction's commit does not wait for the disk: for what a crash of Postgres may forget. */
export const relaxCommit = async (tx: Tx): Promise<void> => {
  await sql`set local synchronous_commit = off`.execute(tx);
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const attemptTransaction = async <T>(pool: pg.Pool, work: (tx: Tx) => Promise<Ending<T>>): Promise<T> => {
  const client = await pool.connect();
  const driver = new DirectDriver(client);
  let broken: Error | undefined;
  try {
    // Not awaited: it travels with the first statement. A failure surfaces there, or at commit.
    const begun = client.query(BEGIN);
    begun.catch(ignore);
    // The brand exists only in types: this is the one place where a transaction is known to be open.
    const ending = await work(kyselyOver(driver) as Tx);
    const last = ending();
    const end = commit(client, driver, last);
    const [value] = await Promise.all([last, begun, end]);
    return value;
  } catch (error) {
    driver.end();
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error('rollback failed');
    });
    // What failed first is the cause; statements behind it fail because the transaction is aborted.
    throw driver.failure ?? error;
  } finally {
    client.release(broken);
  }
};

const BEGIN = { name: 'begin', text: 'begin' };
const COMMIT = { name: 'commit', text: 'commit' };

const commit = async (client: pg.PoolClient, driver: DirectDriver, last: Promise<unknown>): Promise<void> => {
  let failed = false;
  last.catch(() => {
    failed = true;
  });
  // Kysely issues a statement some microtasks after it is asked to: by the next tick the last ones are on their way.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  // One more statement now would be left out of the commit, so it fails.
  driver.end();
  if (failed) return;
  const { command } = await client.query(COMMIT);
  if (command === 'ROLLBACK') throw new Error('the transaction was aborted before its commit');
};

const ignore = (): void => undefined;
const nothing = (): Promise<void> => Promise.resolve();

const kyselyOver = (driver: Driver): Kysely<Database> =>
  new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

/** Statements longer than this vary too much (lists of rows) to be worth keeping prepared. */
const LONGEST_PREPARED = 4_000;

const run = async <R>(client: pg.Pool | pg.PoolClient, query: CompiledQuery): Promise<QueryResult<R>> => {
  const values = [...query.parameters];
  const result = await client.query<R & pg.QueryResultRow>(
    query.sql.length <= LONGEST_PREPARED
      ? { name: nameOf(query.sql), text: query.sql, values }
      : { text: query.sql, values },
  );
  return { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) };
};

const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
};

/** Sends each statement as it comes; on one client, statements issued together are pipelined by pg. */
class DirectDriver implements Driver {
  readonly #connection: DatabaseConnection;
  #ended = false;
  /** Of the first statement that failed. */
  failure: unknown;

  constructor(client: pg.Pool | pg.PoolClient) {
    this.#connection = {
      executeQuery: <R>(query: CompiledQuery) => {
        // Of statements issued together one may fail first: the others must not go on outside the transaction.
        if (this.#ended) return Promise.reject(new Error('the transaction has ended'));
        return run<R>(client, query).catch((error: unknown) => {
          this.failure ??= error;
          throw error;
        });
      },
      streamQuery: () => {
        throw new Error('streaming needs a connection of its own');
      },
    };
  }

  end(): void {
    this.#ended = true;
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('use inTransaction'));
  }

  // The pool and `inTransaction` own the connection's life; Kysely has nothing to do here.
  readonly init = nothing;
  readonly commitTransaction = nothing;
  readonly rollbackTransaction = nothing;
  readonly releaseConnection = nothing;
  readonly destroy = nothing;
}
