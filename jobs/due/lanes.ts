/** Work of one step in several commits side by side: while the database writes one, the next is decided. */

/** A process decides on one core: a third lane would only wait for it, and hold one more connection. */
const LANES = 2;

export const inLanes = async <T, R>(all: readonly T[], work: (own: readonly T[]) => Promise<R>): Promise<R[]> => {
  const size = Math.max(1, Math.ceil(all.length / LANES));
  const lanes = Array.from({ length: Math.ceil(all.length / size) }, (_, lane) =>
    all.slice(lane * size, (lane + 1) * size),
  );
  return Promise.all(lanes.map(work));
};
