/** Who may be invited into which role, and for how long the code is good. */
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import { type Directory, isValidOn, type Role, STANDING_UNIT, type Unit } from './directory.ts';

export const ROLES = ['official', 'focal', 'head', 'leader', 'clerk', 'coordinator', 'admin', 'auditor'] as const;

/** They count for the whole regulation, so they exist in the standing unit only. */
export const STANDING_ROLES: readonly Role[] = ['coordinator', 'auditor'];
/** Long enough for leave, short enough for a lost paper. */
const MOST_DAYS = 30;
const LONGEST_NAME = 100;

export type Wanted = { readonly unit: string; readonly role: string; readonly name: string };
export type Place = { readonly unit: Unit; readonly role: Role; readonly name: string };

export const checkInvitee = (directory: Directory, wanted: Wanted, day: IsoDate): Result<Place> => {
  const unit = directory.unitsByCode.get(wanted.unit);
  if (unit === undefined) return refused('invite.unit', { unit: wanted.unit });
  if (!isValidOn(unit, day)) return refused('file.unit_ended', { unit: unit.name });
  const role = ROLES.find((one) => one === wanted.role);
  if (role === undefined) return refused('invite.role', { role: wanted.role });
  if (STANDING_ROLES.includes(role) && unit.code !== STANDING_UNIT) return refused('invite.standing_role', { role });
  const name = checkName(wanted.name);
  return name.ok ? ok({ unit, role, name: name.value }) : name;
};

export const checkName = (text: string): Result<string> => {
  const name = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const isName = /^\p{L}[\p{L}\p{M} .'’-]*$/u.test(name) && name.length <= LONGEST_NAME;
  return isName ? ok(name) : refused('invite.name');
};

export const checkDays = (text: string): Result<number> => {
  const days = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= MOST_DAYS ? ok(days) : refused('invite.days');
};
