/**
 * Postgres refuses to run as root. Started by another user, it runs as that user. Started by root, it runs as the user
 * that owns the folder, else as `postgres` or `nobody`; where a closed parent folder stops that user, `setpriv` gives it
 * the one capability to pass (reading past permissions), so that a 0700 folder of root works.
 */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { EmbeddedError } from './errors.ts';

export type RunAs = {
  /** Whom the cluster's files must belong to; null: whoever we are. */
  readonly user: Identity | null;
  readonly prefix: readonly string[];
};
type Identity = { readonly uid: number; readonly gid: number };

const USERS = ['postgres', 'nobody'];
const CAPABILITY = '-all,+dac_read_search';

/** @param folder exists already. @throws EmbeddedError */
export const chooseRunAs = async (postgres: string, folder: string): Promise<RunAs> => {
  if (process.getuid?.() !== 0) return { user: null, prefix: [] };
  const { uid, gid } = await stat(folder);
  const users = uid > 0 ? [{ uid, gid }] : await unprivileged();
  for (const withCapability of [false, true]) {
    for (const user of users) {
      const runAs = { user, prefix: withCapability ? passing(user) : [] };
      if (await reaches(runAs, postgres, folder)) return runAs;
    }
  }
  throw new EmbeddedError(
    'no_user',
    `Postgres does not run as root, and no other user was found that reaches ${folder} and ${postgres}: ` +
      'start as another user, open these folders, or set DATABASE_URL',
  );
};

export type Command = { readonly file: string; readonly args: readonly string[] };

/** Starts a program with nothing of our environment: its language, time zone and settings are always the same. */
export const spawnAs = (runAs: RunAs, command: Command, stdio: StdioOptions, detached = false): ChildProcess => {
  const [file = command.file, ...args] = [...runAs.prefix, command.file, ...command.args];
  return spawn(file, args, {
    ...(runAs.prefix.length === 0 && runAs.user),
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/', // ours may be closed to that user
    stdio,
    detached,
  });
};

const passing = ({ uid, gid }: Identity): string[] => [
  'setpriv',
  ...[`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'],
  ...['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=${CAPABILITY}`),
  '--',
];

const reaches = async (runAs: RunAs, postgres: string, folder: string): Promise<boolean> => {
  const script = 'test -x "$1" && "$0" --version';
  const probe = spawnAs(runAs, { file: 'sh', args: ['-c', script, postgres, folder] }, 'ignore');
  return await once(probe, 'exit').then(
    ([code]) => code === 0,
    () => false, // no sh or setpriv here: this way does not lead there
  );
};

const unprivileged = async (): Promise<Identity[]> => {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  return USERS.flatMap((user) => lines.filter(([name]) => name === user))
    .map((fields) => ({ uid: Number(fields[2]), gid: Number(fields[3]) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
};
