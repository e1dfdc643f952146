/** Duties in the morning list: whose, and why. As of a part: its hands see what is near, its leaders what presses. */
import { addWorkingDays, type Calendar } from '#domain/calendar/calendar.ts';
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import { endOf } from '#domain/request/clock.ts';
import { type DigestKind, type Listed, SOON_DAYS } from '#domain/request/digest.ts';
import { handsOf } from '#domain/request/hands.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Duty } from './duty.ts';
import { decidersOf } from './hands.ts';

type On = { readonly directory: Directory; readonly calendar: Calendar; readonly now: Millis };

export const dutyDigestOf = (on: On, duty: Duty): readonly Listed[] => {
  const { directory, now } = on;
  const day = dateOf(now);
  if (duty.state === 'proved') return listed(decidersOf(directory, duty, day), 'waits');
  const kind = duty.state === 'open' ? urgencyOf(on, duty) : null;
  if (kind === null) return [];
  const leaders = kind === 'due_soon' ? [] : toldLeaders(directory, duty.unitId, day);
  return listed([...handsOf(directory, duty, day), ...leaders], kind);
};

const urgencyOf = ({ calendar, now }: On, { due }: Duty): DigestKind | null => {
  if (now >= due) return 'late';
  const last = endOf(due).date;
  if (last <= dateOf(now)) return 'due_today';
  return last <= addWorkingDays(calendar, dateOf(now), SOON_DAYS) ? 'due_soon' : null;
};

const listed = (people: readonly PersonId[], kind: DigestKind): readonly Listed[] =>
  [...new Set(people)].map((to) => ({ to, kind }));
