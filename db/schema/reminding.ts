/** How each person wants to be reminded. */
import type { Generated } from 'kysely';
import type { Moment } from './columns.ts';

export type RemindingTables = {
  reminder_hours: { person_id: number; from_minute: number; to_minute: number };
  mute: {
    id: Generated<number>;
    person_id: number;
    request_id: number | null;
    part_id: number | null;
    duty_id: number | null;
    until: Moment;
    reason: string;
    created_at: Moment;
  };
  personal_reminder: {
    id: Generated<number>;
    person_id: number;
    words: string;
    at: Moment;
    state: 'waiting' | 'said' | 'removed';
    created_at: Moment;
  };
};
