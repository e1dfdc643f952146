/** An axis of round steps, with room above the highest value for the number on it. */

export type Scale = { readonly min: number; readonly max: number; readonly step: number };

const STEPS = 4;
const ROUND = [1, 2, 2.5, 5, 10] as const;

/** From nought: a cut axis makes of little much. */
export const scaleOf = (values: readonly number[]): Scale => {
  const isWhole = values.every(Number.isInteger);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = ((high - low) * 1.12) / STEPS || 1 / STEPS;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const found = ROUND.map((one) => one * unit).find((step) => step >= rough) ?? 10 * unit;
  const step = isWhole ? Math.max(1, Math.ceil(found)) : found;
  // Below nought a number stands under its point.
  const [min, max] = [low < 0 ? low * 1.12 : 0, high > 0 ? high * 1.1 : 0];
  return { min: step * Math.floor(min / step), max: step * Math.max(Math.ceil(max / step), low < 0 ? 0 : 1), step };
};
