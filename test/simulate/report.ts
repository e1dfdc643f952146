/** A run in one line. */
import { createHash } from 'node:crypto';
import type { Report } from './life.ts';

export const lineOf = ({
  seed,
  days,
  requests,
  acts,
  promised,
  matters,
  seen,
  folded,
  kills,
  doubled,
  log,
  faults,
}: Report): string =>
  [
    `simulate --seed ${seed} --days ${days}: ${requests} requests`,
    `${promised} messages of ${matters} reminders promised, ${seen} seen, ${folded} reminders counted in them`,
    `${kills} kills, ${doubled} messages twice`,
    Object.entries(acts)
      .map(([act, count]) => `${act} ${count}`)
      .join(' '),
    `log ${createHash('sha256').update(log.join('\n')).digest('hex').slice(0, 12)}`,
    faults.length === 0 ? 'held' : `${faults.length} FAULTS`,
  ].join('; ');
