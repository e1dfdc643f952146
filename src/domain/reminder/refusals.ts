/** Refusals about reminders. `text/remind/refusals.ts` has their sentences. */
export type RemindRefusalCode =
  | 'remind.hours'
  | 'remind.hours_unreadable'
  | 'remind.past'
  | 'remind.too_long'
  | 'remind.gone'
  | 'remind.when';
