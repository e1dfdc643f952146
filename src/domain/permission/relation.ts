/** How a person stands to a request and to one of its parts on a day: the only ground on which anything is allowed. */
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

export const relationsOf = ({ directory, personId, dossier, part, day }: Standing): ReadonlySet<Relation> => {
  const { request } = dossier;
  const found = new Set<Relation>();
  const add = (relation: Relation, holds: boolean): void => {
    if (holds) found.add(relation);
  };
  add('filer', request.filerId === personId);
  add('asking_chief', chiefsOf(directory, request.askingUnitId, day).includes(personId));
  add('asking_leader', leadersOf(directory, request.askingUnitId, day).includes(personId));
  add('asking_clerk', clerksOf(directory, request.askingUnitId, day).includes(personId));
  add('coordinator', hasStandingRole(directory, personId, 'coordinator', day));
  add('auditor', hasStandingRole(directory, personId, 'auditor', day));
  if (part === null) return found;
  const isHead = headsOf(directory, part.unitId, day).includes(personId);
  const isLeader = leadersOf(directory, part.unitId, day).includes(personId);
  const isAsking = found.has('filer') || found.has('asking_chief');
  add('asking_side_on_paper', isAsking && !isReached(directory, part.unitId, day));
  add('holder', part.holderId === personId);
  add('desk', deskOf(directory, part.unitId, day).includes(personId));
  add('head', isHead);
  add('leader', isLeader);
  add('clerk', clerksOf(directory, part.unitId, day).includes(personId));
  add('approver', isLeader || (isHead && directory.units.get(part.unitId)?.headApproves === true));
  return found;
};
