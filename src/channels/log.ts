/** What channels log: their own sentences and names of faults, never words of people, URLs or tokens. */

/** The part of pino that is used. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** The name only: the message of a fault from outside may hold what must not be logged. */
export const faultName = (error: unknown): { fault: string } => ({
  fault: error instanceof Error ? error.constructor.name : typeof error,
});
