/** What the questions of a plan need to know. */
import { type Template, templatesOn } from '#db/team/template.ts';
import { homeUnitOf } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { plansFor } from '#domain/team/may.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';

export type PlanContext = {
  readonly reference: Reference;
  readonly templates: readonly Template[];
  /** That decides. */
  readonly unitId: number;
  readonly personId: number;
  /** In whose place he plans. */
  readonly actingFor: number | null;
  readonly now: Millis;
  readonly day: IsoDate;
};

export const planContext = async (turn: MemberTurn): Promise<Result<PlanContext>> => {
  const { reference, person, now } = turn;
  const day = dateOf(now);
  const plans = plansFor(reference.directory, person.id, day);
  if (plans === null) return refused('team.cannot_plan');
  return ok({ reference, templates: await templatesOn(turn.tx, day), ...plans, personId: person.id, now, day });
};

/** The unit a member stands for. */
export const homeOf = ({ reference, day, unitId }: PlanContext, personId: number): number =>
  homeUnitOf(reference.directory, personId, day)?.id ?? unitId;
