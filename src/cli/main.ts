/**
 * The command line: `npm run --silent cli -- COMMAND`. Exit 0 done, 1 refused (one sentence on standard error), 2 usage.
 * What is asked for goes to standard output, everything else to standard error.
 */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { type Config, ConfigError, parseConfig, secretsOf } from '#src/config.ts';
import { createLog } from '#src/log.ts';
import { texts } from '#text/cli.ts';
import { readCall } from './call.ts';
import type { Context, Outcome } from './command.ts';
import { COMMANDS } from './commands.ts';
import { sentenceOf } from './faults.ts';
import { linesOf } from './lines.ts';

const DONE = 0;
const REFUSED = 1;
const USAGE = 2;

const main = async (): Promise<number> => {
  const call = readCall(COMMANDS, process.argv.slice(2));
  if ('usageOf' in call) return showUsage(call.usageOf);
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig();
  if (config === null) return USAGE;
  const context = contextOf(config);
  try {
    const outcome = await call.command.call(context, call.given);
    return outcome.kind === 'usage' ? showUsage(call.name) : await show(context, outcome, call.asJson);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) context.log.error({ err: error }, 'the command failed');
    console.error(sentence ?? texts.unexpected);
    return REFUSED;
  }
};

const contextOf = (config: Config): Context => ({
  config,
  // Standard output is for the answer, and a refusal is one sentence: the log speaks when it is asked to, or must.
  log: createLog({
    level: config.logLevel === 'debug' ? 'debug' : 'error',
    secrets: secretsOf(config),
    destination: process.stderr,
  }),
  input: () => linesOf(process.stdin),
  print,
});

/** A reader who went away (`| head`) fails the write, and so ends the command. */
const print = (line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });

const show = async (
  context: Context,
  outcome: Exclude<Outcome, { kind: 'usage' }>,
  asJson: boolean,
): Promise<number> => {
  if (asJson && outcome.json !== undefined) await context.print(JSON.stringify(outcome.json));
  if (outcome.kind === 'refused') {
    console.error(outcome.sentence);
    return REFUSED;
  }
  if (!asJson) for (const line of outcome.lines) await context.print(line);
  return DONE;
};

/** @param name null: of every command */
const showUsage = (name: string | null): number => {
  const shown = Object.entries(COMMANDS).filter(([each]) => name === null || each === name);
  console.error(
    [texts.usage, ...shown.map(([each, { usage }]) => texts.line(each, usage)), texts.commonOption].join('\n'),
  );
  return USAGE;
};

const readConfig = (): Config | null => {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return null;
  }
};

// Heard, or a reader who went away would end the process with a stack; the write itself says so too.
process.stdout.on('error', () => undefined);
process.exitCode = await main();
