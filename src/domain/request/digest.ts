/** The morning list: which open parts stand in whose list, and why (RE3). Pure; said at the opening of working days. */
import { addWorkingDays, type Calendar, isWorkingDay, nextWorkingDay } from '#domain/calendar/calendar.ts';
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { toldChiefs, toldLeaders } from '#domain/directory/told.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { endOf } from './clock.ts';
import { askersOf, followedBy, hasBegun } from './hands.ts';
import { morning } from './reminders.ts';
import { askedExtension, type Dossier, isOwed, type Part } from './request.ts';

/** In the order in which they are listed. */
export const DIGEST_KINDS = ['late', 'due_today', 'due_soon', 'waits'] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** "In three days": working days after today. */
export const SOON_DAYS = 3;

/** The next opening of a working day. */
export const nextDigest = (calendar: Calendar, after: Millis): Millis => {
  const today = morning(calendar, dateOf(after));
  const isAhead = today > after && isWorkingDay(calendar, dateOf(after));
  return isAhead ? today : morning(calendar, nextWorkingDay(calendar, dateOf(after)));
};

export type Listed = { readonly to: PersonId; readonly kind: DigestKind };

export const digestOf = (
  on: { readonly directory: Directory; readonly calendar: Calendar; readonly now: Millis },
  { request }: Dossier,
  part: Part,
): readonly Listed[] => {
  const { directory, calendar, now } = on;
  const day = dateOf(now);
  // On paper nothing is late before the letter has come: its day waits to be entered.
  const kind = hasBegun(directory, part, day) ? urgencyOf(calendar, part, now) : null;
  const hands = followedBy(directory, request, part, day);
  const leaders = toldLeaders(directory, part.unitId, day);
  const asking = [...askersOf(directory, request, day), ...toldChiefs(directory, request.askingUnitId, day)];
  const listed: Listed[] = [];
  const add = (people: readonly PersonId[], why: DigestKind | null): void => {
    if (why !== null) listed.push(...people.map((to) => ({ to, kind: why })));
  };
  if (isOwed(part)) {
    add(hands, kind ?? (part.state === 'awaiting' ? 'waits' : null));
    // A leader's list is of what presses, and of what only he can do.
    add(leaders, kind === 'due_soon' ? null : kind);
  }
  if (part.draft !== null) add(leaders, kind ?? 'waits');
  if (part.state === 'returned') add(askersOf(directory, request, day), 'waits');
  if (askedExtension(part) !== null || part.handover !== null) add(asking, 'waits');
  return firstOfEach(listed);
};

const urgencyOf = (calendar: Calendar, part: Part, now: Millis): DigestKind | null => {
  if (now >= part.due) return 'late';
  const last: IsoDate = endOf(part.due).date;
  if (last <= dateOf(now)) return 'due_today';
  return last <= addWorkingDays(calendar, dateOf(now), SOON_DAYS) ? 'due_soon' : null;
};

const firstOfEach = (listed: readonly Listed[]): readonly Listed[] =>
  [...Map.groupBy(listed, (one) => one.to).values()].flatMap((own) => {
    const [first] = own.toSorted((a, b) => DIGEST_KINDS.indexOf(a.kind) - DIGEST_KINDS.indexOf(b.kind));
    return first === undefined ? [] : [first];
  });
