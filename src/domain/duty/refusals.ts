/** Refusals about duties. `text/duty/refusals.ts` has their sentences. */
export type DutyRefusalCode = 'duty.unknown' | 'duty.not_yours' | 'duty.state' | 'duty.own';
