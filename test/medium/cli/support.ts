/** Runs commands: as a process of its own, as people do, or in this process, where many cases would be slow. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readCall } from '#src/cli/call.ts';
import type { Outcome } from '#src/cli/command.ts';
import { COMMANDS } from '#src/cli/commands.ts';
import { parseConfig } from '#src/config.ts';
import type { TestDatabase } from '#test/support/database.ts';

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
/** As `npm run cli` does. */
const CHECK = fileURLToPath(new URL('../../../deploy/node-version.cjs', import.meta.url));

export type Variables = Readonly<Record<string, string>>;
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** @param input what stands on standard input */
export const cli = async (
  variables: Variables,
  words: readonly string[],
  input: string | Uint8Array = '',
): Promise<Ran> => {
  const child = spawn(process.execPath, ['-r', CHECK, MAIN, ...words], {
    // Away from a developer's .env file.
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...variables },
    stdio: 'pipe',
  });
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
};

export const onDatabase = ({ appUrl, ownerUrl }: TestDatabase): Variables => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
});

/** In this process. @returns the outcome, and what was printed on the way */
export const run = async (
  variables: Variables,
  words: readonly string[],
  input: readonly string[] = [],
): Promise<Outcome & { readonly printed: readonly string[] }> => {
  const call = readCall(COMMANDS, words);
  if ('usageOf' in call) return { kind: 'usage', printed: [] };
  const printed: string[] = [];
  const drop = (): void => undefined;
  const log = { debug: drop, info: drop, warn: drop, error: drop, child: () => log };
  const context = {
    config: parseConfig(variables),
    log,
    input: async function* () {
      yield* input;
    },
    print: async (line: string) => {
      printed.push(line);
    },
  };
  return { ...(await call.command.call(context, call.given)), printed };
};

/** What `--json` would print. */
export const jsonOf = (outcome: Outcome): unknown => {
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.json;
};

/** Vietnamese, one line, no words of a program. */
export const isSentence = (text: string): boolean =>
  /^\p{Lu}[^\n]*[.]\n?$/u.test(text) && !/\bat \w|Error|undefined/.test(text);
