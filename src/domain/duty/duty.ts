/**
 * A duty (nhiệm vụ): what a unit owes by a date without being asked each time, a recurring report or the remedy of a
 * finding. `open` → `proved` → `done`; a proof that does not hold opens it again; `cancelled` ends it.
 */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { IsoDate, Millis } from '#domain/time.ts';

export type DutyId = number & { readonly brand?: 'duty' };
export type DutyKind = 'report' | 'finding';
export type DutyState = 'open' | 'proved' | 'done' | 'cancelled';

/** What is known of a duty when it comes into being. */
export type NewDuty = {
  readonly kind: DutyKind;
  readonly unitId: UnitId;
  /** Null: the unit's desk has it. */
  readonly holderId: PersonId | null;
  readonly title: string;
  /** By the legal clock: 24:00 of a day, or an exact minute. */
  readonly due: Millis;
  readonly provisional: boolean;
  /** Its chiefs say whether it was done. */
  readonly owedTo: UnitId;
  /** Who may say so beside them: of a finding, the leader of the team. */
  readonly checkerId: PersonId | null;
  readonly regulationId: number | null;
  readonly teamId: number | null;
  readonly findingId: number | null;
  /** The document or clause that it comes from, in words. */
  readonly basis: string | null;
  /** Of a recurring report: what it is made from, and the cut-off of its period. */
  readonly templateId: number | null;
  readonly periodTo: IsoDate | null;
};

export type Duty = NewDuty & {
  readonly id: DutyId;
  readonly state: DutyState;
  readonly createdAt: Millis;
  readonly proof: string | null;
  readonly provedBy: PersonId | null;
  /** In whose place. */
  readonly provedFor: PersonId | null;
  readonly provedAt: Millis | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Millis | null;
  /** Why its proof was not enough, or why it was cancelled. */
  readonly remark: string | null;
};

/** What people do with a duty. */
export const DUTY_ACTS = ['prove', 'assign', 'confirm', 'reject', 'cancel'] as const;
export type DutyAct = (typeof DUTY_ACTS)[number];

export const isDutyOverdue = (duty: Pick<Duty, 'state' | 'due'>, now: Millis): boolean =>
  duty.state === 'open' && now >= duty.due;
