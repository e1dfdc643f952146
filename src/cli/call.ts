/** From the words of a command line to one command of the table and what it was given. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Command } from './command.ts';

export type Call = {
  readonly name: string;
  readonly command: Command;
  readonly asJson: boolean;
  readonly given: Readonly<Record<string, unknown>>;
};

export type Commands = Readonly<Record<string, Command>>;

/** @returns the call, or what is wrong: a command whose usage was not met, or (null) no known command at all */
export const readCall = (commands: Commands, words: readonly string[]): Call | { readonly usageOf: string | null } => {
  const name = nameIn(commands, words);
  const command = name === null ? undefined : commands[name];
  if (name === null || command === undefined) return { usageOf: null };
  const options: NonNullable<ParseArgsConfig['options']> = {
    json: { type: 'boolean' },
    ...Object.fromEntries(command.options.map((option) => [option, { type: 'string' as const }])),
    ...Object.fromEntries(command.flags.map((flag) => [flag, { type: 'boolean' as const }])),
  };
  try {
    const args = words.slice(name.split(' ').length);
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { name, command, asJson: values.json === true, given: { ...values, rest: positionals } };
  } catch {
    return { usageOf: name }; // an unknown option, or one without its value
  }
};

/** `unit close` before `unit`. */
const nameIn = (commands: Commands, words: readonly string[]): string | null =>
  [words.slice(0, 2).join(' '), words[0] ?? ''].find((name) => Object.hasOwn(commands, name)) ?? null;
