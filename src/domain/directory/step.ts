/** One change that an administrator makes, with all that carrying it out needs; whether it makes sense today. */
import type { CalendarStep } from '#domain/calendar/change.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { addDays, type IsoDate } from '#domain/time.ts';
import type { AliasStep } from './alias.ts';
import {
  type Directory,
  isValidOn,
  type Membership,
  type Person,
  type PersonId,
  type Role,
  type UnitId,
} from './directory.ts';

/** Of people and their places, of the working calendar, or of what things are called. */
export type Step = DirectoryStep | CalendarStep | AliasStep;

export type DirectoryStep =
  | {
      readonly kind: 'invite_new';
      readonly name: string;
      readonly title: string;
      readonly unitId: UnitId;
      readonly role: Role;
    }
  | { readonly kind: 'invite_again'; readonly personId: PersonId }
  | ({ readonly kind: 'correct'; readonly personId: PersonId } & Pick<Person, 'name' | 'title' | 'gender'>)
  | {
      readonly kind: 'add_role';
      readonly personId: PersonId;
      readonly unitId: UnitId;
      readonly role: Role;
      readonly from: IsoDate;
    }
  | {
      readonly kind: 'end_role';
      readonly personId: PersonId;
      readonly unitId: UnitId;
      readonly role: Role;
      readonly lastDay: IsoDate;
    }
  | {
      readonly kind: 'move';
      readonly personId: PersonId;
      readonly fromUnitId: UnitId;
      readonly unitId: UnitId;
      readonly role: Role;
      /** The first day in the new unit; the day before is the last in the old one. */
      readonly from: IsoDate;
    }
  | {
      readonly kind: 'ban' | 'unban' | 'confirm_account';
      readonly personId: PersonId;
      readonly accountId: number;
    };

export const checkStep = (directory: Directory, step: DirectoryStep, day: IsoDate): Result<null> => {
  if ('personId' in step && !directory.people.has(step.personId)) return refused('admin.person');
  switch (step.kind) {
    case 'invite_new':
      return checkUnit(directory, step.unitId, day);
    case 'add_role': {
      const has = lasting(directory, step.personId, day).some(isAt(step));
      return has ? refused('admin.has_role') : checkUnit(directory, step.unitId, step.from);
    }
    case 'end_role': {
      if (!lasting(directory, step.personId, day).some(isAt(step))) return refused('admin.no_role');
      return step.lastDay < earliestLastDay(day)
        ? refused('admin.date_past', { from: earliestLastDay(day) })
        : ok(null);
    }
    case 'move': {
      if (step.unitId === step.fromUnitId) return refused('admin.same_unit');
      const leaves = lasting(directory, step.personId, day).some((row) => row.unitId === step.fromUnitId);
      if (!leaves) return refused('admin.no_role');
      if (step.from < day) return refused('admin.date_past', { from: day });
      return checkUnit(directory, step.unitId, step.from);
    }
    default:
      return ok(null);
  }
};

/** Memberships that are not over, those of the future too. */
export const lasting = (directory: Directory, personId: PersonId, day: IsoDate): readonly Membership[] =>
  (directory.byPerson.get(personId) ?? []).filter((row) => row.validTo === null || day <= row.validTo);

/** Yesterday, so that somebody's access can be ended at this very moment. */
export const earliestLastDay = (day: IsoDate): IsoDate => addDays(day, -1);

const isAt =
  ({ unitId, role }: { readonly unitId: UnitId; readonly role: Role }) =>
  (row: Membership): boolean =>
    row.unitId === unitId && row.role === role;

const checkUnit = (directory: Directory, unitId: UnitId, day: IsoDate): Result<null> => {
  const unit = directory.units.get(unitId);
  if (unit === undefined) return refused('field.choose');
  return isValidOn(unit, day) ? ok(null) : refused('file.unit_ended', { unit: unit.name });
};
