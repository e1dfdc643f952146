/** Whether a change of the directory or the calendar may be made by this administrator, and makes sense today. */
import { checkCalendarStep, isCalendarStep } from '#domain/calendar/change.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { mayAdminister, type Way } from './administer.ts';
import { checkAliasStep, isAliasStep } from './alias.ts';
import { type Directory, hasStandingRole, membershipsOf, type PersonId } from './directory.ts';
import { checkStep, type Step } from './step.ts';

export const weigh = (
  { directory, calendar, aliases }: Pick<Reference, 'directory' | 'calendar' | 'aliases'>,
  adminId: PersonId,
  step: Step,
  day: IsoDate,
): Result<Way> => {
  if (isCalendarStep(step) || isAliasStep(step)) {
    const may = mayChangeForAll(directory, adminId, day);
    if (!may.ok) return may;
    const sound = isAliasStep(step) ? checkAliasStep(aliases, step) : checkCalendarStep(calendar, step);
    return sound.ok ? may : sound;
  }
  const may = mayAdminister(directory, adminId, step, day);
  if (!may.ok) return may;
  const sound = checkStep(directory, step, day);
  return sound.ok ? may : sound;
};

/** The calendar moves everybody's terms, a name what everybody's words mean: an admin of the standing unit, and a second one (DESIGN 3). */
export const mayChangeForAll = (directory: Directory, adminId: PersonId, day: IsoDate): Result<Way> => {
  if (hasStandingRole(directory, adminId, 'admin', day)) return ok('with_second');
  const isAdmin = membershipsOf(directory, adminId, day).some((row) => row.role === 'admin');
  return refused(isAdmin ? 'admin.standing' : 'admin.none');
};
