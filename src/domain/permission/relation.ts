/** How a person stands to a request and to one of its parts on a day: the only ground on which anything is allowed. */

import { organisationOf, principalsOf } from '#domain/directory/delegation.ts';
import {
  chiefsOf,
  clerksOf,
  type Directory,
  deskOf,
  hasStandingRole,
  headsOf,
  isReached,
  leadersOf,
  type PersonId,
  type UnitId,
  worksFor,
} from '#domain/directory/directory.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';

export type Relation =
  | 'filer'
  /** Head or leader of the asking unit. */
  | 'asking_chief'
  | 'asking_clerk'
  /** The asking side of a part whose unit has nobody linked. */
  | 'asking_side_on_paper'
  /** Leader of the asking unit: the arbiter of hand-overs. */
  | 'asking_leader'
  | 'holder'
  | 'desk'
  | 'head'
  | 'leader'
  | 'clerk'
  /** Decides on the unit's draft: its leader, or its head where the unit says so. */
  | 'approver'
  | 'coordinator'
  | 'auditor';

export type Standing = {
  readonly directory: Directory;
  readonly personId: PersonId;
  readonly dossier: Dossier;
  /** Null: only how he stands to the request as a whole. */
  readonly part: Part | null;
  readonly day: IsoDate;
};

/** In his own right, and for those he stands in for. */
export const relationsOf = (standing: Standing): ReadonlySet<Relation> =>
  new Set([standing, ...lentTo(standing)].flatMap((one) => [...inOwnRight(one)]));

/** Of those whom the person stands in for: what they are where it concerns the organisation in which he does. */
export const lentTo = (standing: Standing): readonly LentStanding[] =>
  principalsOf(standing.directory, standing.personId, standing.day).map((one) => ({
    ...standing,
    personId: one.fromId,
    lentIn: one.unitId,
  }));

export type LentStanding = Standing & { readonly lentIn: UnitId };

/** What lending is limited to: sides of the request that belong to the organisation, and no role of the regulation. */
export const inOwnRight = (standing: Standing | LentStanding): ReadonlySet<Relation> => {
  const { directory, dossier, part } = standing;
  const lentIn = 'lentIn' in standing ? standing.lentIn : null;
  const has = (unitId: UnitId): boolean => lentIn === null || organisationOf(directory, unitId)?.id === lentIn;
  const found = relationsFor(standing);
  return new Set(
    [...found].filter((relation) => {
      if (STANDING_ROLES.has(relation)) return lentIn === null;
      return ASKING.has(relation) ? has(dossier.request.askingUnitId) : part === null || has(part.unitId);
    }),
  );
};

const STANDING_ROLES: ReadonlySet<Relation> = new Set(['coordinator', 'auditor']);
const ASKING: ReadonlySet<Relation> = new Set([
  'filer',
  'asking_chief',
  'asking_clerk',
  'asking_leader',
  'asking_side_on_paper',
]);

const relationsFor = ({ directory, personId, dossier, part, day }: Standing): ReadonlySet<Relation> => {
  const { request } = dossier;
  const found = new Set<Relation>();
  const add = (relation: Relation, holds: boolean): void => {
    if (holds) found.add(relation);
  };
  add('filer', request.filerId === personId && worksFor(directory, personId, request.askingUnitId, day));
  add('asking_chief', chiefsOf(directory, request.askingUnitId, day).includes(personId));
  add('asking_leader', leadersOf(directory, request.askingUnitId, day).includes(personId));
  add('asking_clerk', clerksOf(directory, request.askingUnitId, day).includes(personId));
  add('coordinator', hasStandingRole(directory, personId, 'coordinator', day));
  add('auditor', hasStandingRole(directory, personId, 'auditor', day));
  if (part === null) return found;
  const isHead = headsOf(directory, part.unitId, day).includes(personId);
  const isLeader = leadersOf(directory, part.unitId, day).includes(personId);
  add('holder', part.holderId === personId && worksFor(directory, personId, part.unitId, day));
  const isAsking = found.has('filer') || found.has('asking_chief');
  add('asking_side_on_paper', isAsking && !isReached(directory, part.unitId, day));
  add('desk', deskOf(directory, part.unitId, day).includes(personId));
  add('head', isHead);
  add('leader', isLeader);
  add('clerk', clerksOf(directory, part.unitId, day).includes(personId));
  add('approver', isLeader || (isHead && directory.units.get(part.unitId)?.headApproves === true));
  return found;
};
