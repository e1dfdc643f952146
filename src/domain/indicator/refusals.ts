/** Refusals about indicators. `text/indicator/refusals.ts` has their sentences. */
export type IndicatorRefusalCode =
  | 'indicator.value'
  | 'indicator.period'
  | 'indicator.stated'
  | 'indicator.exists'
  | 'indicator.enter'
  | 'indicator.same'
  | 'indicator.gone'
  | 'indicator.trend';
