/** Every refusal of the product. `text/refusals.ts` must have a sentence for each, by type. */
export type RefusalCode = 'term.unreadable' | 'calendar.make_up_not_weekend';
