/** Every job: its queue, its payload (ids only, parsed where it is run), how often it comes by itself. */
import { z } from 'zod';
import { DAY, HOUR, MINUTE, SECOND } from '#domain/time.ts';

/** At most four queues, one worker each (DESIGN 5.6). */
export const QUEUES = ['send', 'time', 'files'] as const;
export type QueueName = (typeof QUEUES)[number];

type Job = { readonly queue: QueueName; readonly payload: z.ZodType; readonly everyMs: number | null };

const nothing = z.object({});

export const CATALOG = {
  /** Messages wait for a channel. */
  deliver: { queue: 'send', payload: z.object({ channel: z.string() }), everyMs: null },
  /** Something has become due. Each minute, and at the next due moment. */
  due: { queue: 'time', payload: nothing, everyMs: MINUTE },
  /** Events whose process died between the two commits. */
  turns: { queue: 'time', payload: nothing, everyMs: 5 * SECOND },
  /** Sends whose process died: resumed within 30 s, the lease being 20 s. */
  leases: { queue: 'time', payload: nothing, everyMs: 5 * SECOND },
  files: { queue: 'files', payload: nothing, everyMs: MINUTE },
  /** Pictures and documents that were asked for. */
  produce: { queue: 'files', payload: nothing, everyMs: MINUTE },
  /** What channels must renew, and how much of their allowance is used. Beside files, since a platform that hangs must not hold up what is due. */
  channels: { queue: 'files', payload: nothing, everyMs: 5 * MINUTE },
  cleanup: { queue: 'time', payload: nothing, everyMs: HOUR },
  /** Personal data that are kept no longer. */
  retention: { queue: 'time', payload: nothing, everyMs: DAY },
  /** What acts have noted since is added to the sums that figures are read from. */
  figures: { queue: 'time', payload: nothing, everyMs: MINUTE },
  /** Every sum against the parts themselves. */
  recount: { queue: 'time', payload: nothing, everyMs: DAY },
  /** Where each history ends, so that a cut end shows. */
  seal: { queue: 'time', payload: nothing, everyMs: HOUR },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof CATALOG;
/** Object.keys forgets the names' type. */
export const JOB_NAMES = Object.keys(CATALOG) as JobName[];
export type Payload<N extends JobName> = z.infer<(typeof CATALOG)[N]['payload']>;

/** A job's run; complete by type. */
export type Jobs = { readonly [N in JobName]: (payload: Payload<N>) => Promise<void> };

export const runJob = async (jobs: Jobs, name: string, data: unknown): Promise<void> => {
  switch (name) {
    case 'deliver':
      return jobs.deliver(CATALOG.deliver.payload.parse(data));
    case 'due':
    case 'turns':
    case 'leases':
    case 'files':
    case 'produce':
    case 'channels':
    case 'cleanup':
    case 'retention':
    case 'figures':
    case 'recount':
    case 'seal':
      return jobs[name](nothing.parse(data));
    default:
      // A job of a newer release: its own worker will run it; ours leaves it.
      throw new Error('a job of this name is not known');
  }
};
