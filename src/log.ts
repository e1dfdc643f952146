/**
 * The log: one JSON line per event, for operators, in English. What always holds: no words of people, no secrets, no
 * phone numbers. Fields are plain values, errors and lists of plain values; any other object is not written, so a body
 * or a row handed over whole does no harm. Telling fields are replaced by name, and every string is searched for the
 * process's own secrets and for what looks like one.
 */
import { type DestinationStream, type Logger, pino } from 'pino';

export type Fields = Readonly<Record<string, unknown>>;
/** Fields first, the sentence second, as pino has it. */
type Write = (fields: Fields, message: string) => void;

export type Log = {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
  /** The same log with these fields on every line. */
  readonly child: (fields: Fields) => Log;
};

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogOptions = {
  readonly level: LogLevel;
  /** Values that must never be written, wherever they turn up: what the process was configured with. */
  readonly secrets: readonly string[];
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
};

export const createLog = ({ level, secrets, destination }: LogOptions): Log => {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } };
  const lines = destination ? pino(options, destination) : pino(options);
  return logWith(lines, redactor(secrets), {});
};

type Redact = (text: string) => string;

const logWith = (lines: Logger, redact: Redact, always: Fields): Log => {
  const writeAt =
    (level: 'debug' | 'info' | 'warn' | 'error'): Write =>
    (fields, message) => {
      if (lines.isLevelEnabled(level)) lines[level](safeFields({ ...always, ...fields }, redact), redact(message));
    };
  return {
    debug: writeAt('debug'),
    info: writeAt('info'),
    warn: writeAt('warn'),
    error: writeAt('error'),
    child: (fields) => logWith(lines, redact, { ...always, ...fields }),
  };
};

const REDACTED = '[redacted]';

/** What looks like a secret or a phone number in running text, with the part that may stay as `$1`. */
const TELLING: readonly RegExp[] = [
  /(\/bot)[^/\s"']+/g,
  /(\w:\/\/)[^@/\s"']+(?=@)/g,
  /(\b[\w-]*(?:token|secret|password|api_?key|app_?key|sig)\w*["']?\s*[:=]\s*["']?)[^\s"',}&]+/gi,
  /(\b(?:bearer|basic)\s+)\S+/gi,
  /()\b\d{6,}(?::|%3A)[\w-]{8,}/gi,
  /()(?<![\d.])(?:\+?84|0)(?:[\s.-]?\d){9,10}(?!\d)/g,
];

const redactor = (secrets: readonly string[]): Redact => {
  const known = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))].filter(Boolean);
  return (text) =>
    TELLING.reduce(
      (clean, pattern) => clean.replace(pattern, `$1${REDACTED}`),
      known.reduce((clean, secret) => clean.replaceAll(secret, REDACTED), text),
    );
};

const TELLING_NAME =
  /^(body|text|caption|subject|content|words)$|token|secret|password|authorization|cookie|phone|(api|app)_?key|(invitation|invite|link)_?code/i;

const safeFields = (fields: Fields, redact: Redact): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, safeValue(name, value, redact)]));

const safeValue = (name: string, value: unknown, redact: Redact): unknown => {
  if (value instanceof Error) return safeError(value, redact);
  if (value === null || value === undefined) return value;
  if (TELLING_NAME.test(name)) return REDACTED;
  return Array.isArray(value) ? value.map((item) => plain(item, redact)) : plain(value, redact);
};

const plain = (value: unknown, redact: Redact): unknown => {
  if (typeof value === 'string') return redact(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : `[${typeof value}]`;
};

/** Deep enough for "ours, the driver's, the socket's"; a cause that points back at itself ends here too. */
const MOST_CAUSES = 3;

/** Class, message, stack and causes; nothing else that hangs on an error (request, response, row). */
const safeError = (error: Error, redact: Redact, depth = 0): Record<string, unknown> => {
  const clean = (text: string): string =>
    redact(quotesInput(error) ? text.replaceAll(/"[\s\S]*"|'[\s\S]*'/g, '"…"') : text);
  return {
    class: error.constructor.name,
    message: clean(error.message),
    stack: clean(error.stack ?? ''),
    ...(error.cause instanceof Error && depth < MOST_CAUSES && { cause: safeError(error.cause, redact, depth + 1) }),
  };
};

/** A parser's error, and a data exception of Postgres (class 22), repeat what they could not read. */
const quotesInput = (error: Error): boolean =>
  error instanceof SyntaxError || ('code' in error && String(error.code).startsWith('22'));
