/** Duties, and what is to be said of what belongs to no request. */
import type { Generated } from 'kysely';
import type { DutyKind, DutyState } from '#domain/duty/duty.ts';
import type { MaybeMoment, Moment } from './columns.ts';

export type DutyTables = {
  duty: {
    id: Generated<number>;
    kind: DutyKind;
    unit_id: number;
    holder_id: number | null;
    title: string;
    due: Moment;
    provisional: Generated<boolean>;
    owed_to: number;
    checker_id: number | null;
    regulation_id: number | null;
    team_id: number | null;
    finding_id: number | null;
    basis: string | null;
    state: DutyState;
    created_by: number | null;
    created_at: Moment;
    proof: string | null;
    proved_by: number | null;
    proved_at: MaybeMoment;
    decided_by: number | null;
    decided_at: MaybeMoment;
    remark: string | null;
    fact_seq: number;
    fact_hash: Buffer;
  };
  duty_file: { duty_id: number; file_id: number };
  own_reminder: { person_id: number; kind: string; subject_id: number; not_before: Moment };
};
