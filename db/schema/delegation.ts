/** Who stands in for whom while he is away. */
import type { Generated } from 'kysely';
import type { Day, MaybeMoment, Moment } from './columns.ts';

export type DelegationTables = {
  delegation: {
    id: Generated<number>;
    from_id: number;
    to_id: number;
    unit_id: number;
    valid_from: Day;
    valid_to: Day;
    created_at: Moment;
    ended_at: MaybeMoment;
    ended_by: number | null;
  };
};
