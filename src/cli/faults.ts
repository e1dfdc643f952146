/** What went wrong outside the product, in one sentence for whoever ran the command. Everything else is a fault of ours. */
import { BackupError } from '#db/backup/errors.ts';
import { codeOf } from '#db/client.ts';
import { EmbeddedError } from '#db/embedded/errors.ts';
import { MigrationError } from '#db/migrate.ts';
import { texts } from '#text/cli.ts';

/** @returns null for an error that nobody expected */
export const sentenceOf = (error: unknown): string | null => {
  if (error instanceof BackupError) return texts.backup[error.code];
  if (error instanceof MigrationError) return texts.migration[error.code];
  if (error instanceof EmbeddedError) return texts.embedded[error.code];
  const code = codeOf(error);
  if (code === 'EPIPE') return texts.readerGone;
  if (isOfFile(error)) return texts.file(code, error.path);
  return isOfConnection(code) ? texts.noDatabase : null;
};

/** The file system's errors carry the path; a socket's carry none, or an address. */
const isOfFile = (error: unknown): error is Error & { readonly path: string } =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' && !('address' in error);

/** Nobody listens, no such host; class 08 connection, 28 password, 3D no such database, 57P server going down. */
const isOfConnection = (code: string): boolean =>
  /^(ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ETIMEDOUT|08|28|3D|53300|57P)/.test(code);
