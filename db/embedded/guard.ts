/**
 * The supervisor's own connection. It holds an advisory lock, so that one data folder has one supervisor: the lock goes
 * the moment its process dies, however it dies. And it ends when the server does, which is how that is noticed, be the
 * server our child or one found running.
 */
import { Client, DatabaseError } from 'pg';
import { APP_ROLE, DATABASE } from './address.ts';
import { EmbeddedError } from './errors.ts';
import { poll, START_LIMIT_MS } from './postmaster.ts';

/** `ended` resolves when the connection is gone. */
export type Guard = { readonly ended: Promise<void> };

/** After a kill -9 the old supervisor's connection takes a moment to go. */
const LOCK_WAIT_MS = 2_000;
const LOCK_KEY = 0x50480001;

/** Also makes our database and the application's role where they are missing. @throws EmbeddedError */
export const takeGuard = async (ownerUrl: string, appPassword: string): Promise<Guard> => {
  const url = new URL(ownerUrl);
  url.pathname = '/postgres';
  const client = await connect(url.href);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  try {
    await lock(client);
    await prepare(client, appPassword);
  } catch (error) {
    await client.end();
    throw error;
  }
  return { ended };
};

const connect = async (url: string): Promise<Client> => {
  const connected = await poll(START_LIMIT_MS, async () => {
    const client = new Client({ connectionString: url, application_name: 'supervisor' });
    client.on('error', ignore);
    try {
      return await client.connect();
    } catch (error) {
      // After the crash of one of its processes a server recovers by itself; meanwhile it only looks ready.
      if (error instanceof DatabaseError && error.code === '57P03') return undefined;
      throw error;
    }
  });
  if (!connected) throw new EmbeddedError('start_failed', 'Postgres does not recover');
  return connected;
};

const lock = async (client: Client): Promise<void> => {
  const isLocked = await poll(LOCK_WAIT_MS, async () => {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK_KEY]);
    return rows[0]?.got || undefined;
  });
  if (!isLocked) throw new EmbeddedError('in_use', 'Another process already serves this data folder');
};

const prepare = async (client: Client, appPassword: string): Promise<void> => {
  const role = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (role.rowCount === 0) {
    await client.query(`create role ${APP_ROLE} login password ${client.escapeLiteral(appPassword)}`);
  }
  const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (database.rowCount === 0) await client.query(`create database ${DATABASE}`);
};

/** What goes wrong between queries ends the connection, and its end is what we wait for. */
const ignore = (): undefined => undefined;
