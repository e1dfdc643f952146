/** The nightly recount: sums that differ from the parts are put right and reported to whoever keeps the product. */
import { recountFigures } from '#db/figures/recount.ts';
import type { Runtime } from '#runtime/runtime.ts';

export const recount = async ({ db, clock, log }: Runtime, ending: AbortSignal): Promise<void> => {
  const { months, different } = await recountFigures(db, clock.now(), ending);
  if (different > 0) log.error({ months, different }, 'sums of figures differed from the parts and were put right');
};
