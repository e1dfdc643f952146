/** What a command is: how it is called, what it needs, and what comes of it. Words are made here, printed by main. */
import { z } from 'zod';
import type { Refusal } from '#domain/result.ts';
import type { Config } from '#src/config.ts';
import type { Log } from '#src/log.ts';
import { sayRefusal } from '#text/refusals.ts';

export type Context = {
  readonly config: Config;
  readonly log: Log;
  /** Lines of standard input, read only when asked for. */
  readonly input: () => AsyncIterable<string>;
  /** For commands that print as they go. Resolves when the reader has taken the line. */
  readonly print: (line: string) => Promise<void>;
};

export type Outcome =
  /** `json` with --json, else `lines`. */
  | { readonly kind: 'done'; readonly json: unknown; readonly lines: readonly string[] }
  /** One sentence; `json` with --json as well, where there is something to tell. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly json?: unknown }
  | { readonly kind: 'usage' };

export const done = (json: unknown, ...lines: readonly string[]): Outcome => ({ kind: 'done', json, lines });
/** All has been printed. */
export const printed: Outcome = { kind: 'done', json: undefined, lines: [] };
export const refuse = (sentence: string, json?: unknown): Outcome => ({ kind: 'refused', sentence, json });
export const refuseBy = (refusal: Refusal): Outcome => refuse(sayRefusal(refusal).join(' '));

/** Options by name, and under `rest` what stands after the command's name. */
type Given = Readonly<Record<string, unknown>>;

export type Command = {
  readonly usage: string;
  /** Each takes a value. */
  readonly options: readonly string[];
  /** Said or not. */
  readonly flags: readonly string[];
  readonly call: (context: Context, given: Given) => Promise<Outcome>;
};

/** @param shape the options, and `rest` for a tuple of what stands after the name; nothing there when absent */
export const defineCommand = <S extends z.ZodRawShape>(
  usage: string,
  shape: S,
  run: (context: Context, args: z.output<z.ZodObject<S>>) => Promise<Outcome>,
): Command => {
  const schema = z.object(shape);
  const takesRest = 'rest' in shape;
  const names = Object.keys(shape).filter((name) => name !== 'rest');
  const isFlag = (name: string): boolean => z.safeParse(shape[name] ?? z.never(), true).success;
  return {
    usage,
    options: names.filter((name) => !isFlag(name)),
    flags: names.filter(isFlag),
    call: async (context, given) => {
      const parsed = schema.safeParse(given);
      const isTooMuch = !takesRest && Array.isArray(given.rest) && given.rest.length > 0;
      return parsed.success && !isTooMuch ? run(context, parsed.data) : { kind: 'usage' };
    },
  };
};
