/** Dates that a changed calendar moves: the work to be done, and what is to be told. */
import type { Generated } from 'kysely';
import type { CalendarStep } from '#domain/calendar/change.ts';
import type { Json, MaybeMoment, Moment } from './columns.ts';

export type RecountTables = {
  recount: {
    id: Generated<number>;
    changes: Json<readonly CalendarStep[]>;
    barrier: string | null;
    after_id: Generated<number>;
    done_at: MaybeMoment;
  };
  recount_notice: {
    person_id: number;
    part_id: number;
    request_id: number;
    recount_id: number;
    before_due: Moment;
    before_provisional: boolean;
  };
};
