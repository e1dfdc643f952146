/** A run in one line. */
import type { Report } from './life.ts';

export const lineOf = ({
  seed,
  days,
  requests,
  acts,
  promised,
  seen,
  repeats,
  kills,
  doubled,
  faults,
}: Report): string =>
  [
    `simulate --seed ${seed} --days ${days}: ${requests} requests`,
    `${promised} reminders promised, ${seen} seen (${repeats} of them overdue notices again)`,
    `${kills} kills, ${doubled} messages twice`,
    Object.entries(acts)
      .map(([act, count]) => `${act} ${count}`)
      .join(' '),
    faults.length === 0 ? 'held' : `${faults.length} FAULTS`,
  ].join('; ');
