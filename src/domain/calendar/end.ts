/** The end of a term: an exact minute, or 24:00 of `date` (whose moment is already the midnight of the next day). */
import type { IsoDate, Millis } from '../time.ts';
import { dateOf, momentOf } from '../time.ts';

export type End = { readonly due: Millis; readonly dayTerm: boolean; readonly date: IsoDate };

export const endOfDay = (date: IsoDate): End => ({ due: momentOf(date, 24 * 60), dayTerm: true, date });

export const endAt = (due: Millis): End => ({ due, dayTerm: false, date: dateOf(due) });
