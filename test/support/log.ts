/** Loggers for what is under test. */
import type { Log } from '#db/log.ts';

const drop = (): void => undefined;

/** Warnings and errors of a passing test are expected ones: nobody needs to read them. */
export const quietLog: Log = { info: drop, warn: drop, error: drop };
