/** Every refusal of the product. `text/refusals.ts` must have a sentence for each, by type. */
export type RefusalCode =
  | 'term.unreadable'
  | 'term.out_of_range'
  | 'calendar.make_up_not_weekend'
  | 'deadline.line_unreadable'
  | 'deadline.from_unreadable';
