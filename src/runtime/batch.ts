/**
 * What is asked for while an earlier round is under way goes into the next one: alone nobody waits, and in a rush many
 * share a round trip and a commit.
 */
type Asked<T> = {
  readonly items: readonly T[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/** @param most how many askers share a round */
export const createBatch = <T>(
  most: number,
  run: (items: readonly T[]) => Promise<void>,
): ((items: readonly T[]) => Promise<void>) => {
  const waiting: Asked<T>[] = [];
  let busy = false;

  const rounds = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) await round(waiting.splice(0, most), run);
    busy = false;
  };
  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject });
      if (!busy) void rounds();
    });
};

const round = async <T>(asked: readonly Asked<T>[], run: (items: readonly T[]) => Promise<void>): Promise<void> => {
  try {
    await run(asked.flatMap(({ items }) => items));
    for (const { resolve } of asked) resolve();
  } catch (error) {
    const [first, ...rest] = asked;
    if (rest.length === 0) first?.reject(error);
    // The fault of one is not the fault of those beside it.
    else await Promise.all(asked.map((one) => round([one], run)));
  }
};
