/** `cli understand [--now ISO]`: what each line means, as if said at a moment; the product's own one by default. */
import { z } from 'zod';
import { readSuccessors } from '#db/directory/names.ts';
import { referenceStore } from '#db/directory/reference.ts';
import { dateOf } from '#domain/time.ts';
import { lexiconOf } from '#reading/names/lexicon.ts';
import type { Known } from '#reading/understand.ts';
import { type Context, defineCommand, type Outcome, printed } from './command.ts';
import { withData } from './database.ts';
import { answerUnderstand } from './understand.ts';

/** A time of day without its zone is ours. */
const Moment = z.union([
  z.iso.datetime({ offset: true }),
  z.iso.datetime({ local: true }).transform((at) => `${at}+07:00`),
]);

export const understandCommand = defineCommand(
  '[--now ISO]',
  { now: z.string().optional() },
  async (context, { now }) => {
    const at = now === undefined ? null : Moment.safeParse(now);
    if (at !== null && !at.success) return { kind: 'usage' };
    const known = await load(context, at === null ? null : Date.parse(at.data));
    // The database is let go before the first line: whoever asks may keep us open for long.
    return 'kind' in known ? known : answerAll(context, known);
  },
);

const load = async (context: Context, at: number | null): Promise<Known | Outcome> => {
  let known: Known | null = null;
  const outcome = await withData(context, async ({ db, clock }) => {
    const [reference, successors] = await Promise.all([referenceStore(db).latest(), readSuccessors(db.query)]);
    const now = at ?? clock.now();
    known = {
      now,
      calendar: reference.calendar,
      lexicon: lexiconOf({ reference, successors, enterprises: [...reference.enterprises.values()] }, dateOf(now)),
    };
    return printed;
  });
  return known ?? outcome;
};

const answerAll = async (context: Context, known: Known): Promise<Outcome> => {
  for await (const line of context.input()) await context.print(JSON.stringify(answerUnderstand(line, known)));
  return printed;
};
