/**
 * Once a year (Resolution 198/2025/QH15, article 4): an enterprise sees at most one inspection and one check in a calendar
 * year, whatever their content and whoever orders them; and none of the other kind on the same content. What stands in the
 * way is named; the way on is a written ground that another person than the planner allows. The database refuses too.
 */
import type { UnitId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import type { TeamKind, Topic } from './team.ts';

/** A team, as far as the limit looks at it; cancelled ones are not looked at. */
export type Counted = {
  readonly teamId: number | null;
  readonly kind: TeamKind;
  readonly year: number;
  readonly enterpriseIds: readonly number[];
  readonly topics: readonly Topic[];
};

export type Earlier = Counted & {
  readonly code: string;
  /** The decision's number and date; null while it is only planned. */
  readonly number: string | null;
  readonly date: IsoDate | null;
  readonly firstDay: IsoDate;
  readonly unitId: UnitId;
};

export type Conflict = {
  readonly enterpriseId: number;
  readonly earlier: Earlier;
  readonly why: 'same_kind' | 'same_content';
};

export const conflictsOf = (planned: Counted, others: readonly Earlier[]): readonly Conflict[] =>
  others
    .filter((other) => other.year === planned.year && other.teamId !== planned.teamId)
    .flatMap((earlier) => {
      const why = reason(planned, earlier);
      if (why === null) return [];
      return planned.enterpriseIds
        .filter((id) => earlier.enterpriseIds.includes(id))
        .map((enterpriseId) => ({ enterpriseId, earlier, why }));
    });

const reason = (planned: Counted, earlier: Counted): Conflict['why'] | null => {
  if (planned.kind === earlier.kind) return 'same_kind';
  return planned.topics.some((topic) => earlier.topics.includes(topic)) ? 'same_content' : null;
};

/** @param hasGround a ground in words and a document's number stand in the plan */
export const keepsLimit = (
  planned: Counted,
  others: readonly Earlier[],
  hasGround: boolean,
): Result<readonly Conflict[]> => {
  const conflicts = conflictsOf(planned, others);
  const [first] = conflicts;
  return first === undefined || hasGround ? ok(conflicts) : refused('team.yearly', { code: first.earlier.code });
};
