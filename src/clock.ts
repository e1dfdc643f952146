/**
 * The one clock. Real time is the process's monotonic clock set to the database's time at start and every 30 s, so
 * that neither a wrong wall clock nor an NTP jump moves a deadline. A test clock (DESIGN 8) is a row that maps real
 * time to product time; it is read again often, so that all processes agree.
 */
import type { Millis } from '#domain/time.ts';

/** Product time = `productAt` + (real − `realAt`) × `speed`. */
export type Mapping = { readonly realAt: Millis; readonly productAt: Millis; readonly speed: number };

export type ClockSource = {
  /** The database's time now. */
  readonly databaseNow: () => Promise<Millis>;
  readonly readMapping: () => Promise<Mapping | null>;
};

export type Clock = {
  readonly now: () => Millis;
  /** Real milliseconds until product time reaches `at`, at least 0. */
  readonly realDelayUntil: (at: Millis) => number;
  /** Real time by the database's clock: what a mapping is written with. */
  readonly realNow: () => Millis;
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

const SYNC_MS = 30_000;
/** Another process may have moved the test clock; nothing but tests waits on this. */
const TEST_SYNC_MS = 150;

const IDENTITY: Mapping = { realAt: 0, productAt: 0, speed: 1 };

/** @param onError called when a refresh fails; the clock runs on with what it knows. */
export const startClock = async (
  source: ClockSource,
  test: boolean,
  onError: (error: unknown) => void,
): Promise<Clock> => {
  let offset = 0;
  let mapping = IDENTITY;
  const realNow = (): Millis => Math.floor(performance.now() + offset);

  const syncReal = async (): Promise<void> => {
    const before = performance.now();
    const database = await source.databaseNow();
    // The database answered between the two readings: the middle is the best guess.
    offset = database - (before + performance.now()) / 2;
  };
  const refresh = async (): Promise<void> => {
    if (test) mapping = (await source.readMapping()) ?? IDENTITY;
  };
  await syncReal();
  await refresh();

  const timers = [
    setInterval(() => void syncReal().catch(onError), SYNC_MS).unref(),
    ...(test ? [setInterval(() => void refresh().catch(onError), TEST_SYNC_MS).unref()] : []),
  ];
  const now = (): Millis => Math.floor(mapping.productAt + (realNow() - mapping.realAt) * mapping.speed);
  return {
    now,
    realNow,
    realDelayUntil: (at) => Math.max(0, Math.ceil((at - now()) / mapping.speed)),
    refresh,
    stop: () => timers.forEach(clearInterval),
  };
};
