/** Figures: what is folded, what waits to be, and what the recount found. */
import type { Generated } from 'kysely';
import type { Day, Moment } from './columns.ts';

export type FigureTables = {
  figure_delta: Settled & { id: Generated<number>; month: Day };
  figure_entry: Settled;
  figure_open: Row & {
    part_id: number;
    is_awaiting: boolean;
    is_paused: boolean;
    receipt_due: Moment;
    due: Moment;
    visible_at: Moment;
  };
  figure_cell: {
    owner: number;
    dims: number;
    owner_id: number;
    month: Day;
    owner_unit: number;
    a_id: number;
    b_id: number;
    received: number;
    on_time: number;
    late: number;
    silent: number;
    handed_on: number;
    cancelled: number;
    receipt_on_time: number;
    receipt_late: number;
    unreceived: number;
    extensions: number;
    returns: number;
    taken_over: number;
  };
  figure_recount: { id: Generated<number>; at: Moment; months: number; different: number };
};

type Row = {
  day: Day;
  unit_id: number;
  asking_id: number;
  holder_id: number;
  filer_id: number;
  zone_id: number;
  field_id: number;
  type_no: number;
  urgency_no: number;
  receipt: number;
  extensions: number;
  returns: number;
  taken_over: number;
};
type Settled = Row & { outcome: number; days: number | null; n: number };
