/** Indicators of the zones, with what each replaced. */
import type { Generated } from 'kysely';
import type { Day, Moment } from './columns.ts';

export type IndicatorTables = {
  indicator_value: {
    id: Generated<number>;
    code: string;
    name: string;
    series: string;
    period_from: Day | null;
    period_to: Day;
    period_label: string;
    period_uncertain: boolean;
    value: string | number;
    value_max: string | number | null;
    approx: boolean;
    unit: string;
    kind: string;
    zone_id: number | null;
    of_plan: string | number | null;
    vs_previous: string | number | null;
    vs_previous_kind: 'level' | 'change' | null;
    stated_total_of: Generated<string[]>;
    note: string | null;
    source: string;
    entered_by: number | null;
    entered_at: Moment;
    replaces: number | null;
    reason: string | null;
    withdrawn: Generated<boolean>;
  };
};
