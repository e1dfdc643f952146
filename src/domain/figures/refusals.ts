/** Refusals about figures. `text/figures/refusals.ts` has their sentences. */
export type FiguresRefusalCode = 'figures.compare' | 'figures.unit';
