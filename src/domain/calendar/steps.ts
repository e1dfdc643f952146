/** How a deadline was reached, as data in the order of telling; `text/calendar/explain` puts it into words. */
import type { IsoDate, Millis } from '../time.ts';
import type { DayOff } from './calendar.ts';
import type { End } from './end.ts';
import type { Term } from './term.ts';
import type { Span } from './working-time.ts';

/** What a term is counted from. `given`: a bare date or moment, with no event known. */
export type StartEvent =
  | 'given'
  | 'sent'
  | 'receipt'
  | 'receipt_term_ended'
  | 'letter_arrived'
  | 'completed'
  | 'urgency_raised'
  | 'asked_again'
  | 'reopened';

export type Step =
  | {
      readonly kind: 'start';
      readonly event: StartEvent;
      readonly at: Millis;
      readonly date: IsoDate;
      /** Whether `at` is an hour worth showing, or stands for the whole day. */
      readonly timed: boolean;
      readonly term: Term;
    }
  | { readonly kind: 'first_day'; readonly date: IsoDate }
  | { readonly kind: 'first_moment'; readonly at: Millis }
  | { readonly kind: 'paused'; readonly pause: Span; readonly added: Term }
  | { readonly kind: 'not_counted'; readonly why: DayOff; readonly dates: readonly IsoDate[] }
  | { readonly kind: 'make_up'; readonly date: IsoDate; readonly reason: string }
  | { readonly kind: 'worked'; readonly spans: readonly Span[] }
  | { readonly kind: 'reached'; readonly total: Term; readonly end: End }
  | {
      readonly kind: 'moved';
      readonly from: IsoDate;
      /** A make-up day moves the end only where the calendar says so. */
      readonly why: DayOff | { readonly kind: 'make_up' };
      readonly to: IsoDate;
    }
  | { readonly kind: 'asked'; readonly end: End }
  | { readonly kind: 'extended'; readonly agreedAt: Millis; readonly end: End }
  | { readonly kind: 'provisional'; readonly years: readonly number[] };
